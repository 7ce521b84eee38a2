/**
 * How far a number can be trusted to be an error code: by its own shape, by what it hangs on, by the words around it.
 * `undefined` means that it is none, or none worth mentioning unasked.
 */

import type { Candidate } from './candidate';
import { toErrorCode } from './error-code';
import { isAttached, isInRow, isPartOfId, isStopParameter } from './exclusions';
import type { Confidence } from './mention';
import { isArbitrary, isPlausible } from './plausible';
import type { Scene } from './scene';
import type { WordKind } from './words';

/** What has been found out about one number. */
interface Evidence {
  readonly isKnown: boolean;
  readonly isPlausible: boolean;
  readonly label: WordKind | undefined;
  /** A word for an error, or one that announces a code, stands directly before it. */
  readonly isLabeled: boolean;
}

type Verdict = Confidence | undefined;

const FIRST_FAILURE = 0x8000_0000;
const FIRST_INFORMATION = 0x4000_0000;
const LAST_SMALL = 0xffff;
const FIRST_INFORMATIVE_DECIMAL = 1_000_000_000;

/** Judges one number. */
export function judge(candidate: Candidate, scene: Scene): Verdict {
  const { text, words, known } = scene;
  const { start, value } = candidate;
  if (candidate.form !== 'extended' && isPartOfId(text, candidate)) return undefined;

  const label = words.labelBefore(start);
  const evidence: Evidence = {
    isKnown: known.has(toErrorCode(value)),
    isPlausible: isPlausible(value),
    label,
    isLabeled: label === 'error' || label === 'stop' || label === 'label' || candidate.form === 'glued',
  };
  if (scene.isInUrl(start)) return judgeInUrl(candidate, scene, evidence);
  switch (candidate.spelling) {
    case 'hex':
      return judgeHex(candidate, scene, evidence);
    case 'bare-hex':
      return judgeBareHex(candidate, scene, evidence);
    case 'decimal':
    case 'signed-decimal':
      return judgeDecimal(candidate, scene, evidence);
  }
}

/** An address is full of ids; only "…/error-0xc004f074" means the code, and even that may be a link passed around. */
function judgeInUrl({ form, value }: Candidate, _scene: Scene, { isLabeled, isKnown, isPlausible }: Evidence): Verdict {
  const isWhole = form === 'whole' || form === 'glued';
  return isWhole && isLabeled && (isKnown || isPlausible) && value >= FIRST_FAILURE ? 'likely' : undefined;
}

function judgeHex(candidate: Candidate, scene: Scene, evidence: Evidence): Verdict {
  const { text, words, asked } = scene;
  const { start, end, value, form } = candidate;
  const { isKnown, isLabeled, label } = evidence;
  if (form === 'short') return judgeShortHex(candidate, scene, evidence);
  if (value < FIRST_FAILURE) return judgeHarmless(candidate, scene, evidence);
  const hasError = isLabeled || words.hasErrorNear(start, end);
  if (label === 'place' && !(isKnown && hasError)) return asked ? 'likely' : undefined;
  if (isKnown) return form === 'scattered' && !hasError ? 'likely' : 'sure';
  if (form === 'scattered') return undefined;

  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  if (isAddressed(text, start)) return asked ? 'likely' : undefined;
  if (isArbitrary(value)) return hasError || asked ? 'likely' : undefined;
  if (form === 'extended') return isNtStatus(value) || isLabeled ? 'sure' : undefined;
  if (form === 'joined') return hasError && evidence.isPlausible ? 'sure' : 'likely';
  return hasError || evidence.isPlausible ? 'sure' : 'likely';
}

/** Values without the failure bit: stop codes and Win32 numbers with leading zeros, and information. */
function judgeHarmless({ start, end, value, form }: Candidate, scene: Scene, evidence: Evidence): Verdict {
  const { words, asked, text } = scene;
  const { isKnown, label } = evidence;
  if (form !== 'whole' || value === 0) return isKnown ? 'sure' : undefined;
  if (isKnown) return 'sure';
  if (words.hasStopNear(start, end) && label !== 'place') return 'sure';
  if (value >= FIRST_INFORMATION) return asked && value < FIRST_FAILURE ? 'likely' : undefined;
  if (value === 1 || value > LAST_SMALL || label === 'place' || isRegistryValue(text, end)) return undefined;
  return evidence.isLabeled || words.hasErrorNear(start, end) ? 'sure' : 'likely';
}

