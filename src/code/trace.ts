/** The cheap look at a message that ends most of them: is there anything in it that could be a code? */

import { isHexDigit } from './characters';
import { DROP, foldPair, forEachFold, KEEP } from './fold-table';

/** A code with one digit lost. */
const SHORTEST = 7;

/** What a character means to the search. */
const BREAK = 0;
const INVISIBLE = 1;
const BLANK = 2;
const ZERO = 3;
const DIGIT = 4;
/** A letter of a hex number, or the letter O for a zero. */
const HEX_LETTER = 5;
/** The `x` of `0x`, or what is mistaken for it: multiplication sign, asterisk, Cyrillic letter. */
const CROSS = 6;
/** The first half of a pair. */
const HIGH = 7;

const meanings = buildMeanings();

/**
 * Tells whether a text may hold a code: `0x`, or seven hex digits in a row with a decimal one among them, in any form
 * and with invisible marks between; or a numeric entity, which may be a part of either. A no is final, a yes is not.
 */
export function mayHoldCode(text: string): boolean {
  let run = 0;
  let hasDigit = false;
  let wasZero = false;
  for (let index = 0; index < text.length; index += 1) {
    let meaning = meanings[text.charCodeAt(index)];
    if (meaning === HIGH) meaning = meaningOfPair(text, index);
    if (meaning === INVISIBLE || (meaning === BLANK && wasZero)) continue;
    if (meaning === CROSS && wasZero) return true;
    wasZero = meaning === ZERO;
    if (meaning === ZERO || meaning === DIGIT || meaning === HEX_LETTER) {
      run += 1;
      hasDigit ||= meaning !== HEX_LETTER;
      if (run >= SHORTEST && hasDigit) return true;
    } else {
      run = 0;
      hasDigit = false;
    }
  }
  return text.includes('&#');
}

/** Two parts of a name, or a word that goes with one: a name stands in capitals with low lines, a stop code's also without. */
const NAME = /[A-Z0-9Ａ-Ｚ０-９]\\?[_＿][A-ZＡ-Ｚ]/;
const STOP_WORD =
  /blue ?screen|bsod|stop ?code|bug ?check|[蓝藍]屏|停止代|终止代码|停止コード|ブルー ?スクリーン|블루 ?스크린|синий экран/i;

/** Tells whether a text may hold the name of an error. A no is final. */
export function mayHoldName(text: string): boolean {
  return NAME.test(text) || STOP_WORD.test(text);
}

function buildMeanings(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  for (let unit = 0; unit < 0x80; unit += 1) table[unit] = meaningOf(unit);
  forEachFold((unit, folded) => {
    table[unit] = folded === DROP ? INVISIBLE : meaningOf(folded);
  });
  for (const cross of '×хХ') table[cross.charCodeAt(0)] = CROSS;
  table.fill(HIGH, 0xd800, 0xdc00);
  return table.fill(INVISIBLE, 0xdc00, 0xe000);
}

function meaningOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === '0') return ZERO;
  if (character === ' ') return BLANK;
  if (/[xX*]/.test(character)) return CROSS;
  if (/[1-9]/.test(character)) return DIGIT;
  return isHexDigit(unit) || /[oO]/.test(character) ? HEX_LETTER : BREAK;
}

function meaningOfPair(text: string, index: number): number {
  const folded = foldPair(text.charCodeAt(index), text.charCodeAt(index + 1));
  return folded === KEEP ? BREAK : meaningOf(folded);
}
