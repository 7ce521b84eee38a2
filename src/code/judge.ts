/**
 * How far a number can be trusted to be an error code: by its own shape, by what it hangs on, by the words around it.
 * `undefined` means that it is none, or none worth mentioning unasked.
 */

import type { Candidate } from './candidate';
import { LARGEST_SMALL } from './error-code';
import {
  isAddressed,
  isAmount,
  isArgument,
  isAttached,
  isExtendCode,
  isInformative,
  isInRow,
  isPartOfId,
  isRegistryValue,
  isStopParameter,
} from './exclusions';
import { isBesideName, judgeShort } from './judge-short';
import type { Evidence, Verdict } from './judgment';
import { isArbitrary, isFiller, isPlausible } from './plausible';
import { isAmongNumbers, isAssigned, isDeclared, isInProgram, isRegister } from './program-text';
import type { Scene } from './scene';

const FIRST_FAILURE = 0x8000_0000;
const FIRST_INFORMATION = 0x4000_0000;
/** Set in codes that no part of Windows defines: without a word for an error it may be any number. */
const VENDOR_BIT = 0x2000_0000;
const TWO_TO_32 = 0x1_0000_0000;
/** It says that something went wrong, not what. */
const MINUS_ONE = 0xffff_ffff;
/** An exception code that is one of the registry's roots, too. */
const BREAKPOINT = 0x8000_0003;
/** Below it programmers count up from their smallest number. */
const FIRST_LARGE_STATUS = 0x8000_4000;
/** Negative numbers closer to zero are balances and distances, unless a word says otherwise. */
const LEAST_NEGATIVE = 1_000_000_000;

/** Judges one number. On machines without Windows nothing is sure, and only what is called an error counts. */
export function judge(candidate: Candidate, scene: Scene): Verdict {
  const verdict = judgeAtHome(candidate, scene) ?? (isAllThatIsAsked(candidate, scene) ? 'likely' : undefined);
  if (verdict === undefined || scene.asked || !scene.words.isForeign) return verdict;
  const label = scene.words.labelBefore(candidate.start);
  if (label !== 'error' && label !== 'stop' && label !== 'label') return undefined;
  if (!isPlausible(candidate.value)) return undefined;
  return scene.isKnown(candidate.value) ? verdict : 'likely';
}

/** Whoever writes nothing but eight digits behind `0x` wants to know what they say, whatever they are. */
function isAllThatIsAsked({ start, end, value, spelling, form }: Candidate, { asked, text }: Scene): boolean {
  return asked && value !== 0 && spelling === 'hex' && form === 'whole' && text.trim().length === end - start;
}

function judgeAtHome(candidate: Candidate, scene: Scene): Verdict {
  const { text, words } = scene;
  const { start, end, value, form } = candidate;
  if (form !== 'extended' && isPartOfId(text, candidate)) return undefined;
  if (isExtendCode(text, candidate)) return undefined;
  // A program's word for an error is a name it gives, not a report; who shows a line and asks means the number.
  if (!scene.asked && isDeclared(text, candidate)) return undefined;

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

/** Values without the failure bit: stop codes and Win32 numbers with leading zeros, and information. */
function judgeHarmless(candidate: Candidate, { words, asked, text }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, form } = candidate;
  const { isKnown, isLabeled, hasError, label } = evidence;
  // That a small number has an entry says nothing: most of them are counts, sizes and masks.
  if (isKnown && value > LARGEST_SMALL) return asked || !isInformative(text, candidate) ? 'sure' : undefined;
  if (form !== 'whole' || value === 0 || isStopParameter(text, candidate)) return undefined;
  if (label === 'place' && !isBesideName(text, candidate)) return undefined;
  if (!isLabeled && isOfProgram(text, candidate, hasError)) return undefined;
  if (words.hasStopNear(start, end)) return 'sure';
  if (value >= FIRST_INFORMATION) return asked ? 'likely' : undefined;
  if (value === 1 || value > LARGEST_SMALL) return undefined;
  if (!isLabeled && isRegistryValue(text, candidate)) return undefined;
  if (label === 'label' && isInProgram(text, candidate)) return asked ? 'likely' : undefined;
  if (hasError) return 'sure';
  const isSingleBit = (value & (value - 1)) === 0;
  const isMask = (value & (value + 1)) === 0;
  return asked || (text.trim().length === end - start && !isSingleBit && !isMask) ? 'likely' : undefined;
}

