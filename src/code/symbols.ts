/**
 * Finds what looks like the name of an error: `ERROR_ACCESS_DENIED`, `IRQL NOT LESS OR EQUAL`. Whether there is such a
 * name says the table that is asked, and it is asked about nothing else.
 */

import type { ErrorCode } from './error-code';
import type { Span } from './mention';
import type { Scene } from './scene';

/** The codes of a name, case aside: HRESULT and NTSTATUS values, Win32 numbers as 0x8007xxxx, stop codes. */
export type Named = (symbol: string) => readonly ErrorCode[] | undefined;

export interface FoundSymbol extends Span {
  /** In capitals, with low lines. */
  readonly name: string;
  readonly codes: readonly ErrorCode[];
  /** Written with blanks, as the blue screen has it where a font or a retelling lost the low lines. */
  readonly isSpelledOut: boolean;
  /** All of it in capitals. */
  readonly isShouted: boolean;
}

/** A word of two parts or more; Markdown escapes the low line. */
const TOKEN = /(?<![A-Za-z0-9_])_{0,2}([A-Za-z][A-Za-z0-9]*(?:\\?_[A-Za-z0-9]+)+)/g;
const CAPITALS = /^[A-Z0-9_]+$/;
const LONGEST_NAME = 64;
/** What a part of a path, a variable, an address stands behind or before. */
const ATTACHED_BEFORE = /[./\\$@#%&?-]$/;
const ATTACHED_AFTER = /^(?:[/\\$@]|[.:-][A-Za-z0-9_]|::|\()/;
/** How WSL writes what failed, from the outside in: `Wsl/Service/CreateInstance/HCS_E_CONNECTION_TIMEOUT`. */
const WSL_STEPS = /\bWsl\/(?:\w{1,40}\/){1,6}$/;
const LONGEST_STEPS = 96;
const NUMBER_IN_BRACKETS = /^\((?:0x)?[0-9a-f]{1,8}\)/i;

const WORD = /[A-Za-z0-9]+/g;
const MOST_WORDS = 8;
const REACH_BEFORE = 72;
const REACH_AFTER = 64;

/** Nobody asks about so many names; beyond that it is a program. */
const MOST_LOOKUPS = 256;
/** A name that stands in more places says no more by the next one. */
const MOST_PLACES = 16;

/** The names of a text in order, each place once. */
export function findSymbols(scene: Scene, named: Named): readonly FoundSymbol[] {
  const seen = new Map<string, readonly ErrorCode[] | undefined>();
  const lookUp = (name: string): readonly ErrorCode[] | undefined => {
    if (!seen.has(name) && seen.size < MOST_LOOKUPS) seen.set(name, named(name));
    return seen.get(name);
  };
  return [...findTokens(scene, lookUp), ...findSpelledOut(scene, lookUp)].sort((a, b) => a.start - b.start);
}

function findTokens({ text, asked }: Scene, lookUp: Named): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  const places = new Map<string, number>();
  for (const match of text.matchAll(TOKEN)) {
    const [whole, token = ''] = match;
    const end = match.index + whole.length;
    const start = end - token.length;
    const plain = token.replaceAll('\\', '');
    if (plain.length > LONGEST_NAME || !(asked || CAPITALS.test(plain)) || isAttached(text, start, end)) continue;
    const name = plain.toUpperCase();
    const seen = (places.get(name) ?? 0) + 1;
    places.set(name, seen);
    if (places.size > MOST_LOOKUPS) break;
    if (seen > MOST_PLACES) continue;
    const codes = lookUp(name);
    if (codes !== undefined) found.push({ start, end, name, codes, isSpelledOut: false, isShouted: name === plain });
  }
  return found;
}

/** Tells whether the name is the last step of what WSL reports. */
export function isWslStep(text: string, { start }: Pick<Span, 'start'>): boolean {
  return text[start - 1] === '/' && WSL_STEPS.test(text.slice(Math.max(0, start - LONGEST_STEPS), start));
}

function isAttached(text: string, start: number, end: number): boolean {
  if (isWslStep(text, { start })) return false;
  const after = text.slice(end, end + '(0xC0000005)'.length);
  return (
    ATTACHED_BEFORE.test(text.charAt(start - 1)) || (ATTACHED_AFTER.test(after) && !NUMBER_IN_BRACKETS.test(after))
  );
}

/** Names in words: beside a word for a blue screen, or all that somebody says who asks. */
function findSpelledOut({ text, asked, words }: Scene, lookUp: Named): FoundSymbol[] {
  const places = words.stops.map(({ start, end }) => ({
    start: Math.max(0, start - REACH_BEFORE),
    end: Math.min(text.length, end + REACH_AFTER),
  }));
  if (asked && text.length <= LONGEST_NAME) places.push({ start: 0, end: text.length });
  const found: FoundSymbol[] = [];
  let done = 0;
  for (const place of places) {
    for (const symbol of readWords(text, { start: Math.max(done, place.start), end: place.end }, lookUp)) {
      found.push(symbol);
      done = symbol.end;
    }
  }
  return found;
}

function readWords(text: string, { start, end }: Span, lookUp: Named): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  const spans = Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
  for (let first = 0; first < spans.length; first += 1) {
    for (let count = countJoined(text, spans, first); count >= 2; count -= 1) {
      const words = spans.slice(first, first + count);
      const written = words.map((word) => text.slice(word.start, word.end)).join('_');
      const name = written.toUpperCase();
      const codes = lookUp(name);
      if (codes === undefined) continue;
      found.push({
        start: words[0]?.start ?? start,
        end: words.at(-1)?.end ?? end,
        name,
        codes,
        isSpelledOut: true,
        isShouted: name === written,
      });
      first += count - 1;
      break;
    }
  }
  return found;
}

/** How many words follow one another with a single blank between. */
function countJoined(text: string, spans: readonly Span[], first: number): number {
  let count = 1;
  for (; count < MOST_WORDS; count += 1) {
    const last = spans[first + count - 1];
    const next = spans[first + count];
    if (last === undefined || next?.start !== last.end + 1 || !/[ \t]/.test(text.charAt(last.end))) break;
  }
  return count;
}
