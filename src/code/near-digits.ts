/**
 * Which numbers of many lie within a few slips of digits that somebody typed. Ascending numbers are a tree of their hex
 * digits, in which what begins alike lies together: a branch is left as soon as its first digits are too far off, so that
 * most numbers are never looked at.
 */

export interface Near {
  readonly value: number;
  /** In half edits. */
  readonly distance: number;
}

/** What one slip counts, in half edits. */
export const EDIT = 2;
const SMALL_EDIT = 1;

const DIGITS = 8;
/** Longer than any code with its slips; what lies beyond is not compared. */
export const LONGEST = 16;
/** Stands for whatever is no digit: each differs from all digits, and is never doubled. */
const NO_DIGIT = 16;

/** Hex digits that are taken for each other. */
const CONFUSED = confusions('8B', '0D', 'EF', '6B');

/** The digits that were typed, and a row of distances for each digit that was meant: a walk needs no memory of its own. */
const TYPED = new Uint8Array(LONGEST);
const ROWS = new Uint8Array((DIGITS + 1) * (LONGEST + 1));

/**
 * All numbers of `ascending` whose eight digits are at most `farthest` half edits from those typed, in ascending order. It
 * is optimal string alignment: each stretch is edited once, which is all that one slip does.
 */
export function findNear(typed: string, ascending: ArrayLike<number>, farthest: number): readonly Near[] {
  const near: Near[] = [];
  const columns = Math.min(typed.length, LONGEST);
  for (let column = 0; column <= columns; column += 1) ROWS[column] = column * EDIT;
  for (let index = 0; index < columns; index += 1) TYPED[index] = digitOf(typed.charCodeAt(index));
  descend(0, ascending.length, 1, NO_DIGIT);
  return near;

  /** From `start` to `end` all numbers have the digits before `depth` in common, of which `before` is the last. */
  function descend(start: number, end: number, depth: number, before: number): void {
    const shift = (DIGITS - depth) * 4;
    for (let place = start; place < end; ) {
      const value = ascending[place] ?? 0;
      const next = depth === DIGITS ? place + 1 : firstAbove((value | (2 ** shift - 1)) >>> 0, ascending, place, end);
      const digit = (value >>> shift) & 0xf;
      const least = fillRow(columns, depth, digit, before);
      if (least <= farthest && depth < DIGITS) descend(place, next, depth + 1, digit);
      const distance = at(DIGITS * (LONGEST + 1) + columns);
      if (depth === DIGITS && distance <= farthest) near.push({ value, distance });
      place = next;
    }
  }
}

/** The row of one more digit that was meant, and the least that the distance comes to, whatever digits follow. */
function fillRow(columns: number, depth: number, meant: number, meantBefore: number): number {
  const row = depth * (LONGEST + 1);
  const last = row - (LONGEST + 1);
  const lost = meant === meantBefore ? SMALL_EDIT : EDIT;
  ROWS[row] = depth * EDIT;
  let least = at(row) + missing(columns, depth);
  let digitBefore = NO_DIGIT;
  for (let column = 1; column <= columns; column += 1) {
    const digit = TYPED[column - 1] ?? NO_DIGIT;
    let distance = at(last + column - 1) + replacing(digit, meant);
    distance = Math.min(distance, at(last + column) + lost);
    distance = Math.min(distance, at(row + column - 1) + (digit === digitBefore ? SMALL_EDIT : EDIT));
    if (digit === meantBefore && digitBefore === meant) {
      distance = Math.min(distance, at(last - (LONGEST + 1) + column - 2) + EDIT);
    }
    ROWS[row + column] = distance;
    least = Math.min(least, distance + missing(columns - column, depth));
    digitBefore = digit;
  }
  return least;
}

/** What it takes at least to make as many digits of those left in what was typed as are left of what was meant. */
function missing(left: number, depth: number): number {
  return Math.abs(left - (DIGITS - depth)) * SMALL_EDIT;
}

function replacing(typed: number, meant: number): number {
  if (typed === meant) return 0;
  return CONFUSED[typed * NO_DIGIT + meant] === 1 ? SMALL_EDIT : EDIT;
}

/** The first place from `start` on with a number above `limit`; most often it is near. */
function firstAbove(limit: number, ascending: ArrayLike<number>, start: number, end: number): number {
  let low = start;
  let high = end;
  for (let step = 1; low + step < end; step *= 2) {
    if ((ascending[low + step] ?? 0) > limit) {
      high = low + step;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(place: number): number {
  return ROWS[place] ?? 0;
}

function digitOf(character: number): number {
  const digit = Number.parseInt(String.fromCharCode(character), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
}

function confusions(...pairs: readonly string[]): Uint8Array {
  const table = new Uint8Array(NO_DIGIT * (NO_DIGIT + 1));
  for (const pair of pairs) {
    const [one = NO_DIGIT, other = NO_DIGIT] = Array.from(pair, (digit) => Number.parseInt(digit, 16));
    table[one * NO_DIGIT + other] = 1;
    table[other * NO_DIGIT + one] = 1;
  }
  return table;
}
