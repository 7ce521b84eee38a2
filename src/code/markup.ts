/**
 * The markup that may stand inside or around a code: HTML tags, platform mentions, entities, escapes written out. Each
 * reader looks at one place, says how far its construct goes and what it counts as, and never looks past the next one
 * of its kind, so that a flood of openings stays linear.
 */

import { DROP, foldPair, foldUnit, KEEP } from './fold-table';

/** A construct from the place asked to `end`; `unit` is the character it stands for, or `DROP`. */
export interface Construct {
  readonly end: number;
  readonly unit: number;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Tags that leave the text on both sides together. */
const INLINE = new Set(
  'a abbr b bdi bdo big code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);

/** Tags that separate. Unknown names are no tags: event logs paste `<Data>`, people write `<name of my server>`. */
const BREAKING = new Set(
  `address article aside at attachment blockquote body br button caption center cite codeblock col colgroup dd details
  div dl dt emoji fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label
  legend li link main meta nav ol option p pre script section select style summary svg path table tbody td textarea
  tfoot th thead time title tr ul video`.split(/\s+/),
);

const TAG_NAME = /\/?([a-z][a-z0-9]{0,11})(?=[\s/>])/iy;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,16}));/iy;
const ESCAPE = /\\(?:([nrt])|u([0-9a-f]{4}))/iy;

const ENTITIES: ReadonlyMap<string, number> = new Map([
  ...['nbsp', 'ensp', 'emsp', 'thinsp'].map((name): [string, number] => [name, SPACE]),
  ...['shy', 'zwj', 'zwnj', 'lrm', 'rlm', 'zerowidthspace', 'nobreak'].map((name): [string, number] => [name, DROP]),
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
  ['colon', 0x3a],
  ['minus', 0x2d],
  ['hyphen', 0x2d],
  ['ndash', 0x2d],
  ['times', 0xd7],
]);

/** The tag or Slack mention that the `<` at `start` opens, or `undefined` where it is only a less-than sign. */
export function readTag(text: string, start: number): Construct | undefined {
  const next = text[start + 1];
  if (next === '@' || next === '#' || next === '!') return closeTag(text, start, SPACE);
  TAG_NAME.lastIndex = start + 1;
  const name = TAG_NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (INLINE.has(name)) return closeTag(text, start, DROP);
  return BREAKING.has(name) ? closeTag(text, start, NEWLINE) : undefined;
}

/** The character reference that the `&` at `start` opens. */
export function readEntity(text: string, start: number): Construct | undefined {
  ENTITY.lastIndex = start;
  const match = ENTITY.exec(text);
  if (match === null) return undefined;
  const [, decimal, hex, name] = match;
  const unit =
    name === undefined
      ? foldCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10))
      : ENTITIES.get(name.toLowerCase());
  return unit === undefined ? undefined : { end: ENTITY.lastIndex, unit };
}

/** The `\n`, `\t` or `\u0030` that the backslash at `start` opens, as JSON and logs write them out. */
export function readEscape(text: string, start: number): Construct | undefined {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  if (match === null) return undefined;
  const [, letter, hex] = match;
  const unit = hex === undefined ? (letter === 'n' ? NEWLINE : SPACE) : foldCodePoint(Number.parseInt(hex, 16));
  return { end: ESCAPE.lastIndex, unit };
}

function closeTag(text: string, start: number, unit: number): Construct | undefined {
  for (let end = start + 1; end < text.length; end += 1) {
    const character = text[end];
    if (character === '>') return { end: end + 1, unit };
    if (character === '<') return undefined;
  }
  return undefined;
}

function foldCodePoint(point: number): number {
  if (point > 0xffff) {
    const high = 0xd800 + ((point - 0x1_0000) >> 10);
    const folded = foldPair(high, 0xdc00 + (point & 0x3ff));
    return folded === KEEP ? SPACE : folded;
  }
  const folded = foldUnit(point);
  // The fold table's own marks must not come in from outside: control characters count as blanks.
  return folded === KEEP ? Math.max(point, SPACE) : folded;
}
