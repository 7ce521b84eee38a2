/** A number in a normalized text that might be a code, before anything around it has been asked. */

import type { Spelling } from './mention';

export interface Candidate {
  /** Half-open range in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** The unsigned 32-bit value. */
  readonly value: number;
  readonly spelling: Exclude<Spelling, 'symbol' | 'slip'>;
  /**
   * How plainly it stands there: `whole` in one piece; `joined` across one break (a line end, a blank, a hyphen);
   * `scattered` across several; `extended` as the low half of 64 bits, in hex or decimal; `glued` behind a word for an error; `short` with
   * its leading zeros left out.
   */
  readonly form: 'whole' | 'joined' | 'scattered' | 'extended' | 'glued' | 'short';
}

/** Receives candidates as a reader finds them. */
export type Collect = (candidate: Candidate) => void;
