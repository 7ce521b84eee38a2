/** Where addresses stand in a text: what looks like a code inside one is an id, unless the address says "error". */

import { countUpTo } from './ordered';

/** Ends an address: blanks, quotes, brackets of markup, and everything outside ASCII. */
const OUTSIDE = /[^\x21-\x7e]|["'<>`|\\^{}]/g;

/** Finds all addresses at once, linear, and answers whether a place lies inside one. */
export function findUrls(text: string): (place: number) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = text.indexOf('://'); start >= 0; ) {
    OUTSIDE.lastIndex = start;
    const end = OUTSIDE.exec(text)?.index ?? text.length;
    starts.push(start);
    ends.push(end);
    start = text.indexOf('://', end);
  }
  return (place) => place < (ends[countUpTo(starts, place) - 1] ?? 0);
}
