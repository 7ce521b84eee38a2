/**
 * The words around a number that tell what it is: an error, or an address, a commit, a phone number. Found once per
 * text, in one pass, then asked for by place.
 */

import { isLetter } from './characters';
import type { Span } from './mention';
import { countUpTo } from './ordered';
import { VOCABULARY } from './vocabulary';
import { createWordFinder, type WordFinder } from './word-trie';

/**
 * `stop` and `error` speak for a code nearby, `label` only for one directly behind it ("exit code 3221225477"). `place`
 * and `name` speak against the one behind them: a place is a number that may carry `0x` (address, color, time stamp), a
 * name is one that does not (commit, phone, serial number). `foreign` says that the whole text is about a machine without
 * Windows, unless it names something of Windows (`home`).
 */
export type WordKind = 'stop' | 'error' | 'place' | 'name' | 'label' | 'foreign' | 'home';

interface Word extends Span {
  readonly kind: WordKind;
}

export interface WordIndex {
  /** The kind of the word that labels the place: directly before it, with nothing between but punctuation and filler. */
  labelBefore(place: number): WordKind | undefined;
  /** Tells whether one of the words for an error stands near the stretch, or only words for a blue screen. */
  hasErrorNear(start: number, end: number): boolean;
  hasStopNear(start: number, end: number): boolean;
  /** The text has a word for a stop code. */
  readonly hasStop: boolean;
  /** The first words that can mean nothing but a blue screen: not "stop" alone, which is a verb, too. */
  readonly stops: readonly Span[];
  /** The text names something of Windows and has a word for an error, however far apart. */
  readonly isWindowsTrouble: boolean;
  /** The text is about a machine without Windows. */
  readonly isForeign: boolean;
}

const LONGEST_GAP = 24;
const REACH_BEFORE = 72;
const REACH_AFTER = 40;
const MOST_STOPS = 8;

const KINDS: readonly WordKind[] = ['foreign', 'home', 'stop', 'error', 'place', 'name', 'label'];

/** What may stand between a label and its number: punctuation, and "is", "was", "of" and their like. */
const GAP =
  /^(?:[\s:=#*_~`'"“”‘’„«»「」『』【】〔〕[\](){}<>|,.。、…\-–—→@$+?!]|(?:is|was|of|with|at|on|the|me|us|no|nr|number|a|an|value|hex|in|decimal|dec|int32|uint32|dword|und|ist|mit|est|は|が|为|為|是|了|值|号|码)(?![a-z])){0,24}$/i;

let vocabulary: WordFinder<WordKind> | undefined;

/** The finder, made for the first text that needs it: most messages end before. */
function finder(): WordFinder<WordKind> {
  vocabulary ??= createWordFinder(KINDS.map((kind) => [kind, VOCABULARY[kind]] as const));
  return vocabulary;
}

/** Finds all words of a text at once; linear. */
export function indexWords(text: string): WordIndex {
  const words = findWords(text);

  const kinds = new Set(words.map(({ kind }) => kind));
  const wordEnds = words.map((word) => word.end);
  /** The last word that ends at or before the place. */
  const before = (place: number): number => countUpTo(wordEnds, place) - 1;

  const isNear = (start: number, end: number, accepts: (kind: WordKind) => boolean): boolean => {
    const last = before(start);
    for (let index = last; index >= 0; index -= 1) {
      const word = words[index];
      if (word === undefined || word.end < start - REACH_BEFORE) break;
      if (accepts(word.kind)) return true;
    }
    for (let index = last + 1; index < words.length; index += 1) {
      const word = words[index];
      if (word === undefined || word.start > end + REACH_AFTER) break;
      if (accepts(word.kind)) return true;
    }
    return false;
  };

  return {
    labelBefore: (place) => {
      const word = words[before(place)];
      if (word === undefined || place - word.end > LONGEST_GAP) return undefined;
      return GAP.test(text.slice(word.end, place)) ? word.kind : undefined;
    },
    hasErrorNear: (start, end) => isNear(start, end, isTrouble),
    hasStopNear: (start, end) => isNear(start, end, (kind) => kind === 'stop'),
    hasStop: kinds.has('stop'),
    stops: words.filter((word) => word.kind === 'stop' && !isVerb(text, word)).slice(0, MOST_STOPS),
    isWindowsTrouble: kinds.has('home') && (kinds.has('error') || kinds.has('stop')),
    isForeign: kinds.has('foreign') && !kinds.has('home'),
  };
}

function isVerb(text: string, { start, end }: Span): boolean {
  return /^stop:?$/i.test(text.slice(start, end));
}

function isTrouble(kind: WordKind): boolean {
  return kind === 'error' || kind === 'stop';
}

function findWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const lowered = text.toLowerCase();
  // One letter in Unicode grows when lowered (İ); then words in capitals are missed, but no place is wrong.
  const searched = lowered.length === text.length ? lowered : text;
  const { mayBegin, at } = finder();
  let lastEnd = -1;
  for (let start = 0; start < text.length; start += 1) {
    if (!mayBegin(searched.charCodeAt(start))) continue;
    if (start !== lastEnd && !beginsWord(text, start)) continue;
    const found = at(searched, start);
    if (found === undefined) continue;
    words.push({ kind: found.kind, start, end: found.end });
    lastEnd = found.end;
    start = lastEnd - 1;
  }
  return words;
}

/** "terror" holds no "error", but "hErrorCode" does. Scripts without spaces need no boundary. */
function beginsWord(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  const previous = text.charCodeAt(start - 1);
  if (!isLetter(first) || !isLetter(previous)) return true;
  return isUpperCase(first) && !isUpperCase(previous);
}

function isUpperCase(letter: number): boolean {
  return letter < 0x61;
}
