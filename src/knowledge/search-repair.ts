/** Puts slips of the pen right: a Latin word that nobody uses becomes the nearest one that entries know. */

/** Shorter words are taken as they are: `chair` is no slip of `chain`. */
const SHORTEST = 6;
/** Two letters changed places, or one is missing, doubled or wrong: in short words no more than one. */
const LONG_WORD = 8;
/** A question with more unknown words than this is about something else. */
const MOST_REPAIRS = 6;
const LATIN = /^[a-z]+$/;

/** A function for one question that repairs its words. `vocabulary` says how often each word is used. */
export type Repair = (word: string) => string;

/** Sorts the words once; each call of the result makes the function for one question. */
export function createRepairs(vocabulary: ReadonlyMap<string, number>): () => Repair {
  const byStart = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    if (word.length < SHORTEST - 1 || !LATIN.test(word)) continue;
    const start = word.charAt(0);
    const known = byStart.get(start);
    if (known === undefined) byStart.set(start, [word]);
    else known.push(word);
  }

  function nearest(word: string): string {
    const farthest = word.length < LONG_WORD ? 1 : 2;
    let best = { word, distance: farthest + 1, uses: 0 };
    // Hardly anybody gets the first letter wrong.
    for (const candidate of byStart.get(word.charAt(0)) ?? []) {
      if (Math.abs(candidate.length - word.length) > farthest) continue;
      const distance = editDistance(word, candidate);
      const uses = vocabulary.get(candidate) ?? 0;
      if (distance < best.distance || (distance === best.distance && uses > best.uses)) {
        best = { word: candidate, distance, uses };
      }
    }
    return best.word;
  }

  return () => {
    let left = MOST_REPAIRS;
    return (word) => {
      if (word.length < SHORTEST || vocabulary.has(word) || !LATIN.test(word) || left === 0) return word;
      left -= 1;
      return nearest(word);
    };
  };
}

/** Edits apart, swaps of neighbors counted as one. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
