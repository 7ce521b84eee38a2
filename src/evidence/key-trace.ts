/** The quick look that ends most messages: may there be a product key? */

import { BREAK, HYPHEN, KEY, keyClassOf, MARK, SLIP } from './key-characters';

const LENGTH = 25;
/** Characters outside the keys' alphabet that 25 in a row may hold and still be looked at. */
const MOST_SLIPS = 4;
const GROUP = 5;
/** Between four hyphens. */
const MIDDLE_GROUPS = 3;
/** In whole groups: a key in parts with two slips has three groups without one. */
const FEWEST_IN_RUNS = 15;

/** Tells whether 25 letters and digits in a row may be a key, or the groups of one stand anywhere. A no is final. */
export function mayHoldKey(text: string): boolean {
  let count = 0;
  let inGroup = 0;
  let groups = 0;
  /** Characters of keys that touch each other, and those in runs of five or more. */
  let run = 0;
  let inRuns = 0;
  /** The counts at the last slips, in turn; the place of the oldest. */
  const slips = new Uint32Array(MOST_SLIPS + 1);
  let oldest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const kind = keyClassOf(text.charCodeAt(index));
    if (kind === KEY) {
      count += 1;
      inGroup += 1;
      run += 1;
      if (run >= GROUP) inRuns += run === GROUP ? GROUP : 1;
      if (inRuns >= FEWEST_IN_RUNS || count - (slips[oldest] ?? 0) >= LENGTH) return true;
      continue;
    }
    if (kind === SLIP) {
      count += 1;
      inGroup += 1;
      slips[oldest] = count;
      oldest = (oldest + 1) % (MOST_SLIPS + 1);
      if (count - (slips[oldest] ?? 0) >= LENGTH) return true;
    } else if (kind === HYPHEN) {
      groups = inGroup === GROUP ? groups + 1 : inGroup === 0 ? groups : 0;
      inGroup = 0;
      if (groups >= MIDDLE_GROUPS) return true;
    } else if (kind === BREAK) {
      slips.fill(count);
      inGroup = 0;
      groups = 0;
    }
    if (kind !== MARK) run = 0;
  }
  return false;
}
