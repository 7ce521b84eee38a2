/** What a lint rule is. */

import type { Corpus } from './corpus';
import type { Finding } from './finding';

/** A rule as a small value. A finding that a machine can set right carries its own repair. */
export interface Rule {
  readonly id: string;
  /** What the rule holds, in one sentence. */
  readonly description: string;
  check(corpus: Corpus): readonly Omit<Finding, 'rule'>[];
}
