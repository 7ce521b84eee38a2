/**
 * Finds out in one pass whether any of some hundred words stands in a text, whatever is around it: the machine of Aho
 * and Corasick, whose places are the beginnings of words.
 */

import type { Automaton } from './automaton';

export interface WordSpotter extends Automaton {
  /** The kind of a code unit: the same for both cases of a letter, 0 for what is in no word. */
  kindOf(unit: number): number;
}

/** Kinds take six bits: 63 different letters. */
const BITS = 6;
const KINDS = 1 << BITS;

/** Makes the machine; each list has the sign that its words give. */
export function createWordSpotter(lists: readonly (readonly [sign: number, words: readonly string[]])[]): WordSpotter {
  const letters = [...new Set(lists.flatMap(([, words]) => words.join('').toLowerCase().split('')))];
  const kinds = new Map(
    letters.flatMap((letter, index) => bothCases(letter).map((unit) => [unit, index + 1] as const)),
  );
  const kindOf = (unit: number): number => kinds.get(unit) ?? 0;

  const children: Map<number, number>[] = [new Map()];
  const signs = [0];
  for (const [sign, words] of lists) for (const word of words) add(word, sign);

  function add(word: string, sign: number): void {
    let place = 0;
    for (let index = 0; index < word.length; index += 1) {
      const kind = kindOf(word.charCodeAt(index));
      const next = children[place]?.get(kind) ?? children.push(new Map()) - 1;
      children[place]?.set(kind, next);
      signs[next] ??= 0;
      place = next;
    }
    signs[place] = (signs[place] ?? 0) | sign;
  }

  return { table: toTable(children, signs), at: -KINDS, kindOf };
}

/** Where no word goes on, the machine goes on from the longest end of what it has read that begins a word, too. */
function toTable(children: readonly Map<number, number>[], signs: number[]): Uint16Array {
  const next = new Uint16Array(children.length * KINDS);
  const queue = [{ place: 0, instead: 0 }];
  for (const { place, instead } of queue) {
    // What ends there, ends here.
    signs[place] = (signs[place] ?? 0) | (signs[instead] ?? 0);
    const fallback = next.slice(instead * KINDS, (instead + 1) * KINDS);
    if (place > 0) next.set(fallback, place * KINDS);
    for (const [kind, child] of children[place] ?? []) {
      queue.push({ place: child, instead: place === 0 ? 0 : (fallback[kind] ?? 0) });
      next[place * KINDS + kind] = child;
    }
  }
  return next.map((place) => (place << BITS) | (signs[place] ?? 0));
}

function bothCases(letter: string): number[] {
  return [letter, letter.toUpperCase()].map((character) => character.charCodeAt(0));
}
