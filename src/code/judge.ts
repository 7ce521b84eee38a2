/**
 * How far a number can be trusted to be an error code: by its own shape, by what it hangs on, by the words around it.
 * `undefined` means that it is none, or none worth mentioning unasked.
 */

import type { Candidate } from './candidate';
import { isAddressed, isAmount, isAttached, isInRow, isPartOfId, isRegistryValue, isStopParameter } from './exclusions';
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
  /** It is labeled, or a word for an error stands near. */
  readonly hasError: boolean;
}

type Verdict = Confidence | undefined;

const FIRST_FAILURE = 0x8000_0000;
const FIRST_INFORMATION = 0x4000_0000;
const LAST_SMALL = 0xffff;
/** Set in codes that no part of Windows defines: without a word for an error it may be any number. */
const VENDOR_BIT = 0x2000_0000;
const TWO_TO_32 = 0x1_0000_0000;
/** Negative numbers closer to zero are balances and distances, unless a word says otherwise. */
const LEAST_NEGATIVE = 1_000_000_000;

/** Judges one number. */
export function judge(candidate: Candidate, scene: Scene): Verdict {
  const { text, words } = scene;
  const { start, end, value, form } = candidate;
  if (form !== 'extended' && isPartOfId(text, candidate)) return undefined;

  const label = words.labelBefore(start);
  const isLabeled = label === 'error' || label === 'stop' || label === 'label' || form === 'glued';
  const evidence: Evidence = {
    isKnown: scene.isKnown(value),
    isPlausible: isPlausible(value),
    label,
    isLabeled,
    hasError: isLabeled || words.hasErrorNear(start, end),
  };
  if (scene.isInUrl(start)) return judgeInUrl(candidate, evidence);
  if (form === 'short') return judgeShort(candidate, scene, evidence);
  switch (candidate.spelling) {
    case 'hex':
      return value < FIRST_FAILURE ? judgeHarmless(candidate, scene, evidence) : judgeHex(candidate, scene, evidence);
    case 'bare-hex':
      return judgeBareHex(candidate, scene, evidence);
    case 'decimal':
    case 'signed-decimal':
      return judgeDecimal(candidate, scene, evidence);
  }
}

/** An address is full of ids; only "…/error-0xc004f074" means the code, and even that may be a link passed around. */
function judgeInUrl({ form, value }: Candidate, { isLabeled, isKnown, isPlausible }: Evidence): Verdict {
  const isWhole = form === 'whole' || form === 'glued';
  return isWhole && isLabeled && (isKnown || isPlausible) && value >= FIRST_FAILURE ? 'likely' : undefined;
}

/** `0x7E`, `1603`: too many numbers look so, unless someone asks about an error or says nothing else. */
function judgeShort(candidate: Candidate, { asked, text }: Scene, { hasError, isLabeled, label }: Evidence): Verdict {
  const { start, end, value, spelling } = candidate;
  if (!asked || value <= 1 || value > LAST_SMALL || label === 'place') return undefined;
  // `slui.exe 0x2a` is the switch that makes Windows show a message.
  if (/slui(?:\.exe)?\s{1,4}$/i.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const isAlone = text.trim().length === end - start;
  return isAlone || isLabeled || (hasError && spelling === 'hex') ? 'likely' : undefined;
}

/** Values without the failure bit: stop codes and Win32 numbers with leading zeros, and information. */
function judgeHarmless(candidate: Candidate, { words, asked, text }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, form } = candidate;
  const { isKnown, isLabeled, hasError, label } = evidence;
  if (isKnown) return 'sure';
  if (form !== 'whole' || value === 0 || label === 'place') return undefined;
  if (words.hasStopNear(start, end)) return 'sure';
  if (value >= FIRST_INFORMATION) return asked ? 'likely' : undefined;
  if (value === 1 || value > LAST_SMALL) return undefined;
  if (!isLabeled && isRegistryValue(text, candidate)) return undefined;
  if (hasError) return 'sure';
  const isSingleBit = (value & (value - 1)) === 0;
  return isSingleBit && !asked ? undefined : 'likely';
}

function judgeHex(candidate: Candidate, { text, asked }: Scene, evidence: Evidence): Verdict {
  const { value, form } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  if (label === 'place' && !(isKnown && hasError)) return asked ? 'likely' : undefined;
  if (isKnown) return form === 'scattered' && !hasError ? 'likely' : 'sure';
  if (form === 'scattered') return undefined;

  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  if (isAddressed(text, candidate)) return asked ? 'likely' : undefined;
  if (form === 'extended') return isNtStatus(value) || isLabeled ? 'sure' : undefined;
  if (isArbitrary(value)) return asked || (hasError && label !== 'label') ? 'likely' : undefined;
  if (form === 'joined') return hasError && isPlausible ? 'sure' : 'likely';
  if (hasError || isPlausible) return 'sure';
  const isVendors = (value & VENDOR_BIT) !== 0;
  return isVendors && !asked ? undefined : 'likely';
}

function judgeBareHex(candidate: Candidate, { text, asked }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, form } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  if (label === 'place' || label === 'name') return undefined;
  if (form === 'extended') return isLabeled && isNtStatus(value) ? 'sure' : undefined;
  if (!isLabeled && (isAttached(text, candidate) || isInRow(text, candidate))) return undefined;
  if (isKnown) return 'sure';
  if (value < FIRST_FAILURE || isArbitrary(value)) return undefined;
  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  if (!isLabeled && isAddressed(text, candidate)) return undefined;

  // Eight decimal digits alone are an order or a phone number more often than a code.
  const hasLetter = /[a-f]/i.test(text.slice(start, end));
  if (isPlausible && hasError) return 'sure';
  if (isLabeled && hasLetter) return 'sure';
  if (isPlausible && hasLetter) return 'likely';
  return asked ? 'likely' : undefined;
}

function judgeDecimal(candidate: Candidate, { text, asked }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, spelling } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  // Below that only the property that also holds information codes has got so far.
  if (value < FIRST_FAILURE) return isKnown ? 'sure' : 'likely';
  if (label === 'place' || label === 'name') return undefined;
  if (isArbitrary(value)) return isLabeled && asked ? 'likely' : undefined;
  if (!isLabeled && hangsOnWords(text, start, end)) return undefined;

  if (spelling === 'signed-decimal') {
    if (!isLabeled && TWO_TO_32 - value < LEAST_NEGATIVE) return undefined;
    if (isKnown || isPlausible || hasError) return 'sure';
  }
  if (isLabeled || isKnown || (isPlausible && hasError)) return 'sure';
  return asked && (isPlausible || spelling === 'signed-decimal') ? 'likely' : undefined;
}

/** A decimal number that is part of an id or counts something. */
function hangsOnWords(text: string, start: number, end: number): boolean {
  return isAttached(text, { start, end }) || /[a-z]/i.test(text.charAt(start - 1)) || isAmount(text, { end });
}

/** An error status of the system itself, as exception codes are: 0xC0000005, 0x80000003, 0xC000021A. */
function isNtStatus(value: number): boolean {
  const family = value >>> 16;
  return family === 0xc000 || (family === 0x8000 && (value & 0xffff) <= 0x2d);
}
