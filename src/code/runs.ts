/** The unbroken stretches of ASCII letters and digits in a text: where all numbers stand. */

import { classOf, DIGIT, LETTER, OTHER } from './characters';

/** One stretch, half-open, with at least one digit in it. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Every character is a hex digit. */
  readonly isHex: boolean;
}

/** A text with more of them is a log or a table, where a code stands in one piece. */
const MOST_SHORT_RUNS = 2_048;
/** The digits of a code. */
const WIDTH = 8;

/**
 * Calls `visit` for each run that holds a digit, in order, until it says `stop`; one pass. Behind the first 2,048, runs
 * that are too short for a whole code are passed over.
 */
export function forEachRun(text: string, visit: (run: Run) => 'go on' | 'stop'): void {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    let kind = classOf(text.charCodeAt(index));
    if (kind === OTHER) continue;
    const start = index;
    let hasDigit = false;
    let isHex = true;
    for (; kind !== OTHER; kind = classOf(text.charCodeAt(index))) {
      hasDigit ||= kind === DIGIT;
      isHex &&= kind !== LETTER;
      index += 1;
    }
    if (!hasDigit || (count >= MOST_SHORT_RUNS && index - start < WIDTH)) continue;
    count += 1;
    if (visit({ start, end: index, isHex }) === 'stop') return;
  }
}
