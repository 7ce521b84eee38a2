/** Which codes of one message are answered, and in which order: root cause first. */

import { codeValue, type ErrorCode, LARGEST_SMALL } from '../code/error-code';
import type { Mention } from '../code/mention';
import { hresultOfWin32 } from '../code/same-fault';
import type { Diagnosis } from '../diagnosis/diagnose';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { MOST_CODES } from '../reply/follow-up';

const RANK_OF_ROLE: Readonly<Record<Entry['role'], number>> = { cause: 0, collective: 2, state: 3 };
/** Below the causes that we know, above the codes that by themselves explain nothing. */
const RANK_OF_NO_ENTRY = 1;

/** What an answer is about, the lead first. `written` is set where the only code is a repaired slip. */
export interface Choice {
  readonly codes: readonly ErrorCode[];
  readonly written?: string;
}

/** What the pasted output says of the codes in it. */
export type Verdicts = Pick<Diagnosis, 'leading' | 'harmless'>;

/** The codes that an answer holds: those chosen, as many as a follow-up carries. */
export function answeredCodes(mentions: readonly Mention[], knowledge: KnowledgeBase, evidence?: Verdicts): Choice {
  const choice = chooseCodes(mentions, knowledge, evidence);
  return { ...choice, codes: choice.codes.slice(0, MOST_CODES) };
}

/** Chooses among the mentions of one message: a guess counts only where nothing better was found. */
export function chooseCodes(mentions: readonly Mention[], knowledge: KnowledgeBase, evidence?: Verdicts): Choice {
  const { leading = [], harmless = [] } = evidence ?? {};
  const firm = mentions
    .filter(({ spelling }) => spelling !== 'slip')
    .map((mention) => codeToAnswer(mention, knowledge));
  const [guess] = mentions;
  if (firm.length === 0 && leading.length === 0) {
    return guess === undefined ? { codes: [] } : { codes: [guess.code], written: guess.written };
  }
  const inOrder = orderByCause(firm, leading, knowledge);
  const faults = inOrder.filter((code) => !harmless.includes(code));
  return { codes: faults.length > 0 ? faults : inOrder };
}

/** What is known of a mention: `known` has an entry, `decoded` its readings alone, `suggested` repairs a slip. */
export function standingOf({ code, spelling }: Mention, knowledge: KnowledgeBase): 'known' | 'decoded' | 'suggested' {
  if (spelling === 'slip') return 'suggested';
  return knowledge.find(code) === undefined ? 'decoded' : 'known';
}

/**
 * The code under which a small number is known: `0x0000007E` is a stop code where there is one of that number, `1603` and
 * every other number a Win32 error, whose code is 0x80070643.
 */
export function codeToAnswer({ code, spelling }: Mention, knowledge: KnowledgeBase): ErrorCode {
  const value = codeValue(code);
  if (value === 0 || value > LARGEST_SMALL) return code;
  const asWin32 = hresultOfWin32(value);
  if (spelling === 'decimal') return asWin32;
  if (knowledge.find(code) !== undefined) return code;
  const isStopCode = knowledge.find(asWin32) === undefined && knowledge.names.namesOf('stop-code', value).length > 0;
  return isStopCode ? code : asWin32;
}

/**
 * The codes, those that explain first: what the evidence leads with, known causes, then codes without an entry, then
 * collective codes, then states. Within a rank the message's own order stands. A code and its twin count once.
 */
function orderByCause(
  codes: readonly ErrorCode[],
  leading: readonly ErrorCode[],
  knowledge: KnowledgeBase,
): readonly ErrorCode[] {
  const canonical = (code: ErrorCode) => knowledge.find(code)?.code ?? code;
  const byRank = codes.map(canonical).sort((a, b) => rank(a, knowledge) - rank(b, knowledge));
  return [...new Set([...leading.map(canonical), ...byRank])];
}

function rank(code: ErrorCode, knowledge: KnowledgeBase): number {
  const entry = knowledge.find(code);
  return entry === undefined ? RANK_OF_NO_ENTRY : RANK_OF_ROLE[entry.role];
}
