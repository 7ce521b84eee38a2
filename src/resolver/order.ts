/** Which codes of one message are answered, and in which order: root cause first. */

import type { ErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';
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

/** The codes that an answer holds: those chosen, as many as a follow-up carries. */
export function answeredCodes(mentions: readonly Mention[], knowledge: KnowledgeBase): Choice {
  const choice = chooseCodes(mentions, knowledge);
  return { ...choice, codes: choice.codes.slice(0, MOST_CODES) };
}

/** Chooses among the mentions of one message: a guess counts only where nothing better was found. */
export function chooseCodes(mentions: readonly Mention[], knowledge: KnowledgeBase): Choice {
  const firm = mentions.filter(({ spelling }) => spelling !== 'slip').map(({ code }) => code);
  const [guess] = mentions;
  if (firm.length === 0 && guess !== undefined) return { codes: [guess.code], written: guess.written };
  return { codes: orderByCause(firm, knowledge) };
}

/**
 * The codes, those that explain first: known causes, then codes without an entry, then collective codes, then states.
 * Within a rank the message's own order stands. A code and its twin count once.
 */
function orderByCause(codes: readonly ErrorCode[], knowledge: KnowledgeBase): readonly ErrorCode[] {
  const canonical = codes.map((code) => knowledge.find(code)?.code ?? code);
  return [...new Set(canonical)].sort((a, b) => rank(a, knowledge) - rank(b, knowledge));
}

function rank(code: ErrorCode, knowledge: KnowledgeBase): number {
  const entry = knowledge.find(code);
  return entry === undefined ? RANK_OF_NO_ENTRY : RANK_OF_ROLE[entry.role];
}