/** `0x7E`: too many numbers look so, unless someone asks or a blue screen is the subject. */
function judgeShortHex({ start, value }: Candidate, { asked, text }: Scene, { isLabeled, label }: Evidence): Verdict {
  if (!asked || value <= 1 || value > LAST_SMALL || label === 'place') return undefined;
  // `slui.exe 0x2a` is the switch that makes Windows show a message.
  if (/slui(?:\.exe)?\s{1,4}$/i.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  return isLabeled ? 'likely' : undefined;
}

function judgeBareHex(candidate: Candidate, scene: Scene, evidence: Evidence): Verdict {
  const { text, words, asked } = scene;
  const { start, end, value, form } = candidate;
  const { isKnown, isLabeled, label } = evidence;
  if (label === 'place' || label === 'name') return undefined;
  if (!isLabeled && isAttached(text, candidate)) return undefined;
  if (form === 'extended') return isLabeled && isNtStatus(value) ? 'sure' : undefined;
  if (value < FIRST_FAILURE) return isKnown ? 'sure' : undefined;
  if (!isLabeled && isInRow(text, candidate)) return undefined;
  if (isKnown) return 'sure';
  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  if (!isLabeled && isAddressed(text, start)) return undefined;

  const hasLetter = /[a-f]/i.test(text.slice(start, end));
  const hasError = isLabeled || words.hasErrorNear(start, end);
  if (evidence.isPlausible && hasError) return 'sure';
  if (isLabeled && hasLetter && !isArbitrary(value)) return 'sure';
  if (evidence.isPlausible && hasLetter) return 'likely';
  return asked && !isArbitrary(value) ? 'likely' : undefined;
}

function judgeDecimal(candidate: Candidate, scene: Scene, evidence: Evidence): Verdict {
  const { text, words, asked } = scene;
  const { start, end, value, spelling, form } = candidate;
  const { isKnown, isLabeled, label } = evidence;
  if (value < FIRST_FAILURE) return isKnown ? 'sure' : 'likely';
  if (label === 'place' || label === 'name') return undefined;
  if (!isLabeled && (isAttached(text, candidate) || /[a-z]/i.test(text.charAt(start - 1)))) return undefined;
  if (isArbitrary(value)) return isLabeled && asked ? 'likely' : undefined;
  if (!isLabeled && isAmount(text, end)) return undefined;

  const isBelievable = isKnown || evidence.isPlausible;
  if (form === 'joined') return isLabeled && isBelievable ? 'likely' : undefined;
  if (spelling === 'signed-decimal') {
    const isShort = 0x1_0000_0000 - value < FIRST_INFORMATIVE_DECIMAL;
    if (isShort && !isLabeled) return undefined;
    return isBelievable || isLabeled || words.hasErrorNear(start, end) ? 'sure' : asked ? 'likely' : undefined;
  }
  if (isLabeled || isKnown || (isBelievable && words.hasErrorNear(start, end))) return 'sure';
  return asked && isBelievable ? 'likely' : undefined;
}

/** An error status of the system itself, as exception codes are: 0xC0000005, 0x80000003, 0xC000021A. */
function isNtStatus(value: number): boolean {
  const family = value >>> 16;
  return family === 0xc000 || (family === 0x8000 && (value & 0xffff) <= 0x2d);
}

/** "The instruction at 0x80546f1c": a place in memory, not a code. */
function isAddressed(text: string, start: number): boolean {
  return /(?:\bat |@|\*\) ?|& ?|\b(?:color|rgb|argb)\w{0,8}\(["']?)$/i.test(text.slice(Math.max(0, start - 18), start));
}

/** `0x00000004 (4)`: how the registry editor shows a value. */
function isRegistryValue(text: string, end: number): boolean {
  return /^\s?\([0-9]{1,5}\)/.test(text.slice(end, end + 9));
}

/** "2147942405 bytes": a number of things. */
function isAmount(text: string, end: number): boolean {
  return /^\s?(?:bytes?|[kmgt]i?b|bits?|rows?|lines?|items?|records?|points?|users?|px|ms|个|行|字节|元|次|条)/i.test(
    text.slice(end, end + 12),
  );
}
