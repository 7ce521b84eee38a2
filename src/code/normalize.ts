/**
 * The text as codes are sought in it: ASCII forms instead of full-width ones, no zero-width marks, no tags, entities
 * read. Every character remembers where it came from.
 */

import { isHexDigit } from './characters';
import { DROP, foldPair, foldUnit, KEEP } from './fold-table';
import { type Construct, readEntity, readEscape, readTag } from './markup';
import type { Span } from './mention';
import { matchEnd } from './sticky';

/** A text to search and the way back to the text as it came in. */
export interface View {
  readonly text: string;
  /** Where a stretch of `text`, not empty, stands in the original. */
  toSpan(start: number, end: number): Span;
}

/** Anything outside plain ASCII, or an ASCII character that may open markup, an escape or a soft line break. */
const FOLDABLE = /[^\x20-\x7e\t\r\n]|[<&\\]|=\r?\n/;

/** A terminal's color sequence. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins it
const COLOR_SEQUENCE = /\x1b\[[\d;]{0,16}m/y;
/** The soft line break of quoted-printable mail. */
const SOFT_BREAK = /=\r?\n/y;

const ESCAPE = 0x1b;
const ZERO = 0x30;
const LATIN_X = 0x78;
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;

/** Makes a string of code units at once. A surrogate without its other half becomes U+FFFD, as wide as before. */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Makes the view of a text. Work and memory grow linearly with the text. */
export function normalize(text: string): View {
  if (!FOLDABLE.test(text)) return { text, toSpan: (start, end) => ({ start, end }) };

  const units = new Uint16Array(text.length);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let length = 0;
  for (let start = 0; start < text.length; ) {
    let unit = text.charCodeAt(start);
    let end = start + 1;
    const construct = readConstruct(text, start, unit);
    if (construct !== undefined) {
      ({ unit, end } = construct);
    } else if (unit >= 0x80) {
      const pair = isHighSurrogate(unit) ? foldPair(unit, text.charCodeAt(end)) : KEEP;
      const folded = pair === KEEP ? foldUnit(unit) : pair;
      if (pair !== KEEP) end += 1;
      if (folded !== KEEP) unit = folded;
      else if (isCross(unit) && units[length - 1] === ZERO && isHexDigit(text.charCodeAt(end))) unit = LATIN_X;
    }
    if (unit !== DROP) {
      units[length] = unit;
      starts[length] = start;
      ends[length] = end;
      length += 1;
    }
    start = end;
  }
  return {
    text: UTF_16.decode(units.subarray(0, length)),
    toSpan: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }),
  };
}

function readConstruct(text: string, start: number, unit: number): Construct | undefined {
  switch (unit) {
    case LESS_THAN:
      return readTag(text, start);
    case AMPERSAND:
      return readEntity(text, start);
    case BACKSLASH:
      return readEscape(text, start);
    case EQUALS:
      return readDropped(SOFT_BREAK, text, start);
    case ESCAPE:
      return readDropped(COLOR_SEQUENCE, text, start);
    default:
      return undefined;
  }
}

function readDropped(pattern: RegExp, text: string, start: number): Construct | undefined {
  const end = matchEnd(pattern, text, start);
  return end === undefined ? undefined : { end, unit: DROP };
}

/** What stands for the `x` of `0x`: typesetting makes a multiplication sign of it, a Cyrillic keyboard its own letter. */
function isCross(unit: number): boolean {
  return unit === 0xd7 || unit === 0x445 || unit === 0x425;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