function judgeHex(candidate: Candidate, { text, asked }: Scene, evidence: Evidence): Verdict {
  const { value, form } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  // Whoever shows a whole log does not ask about the time stamps in it.
  if (label === 'place' && !(isKnown && hasError)) return asked && !text.includes('\n') ? 'likely' : undefined;
  if (isKnown && (hasError || !isOfProgram(text, candidate, hasError))) {
    return form === 'scattered' && !hasError ? 'likely' : 'sure';
  }
  if (form === 'scattered') return undefined;

  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  // "It failed at 0x80070070" is no place in memory.
  if (isAddressed(text, candidate) && !(isPlausible && label === 'error')) return asked ? 'likely' : undefined;
  if (isArbitrary(value)) {
    if (form === 'extended' || value === MINUS_ONE) return undefined;
    if (asked) return 'likely';
    if (isFiller(value) || (label !== 'error' && label !== 'stop')) return undefined;
    return value === BREAKPOINT ? 'sure' : 'likely';
  }
  if (form === 'extended') return isNtStatus(value) || isLabeled ? 'sure' : asked ? 'likely' : undefined;
  if (!isLabeled && isOfProgram(text, candidate, hasError)) return isPlausible && asked ? 'likely' : undefined;
  if (form === 'joined') return hasError && isPlausible ? 'sure' : 'likely';
  if (isPlausible) return hasError || !isAssigned(text, candidate) ? 'sure' : 'likely';
  const isVendors = (value & VENDOR_BIT) !== 0;
  if (isLabeled) return isVendors && label === 'label' ? 'likely' : 'sure';
  if (asked || hasError) return 'likely';
  return isVendors || label === 'name' || isAssigned(text, candidate) ? undefined : 'likely';
}

function isOfProgram(text: string, candidate: Candidate, hasError: boolean): boolean {
  return isRegister(text, candidate) || isAmongNumbers(text, candidate, hasError) || isInProgram(text, candidate);
}

function judgeBareHex(candidate: Candidate, { text, asked, words, hasPrefixed }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, form } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  if (label === 'place' || label === 'name') return undefined;
  if (form === 'extended') {
    if (isArgument(text, candidate)) return undefined;
    if (!isNtStatus(value)) return asked ? 'likely' : undefined;
    return isLabeled || isStopParameter(text, candidate) ? 'sure' : asked ? 'likely' : undefined;
  }
  if (!isLabeled && (isAttached(text, candidate) || isInRow(text, candidate) || isRegister(text, candidate))) {
    return undefined;
  }
  if (!isLabeled && isAmount(text, candidate)) return undefined;
  // Eight decimal digits are an order or a phone number more often than a code, even one that has an entry.
  const hasLetter = /[a-f]/i.test(text.slice(start, end));
  const isExpected = hasError || hasPrefixed || words.isWindowsTrouble || text.trim().length === end - start;
  if (isKnown && (hasLetter || isExpected)) return 'sure';
  if (value < FIRST_FAILURE || isArbitrary(value)) return undefined;
  if (isStopParameter(text, candidate)) return isNtStatus(value) ? 'sure' : undefined;
  if (!isLabeled && isAddressed(text, candidate)) return undefined;

  if (isPlausible && hasError) return 'sure';
  if (hasLetter && (isPlausible || label === 'error' || label === 'stop')) return 'likely';
  if (isPlausible && words.isWindowsTrouble) return 'likely';
  return asked ? 'likely' : undefined;
}

function judgeDecimal(candidate: Candidate, { text, asked }: Scene, evidence: Evidence): Verdict {
  const { start, end, value, spelling, form } = candidate;
  const { isKnown, isPlausible, isLabeled, hasError, label } = evidence;
  // Below that only the property that also holds information codes has got so far.
  if (value < FIRST_FAILURE) return isKnown ? 'sure' : 'likely';
  if (label === 'place' || label === 'name') return undefined;
  if (isArbitrary(value)) return isLabeled && asked ? 'likely' : undefined;
  if (!isLabeled && hangsOnWords(text, start, end)) return undefined;

  if (spelling === 'signed-decimal') {
    if (!isLabeled && TWO_TO_32 - value < LEAST_NEGATIVE) return undefined;
    if (!hasError && value < FIRST_LARGE_STATUS) return undefined;
    if (isKnown || isPlausible || hasError) return 'sure';
  }
  if (isLabeled || isKnown || (isPlausible && hasError)) return 'sure';
  const isWhole = spelling === 'signed-decimal' || form === 'extended';
  return asked && (isPlausible || isWhole) ? 'likely' : undefined;
}

/** A decimal number that is part of an id or counts something. */
function hangsOnWords(text: string, start: number, end: number): boolean {
  return isAttached(text, { start, end }) || /[a-z]/i.test(text.charAt(start - 1)) || isAmount(text, { end });
}

/** An error status of the system itself, as exception codes are: 0xC0000005, 0x80000003, 0xC000021A. */
function isNtStatus(value: number): boolean {
  const family = value >>> 16;
  return family === 0xc000 || (family === 0x8000 && !isArbitrary(value) && (value & 0xffff) <= 0x2d);
}
