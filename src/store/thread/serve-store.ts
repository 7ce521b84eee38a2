/** The thread's end: does what is asked of the store, and answers. */

import type { Store } from '../ports';
import { type Answer, type Call, createBatch, type Port, toFailure } from './wire';

/** Answers calls that come over `port`, each when it is done, in whatever order that is. */
export function serveStore(store: Store, port: Port<Call, Answer>): void {
  const answer = createBatch<Answer>((answers) => port.postMessage(answers));

  async function handle({ id, method, values }: Call): Promise<void> {
    try {
      // The cast: whoever calls knows the types of both, `callStore` by the same interface.
      const ask = store[method] as (...values: readonly unknown[]) => Promise<unknown>;
      answer({ id, value: await ask(...values) });
    } catch (error) {
      answer({ id, failure: toFailure(error) });
    }
  }

  port.on('message', (calls) => {
    for (const call of calls) void handle(call);
  });
}
