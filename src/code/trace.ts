/**
 * The cheap look at a message that ends most of them: is there anything in it that could be a code, the name of one or a
 * phrase with one? One pass.
 */

import { type Step, tabulate } from './automaton';
import { isHexDigit } from './characters';
import { DROP, foldPair, forEachFold, KEEP } from './fold-table';
import { unitsOf } from './units';
import { mayHoldPhrase, PHRASE_PIECES } from './windows-phrases';
import { createWordSpotter } from './word-spotter';

/** What a text may hold. A no is final, a yes is not. */
export interface Traces {
  /**
   * `0x`, or seven hex digits in a row with a decimal one among them, in any form and with invisible marks between; or a
   * numeric entity, which may be a part of either.
   */
  readonly number: boolean;
  /** Two parts of a name, or a word that goes with one: a name stands in capitals with low lines, a stop code's also without. */
  readonly name: boolean;
  readonly phrase: boolean;
}

/** A code with one digit lost. */
const SHORTEST = 7;

/** What a character means to the search for a number. */
const BREAK = 0;
const INVISIBLE = 1;
const BLANK = 2;
const ZERO = 3;
const DIGIT = 4;
/** A letter of a hex number, or the letter O for a zero. */
const HEX_LETTER = 5;
/** The `x` of `0x`, or what is mistaken for it: multiplication sign, asterisk, Cyrillic letter. */
const CROSS = 6;
const MEANING_BITS = 3;
const MEANING = (1 << MEANING_BITS) - 1;

/** What else there is to say of a code unit, beside its meaning and its kind as a letter of words. */
const HIGH_SURROGATE = 1 << 9;
const LOW_LINE = 1 << 10;
const DECIMAL = 1 << 11;
const AMPERSAND = 1 << 12;

const NAME = /[A-Z0-9Ａ-Ｚ０-９]\\?[_＿][A-ZＡ-Ｚ]/;
const STOP_WORD =
  /blue ?screen|bsod|stop ?code|bug ?check|[蓝藍]屏|停止代|终止代码|停止コード|ブルー ?スクリーン|블루 ?스크린|синий экран/i;
/** A piece of each of them. */
const STOP_PIECES = ['blue', 'bsod', 'stop', 'bugc', 'bug c', '屏', '停止', '终止', 'ブル', '블루', 'син'];

/** The signs of the words. */
const MAY_BE_STOP = 1;
const MAY_BE_PHRASE = 2;

const numbers = tabulate({ run: 0, hasDigit: false, wasZero: false }, MEANING_BITS, stepThroughNumber);
const words = createWordSpotter([
  [MAY_BE_STOP, STOP_PIECES],
  [MAY_BE_PHRASE, PHRASE_PIECES],
]);
const looks = buildLooks();

/** Looks through a text once. */
export function findTraces(text: string): Traces {
  const units = unitsOf(text);
  let number = 0;
  let word = 0;
  let isNumber = 0;
  let spotted = 0;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    const look = looks[units[index] ?? 0] ?? 0;
    seen |= look;
    const meaning = (look & HIGH_SURROGATE) === 0 ? look & MEANING : meaningOfPair(units[index], units[index + 1]);
    number = numbers.table[(number & numbers.at) | meaning] ?? 0;
    word = words.table[(word & words.at) | ((look >> MEANING_BITS) & ~words.at)] ?? 0;
    isNumber |= number;
    spotted |= word;
  }
  const hasAny = (flag: number): boolean => (seen & flag) !== 0;
  return {
    number: (isNumber & 1) !== 0 || (hasAny(AMPERSAND) && text.includes('&#')),
    name: (hasAny(LOW_LINE) && NAME.test(text)) || ((spotted & MAY_BE_STOP) !== 0 && STOP_WORD.test(text)),
    phrase: hasAny(DECIMAL) && (spotted & MAY_BE_PHRASE) !== 0 && mayHoldPhrase(text),
  };
}

interface Run {
  /** The hex digits so far, and whether a decimal one is among them. */
  readonly run: number;
  readonly hasDigit: boolean;
  /** A zero stood last, blanks aside. */
  readonly wasZero: boolean;
}

function stepThroughNumber(state: Run, meaning: number): Step<Run> {
  const { run, hasDigit, wasZero } = state;
  if (meaning === INVISIBLE || (meaning === BLANK && wasZero)) return { state, signs: 0 };
  if (meaning !== ZERO && meaning !== DIGIT && meaning !== HEX_LETTER) {
    const isPrefix = meaning === CROSS && wasZero;
    return { state: { run: 0, hasDigit: false, wasZero: false }, signs: isPrefix ? 1 : 0 };
  }
  const next = {
    run: Math.min(run + 1, SHORTEST),
    hasDigit: hasDigit || meaning !== HEX_LETTER,
    wasZero: meaning === ZERO,
  };
  return { state: next, signs: next.run === SHORTEST && next.hasDigit ? 1 : 0 };
}

function buildLooks(): Uint16Array {
  const table = new Uint16Array(0x1_0000);
  for (let unit = 0; unit < 0x80; unit += 1) table[unit] = meaningOf(unit);
  forEachFold((unit, folded) => {
    table[unit] = folded === DROP ? INVISIBLE : meaningOf(folded);
  });
  for (const cross of '×хХ') table[cross.charCodeAt(0)] = CROSS;
  table.fill(HIGH_SURROGATE, 0xd800, 0xdc00).fill(INVISIBLE, 0xdc00, 0xe000);
  const flag = (characters: string, flag: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | flag;
  };
  flag('_＿', LOW_LINE);
  flag('0123456789', DECIMAL);
  flag('&', AMPERSAND);
  return table.map((look, unit) => look | (words.kindOf(unit) << MEANING_BITS));
}

function meaningOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === '0') return ZERO;
  if (character === ' ') return BLANK;
  if (/[xX*]/.test(character)) return CROSS;
  if (/[1-9]/.test(character)) return DIGIT;
  return isHexDigit(unit) || /[oO]/.test(character) ? HEX_LETTER : BREAK;
}

function meaningOfPair(high = 0, low = 0): number {
  const folded = foldPair(high, low);
  return folded === KEEP ? BREAK : meaningOf(folded);
}
