/**
 * Machines that read a text one character at a time and remember no more than where they stand. As a table, a step is
 * one look-up without a decision, so that a text runs through several of them in one pass.
 */

/**
 * What follows: the entry at `(entry & at) | kind`, for the last entry, 0 at first, and the kind of the next character.
 * The low bits of an entry are the signs that the step gives; those above are the place to go on from.
 */
export interface Automaton {
  readonly table: Uint16Array;
  /** Masks the place in an entry. */
  readonly at: number;
}

/** What a step leads to. */
export interface Step<State> {
  readonly state: State;
  /** Bits, each below 2 to the power of the bits that a kind takes. */
  readonly signs: number;
}

/** Tabulates a step for every state that the first one leads to and every kind of character; kinds take `bits` bits. */
export function tabulate<State>(
  first: State,
  bits: number,
  step: (state: State, kind: number) => Step<State>,
): Automaton {
  const kinds = 1 << bits;
  const states = [first];
  const numbers = new Map([[JSON.stringify(first), 0]]);
  const entries: number[] = [];
  for (let number = 0; number < states.length; number += 1) {
    const state = states[number] ?? first;
    for (let kind = 0; kind < kinds; kind += 1) {
      const next = step(state, kind);
      const name = JSON.stringify(next.state);
      const known = numbers.get(name) ?? states.push(next.state) - 1;
      numbers.set(name, known);
      entries.push((known << bits) | next.signs);
    }
  }
  return { table: Uint16Array.from(entries), at: -kinds };
}
