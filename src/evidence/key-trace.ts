/** The quick look that ends most messages: may there be a product key, or an Installation ID? */

import { type Step, tabulate } from '../code/automaton';
import { unitsOf } from '../code/units';
import { BREAK, ENCODED, HYPHEN, KEY, keyClassOf, MARK, SLIP } from './key-characters';

/** What a text may hold as it stands. A no is final, a yes is not. */
export interface SecretTraces {
  readonly key: boolean;
  readonly id: boolean;
  /** A mark or markup may stand in something, so that the text has to be read without it before anything can be ruled out. */
  readonly markup: boolean;
}

const LENGTH = 25;
/** Characters outside the keys' alphabet that 25 in a row may hold and still be looked at. */
const MOST_SLIPS = 4;
const GROUP = 5;
/** Between four hyphens. */
const MIDDLE_GROUPS = 3;
/** In whole groups: a key in parts with two slips has three groups without one. */
const FEWEST_IN_RUNS = 15;
/** The digits of an Installation ID. */
const FEWEST_DIGITS = 54;

/** What there is to say of a code unit beside its class, which takes the lowest bits. */
const CLASS_BITS = 3;
const CLASS = (1 << CLASS_BITS) - 1;
const ENCODED_SIGN = 1 << 4;
const SOFT_BREAK_SIGN = 1 << 5;
const MARKUP = 1 << 6;
const DIGIT_SHIFT = 7;

const SOFT_BREAK = /=\r?\n/;
const EVERY_ENCODED = new RegExp(ENCODED, 'gi');

const keys = tabulate({ together: 0, inGroup: 0, groups: 0 }, CLASS_BITS, stepThroughKey);
const looks = buildLooks();

/** Looks through a text once. */
export function findSecretTraces(text: string): SecretTraces {
  const units = unitsOf(text);
  let key = 0;
  let isKey = 0;
  let digits = 0;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    const look = looks[units[index] ?? 0] ?? 0;
    seen |= look;
    digits += look >> DIGIT_SHIFT;
    key = keys.table[(key & keys.at) | (look & CLASS)] ?? 0;
    isKey |= key;
  }
  const mayBeKey = (isKey & 1) !== 0 && mayHoldKey(units, text.length);
  return {
    key: mayBeKey || ((seen & ENCODED_SIGN) !== 0 && mayHoldEncodedKey(text)),
    id: digits >= FEWEST_DIGITS,
    markup: (seen & MARKUP) !== 0 || ((seen & SOFT_BREAK_SIGN) !== 0 && SOFT_BREAK.test(text)),
  };
}

/** The digits of an encoded separator are none of the key's: "B%20K%207…". */
function mayHoldEncodedKey(text: string): boolean {
  const decoded = text.replace(EVERY_ENCODED, '-');
  return decoded !== text && mayHoldKey(unitsOf(decoded), decoded.length);
}

interface Beginning {
  /** Characters of keys with no slip and no break between. */
  readonly together: number;
  /** Letters and digits since the last hyphen, and the groups of five between hyphens that follow one another. */
  readonly inGroup: number;
  readonly groups: number;
}

/** What every key has: five of its characters together, or groups of five between hyphens. */
function stepThroughKey(state: Beginning, kind: number): Step<Beginning> {
  const next = goOn(state, kind);
  return { state: next, signs: next.together === GROUP || next.groups === MIDDLE_GROUPS ? 1 : 0 };
}

function goOn({ together, inGroup, groups }: Beginning, kind: number): Beginning {
  switch (kind) {
    case BREAK:
      return { together: 0, inGroup: 0, groups: 0 };
    case KEY:
      return { together: Math.min(together + 1, GROUP), inGroup: Math.min(inGroup + 1, GROUP + 1), groups };
    case SLIP:
      return { together: 0, inGroup: Math.min(inGroup + 1, GROUP + 1), groups };
    case HYPHEN: {
      const counted = inGroup === GROUP ? Math.min(groups + 1, MIDDLE_GROUPS) : 0;
      return { together, inGroup: 0, groups: inGroup === 0 ? groups : counted };
    }
    default:
      return { together, inGroup, groups };
  }
}

/** Tells whether 25 letters and digits in a row may be a key, or the groups of one stand anywhere. */
function mayHoldKey(units: Uint16Array, length: number): boolean {
  let count = 0;
  let inGroup = 0;
  let groups = 0;
  /** Characters of keys that touch each other, and those in runs of five or more. */
  let run = 0;
  let inRuns = 0;
  /** The counts at the last slips, in turn; the place of the oldest. */
  const slips = new Uint32Array(MOST_SLIPS + 1);
  let oldest = 0;
  for (let index = 0; index < length; index += 1) {
    const kind = keyClassOf(units[index] ?? 0);
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

function buildLooks(): Uint8Array {
  const table = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => keyClassOf(unit));
  const flag = (characters: string, bit: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | bit;
  };
  flag('0123456789０１２３４５６７８９', 1 << DIGIT_SHIFT);
  flag('&<\\\u001b\ud835', MARKUP);
  flag('=', SOFT_BREAK_SIGN);
  flag('%', ENCODED_SIGN);
  return table;
}
