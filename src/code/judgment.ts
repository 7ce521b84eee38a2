/** What has been found out about one number, and what may come of it. */

import type { Confidence } from './mention';
import type { WordKind } from './words';

export interface Evidence {
  readonly isKnown: boolean;
  readonly isPlausible: boolean;
  readonly label: WordKind | undefined;
  /** A word for an error, or one that announces a code, stands directly before it. */
  readonly isLabeled: boolean;
  /** It is labeled, or a word for an error stands near. */
  readonly hasError: boolean;
}

/** `undefined` means that it is no code, or none worth mentioning unasked. */
export type Verdict = Confidence | undefined;
