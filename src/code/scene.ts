/** One text under examination: what every judgment about a number in it may ask. */

import { codeValue, type ErrorCode } from './error-code';
import type { Span } from './mention';
import { findUrls } from './urls';
import { indexWords, type WordIndex } from './words';

export interface Scene {
  /** The normalized text. */
  readonly text: string;
  /** Codes that have an entry. */
  readonly known: ReadonlySet<ErrorCode>;
  /** Somebody asked for an answer, so that weaker signs are enough. */
  readonly asked: boolean;
  readonly words: WordIndex;
  /** A code with its prefix stands somewhere in the text, so that a bare number is no surprise. */
  readonly hasPrefixed: boolean;
  /** Tells whether the code of an unsigned value has an entry. */
  isKnown(value: number): boolean;
  isInUrl(place: number): boolean;
  /** Marks a stretch as explained: nothing else is read out of it. */
  take(stretch: Span): void;
  isTaken(stretch: Span): boolean;
}

const PREFIXED = /0x[48c][0-9a-f]{7}(?![0-9a-z])/i;

/** The values of a set of codes; a bot keeps one set for as long as it runs. */
const valuesOf = new WeakMap<ReadonlySet<ErrorCode>, ReadonlySet<number>>();

export function createScene(text: string, known: ReadonlySet<ErrorCode>, asked: boolean): Scene {
  const values = valuesOf.get(known) ?? new Set(Array.from(known, codeValue));
  valuesOf.set(known, values);
  const taken = new Uint8Array(text.length);
  return {
    text,
    known,
    asked,
    words: indexWords(text),
    hasPrefixed: PREFIXED.test(text),
    isKnown: (value) => values.has(value),
    isInUrl: findUrls(text),
    take: ({ start, end }) => {
      taken.fill(1, start, end);
    },
    isTaken: ({ start, end }) => {
      for (let place = start; place < end; place += 1) if (taken[place] === 1) return true;
      return false;
    },
  };
}
