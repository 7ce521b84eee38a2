/** What was pasted: the one way from a message to `Facts`. */

import type { Facts } from './facts';

/** Reads what pasted output of Windows says; `undefined` where the text holds none. Never throws. */
export function readFacts(_text: string): Facts | undefined {
  return undefined;
}
