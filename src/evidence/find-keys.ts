/**
 * Finds product keys in a text: 25 characters in five groups, whatever stands between the groups, and in one piece where
 * nothing does. One pass, linear.
 */

import type { Span } from '../code/mention';
import { BLANK, BREAK, HYPHEN, KEY, keyCharacterOf, keyClassOf, MARK, SEPARATOR, SLIP, WRAP } from './key-characters';

export interface FoundKey extends Span {
  /** The 25 characters in capitals. */
  readonly characters: string;
}

const LENGTH = 25;
const GROUP = 5;
/** What people put between two groups is shorter: a hyphen with blanks, a line end with quote marks. */
const LONGEST_GAP = 12;
/** Fewer letters than this in 25 characters make a number. */
const FEWEST_LETTERS = 3;
const MOST_SLIPS = 2;
/** Behind "key:" a scanner's slips are believed more readily. */
const MOST_SLIPS_NAMED = 4;

const NAMED =
  /(?:ipk|inpkey|pidkey|key|密钥|密鑰|金鑰|激活码|序列号|schlüssel|clé|clave|ключ\p{L}{0,4}|キー)\W{0,6}$/iu;
const LONGEST_NAME = 24;
/** A character written as in an address: `%2D` for the hyphen. */
const ENCODED = /%(2[0-9a-f]|0[9ad]|[357][cde])/iy;
const ENCODED_LENGTH = '%2D'.length;

/** Letters and digits with nothing foreign between them. */
interface Stretch {
  readonly places: number[];
  /** The class of what stands before each, `NOTHING` where the two touch. */
  readonly gaps: number[];
  /** How many before each are slips, letters. */
  readonly slips: number[];
  readonly letters: number[];
}

const NOTHING = 0;

/** The keys of a text in order; none overlaps another. */
export function findKeys(text: string): readonly FoundKey[] {
  const found: FoundKey[] = [];
  let stretch = newStretch();
  let gap = BREAK;
  let gapStart = 0;
  for (let place = 0; place < text.length; ) {
    const isEncoded = text[place] === '%' && isEncodedAt(text, place);
    const kind = isEncoded ? HYPHEN : keyClassOf(text.charCodeAt(place));
    const width = isEncoded ? ENCODED_LENGTH : 1;
    if (kind === KEY || kind === SLIP) {
      if (gap === BREAK && stretch.places.length > 0) {
        collect(text, stretch, found);
        stretch = newStretch();
      }
      push(stretch, text, place, gap === BREAK ? SEPARATOR : place === gapStart ? NOTHING : gap, kind === SLIP);
      gapStart = place + 1;
      gap = MARK;
    } else if (kind === BREAK || place + width - gapStart > LONGEST_GAP) {
      gap = BREAK;
    } else if (gap !== BREAK) {
      gap = Math.max(gap, kind);
    }
    place += width;
  }
  collect(text, stretch, found);
  return found;
}

function isEncodedAt(text: string, place: number): boolean {
  ENCODED.lastIndex = place;
  return ENCODED.test(text);
}

function newStretch(): Stretch {
  return { places: [], gaps: [], slips: [0], letters: [0] };
}

function push(stretch: Stretch, text: string, place: number, gap: number, isSlip: boolean): void {
  const count = stretch.places.length;
  stretch.places.push(place);
  stretch.gaps.push(gap);
  stretch.slips.push((stretch.slips[count] ?? 0) + (isSlip ? 1 : 0));
  stretch.letters.push((stretch.letters[count] ?? 0) + (isDigit(text.charAt(place)) ? 0 : 1));
}

function collect(text: string, stretch: Stretch, found: FoundKey[]): void {
  const { places } = stretch;
  for (let first = 0; first + LENGTH <= places.length; ) {
    if (!isKey(text, stretch, first)) {
      first += 1;
      continue;
    }
    const key = places.slice(first, first + LENGTH);
    found.push({
      start: key[0] ?? 0,
      end: (key[LENGTH - 1] ?? 0) + 1,
      characters: key.map((place) => keyCharacterOf(text.charAt(place))).join(''),
    });
    first += LENGTH;
  }
}

function isKey(text: string, stretch: Stretch, first: number): boolean {
  const { gaps } = stretch;
  const gapAt = (index: number): number => gaps[first + index] ?? SEPARATOR;
  const between = [gapAt(GROUP), gapAt(2 * GROUP), gapAt(3 * GROUP), gapAt(4 * GROUP)];
  const isSolid = between.every((gap) => gap === NOTHING || gap === MARK || gap === WRAP);
  const isGrouped = between.every((gap) => gap !== NOTHING);
  if (!isSolid && !isGrouped) return false;

  const slips = countIn(stretch.slips, first);
  const letters = countIn(stretch.letters, first);
  if (letters < FEWEST_LETTERS) return false;
  const within = widestWithin(gaps, first);
  const isBounded = gapAt(0) !== NOTHING && gapAt(LENGTH) !== NOTHING;
  const digits = LENGTH - letters;

  if (isGrouped && between.every((gap) => gap === HYPHEN)) {
    if (slips === 0) return within <= BLANK;
    return isBounded && within <= WRAP && digits > 0;
  }
  if (!isBounded || within > WRAP) return false;
  if (slips === 0) return isGrouped || isOneCase(text, stretch, first);
  if (isGrouped && slips <= MOST_SLIPS) return true;
  return slips <= MOST_SLIPS_NAMED && digits >= 2 && isNamed(text, stretch, first);
}

/** The widest of the gaps inside the five groups. */
function widestWithin(gaps: readonly number[], first: number): number {
  let widest = NOTHING;
  for (let index = 1; index < LENGTH; index += 1) {
    if (index % GROUP !== 0) widest = Math.max(widest, gaps[first + index] ?? NOTHING);
  }
  return widest;
}

function countIn(sums: readonly number[], first: number): number {
  return (sums[first + LENGTH] ?? 0) - (sums[first] ?? 0);
}

/** Keys in one piece are typed in one case; base64 and the ids of programs mix both. */
function isOneCase(text: string, { places }: Stretch, first: number): boolean {
  const characters = places
    .slice(first, first + LENGTH)
    .map((place) => text.charAt(place))
    .join('');
  return characters === characters.toUpperCase() || characters === characters.toLowerCase();
}

function isNamed(text: string, { places }: Stretch, first: number): boolean {
  const start = places[first] ?? 0;
  return NAMED.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
}

function isDigit(character: string): boolean {
  return /[0-9０-９]/.test(character);
}
