/** The other end: a store whose methods ask the one behind the port. */

import type { Store } from '../ports';
import { TENANT_OF } from '../tenant-of';
import { type Answer, type Call, createBatch, fromFailure, type Port } from './wire';

/** Every method of a store: the table is complete, or does not compile. */
// The cast: `Object.keys` forgets what its keys are.
const METHODS = Object.keys(TENANT_OF) as (keyof Store)[];

interface Asker {
  readonly tell: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

export interface Called {
  readonly store: Store;
  /** Nobody answers any more: who waits is told so, and whoever asks from now on. */
  end(error: Error): void;
}

export function callStore(port: Port<Answer, Call>): Called {
  const asking = new Map<number, Asker>();
  const send = createBatch<Call>((calls) => port.postMessage(calls));
  let asked = 0;
  let ended: Error | undefined;

  function ask(method: keyof Store, values: readonly unknown[]): Promise<unknown> {
    return new Promise((tell, fail) => {
      if (ended !== undefined) {
        fail(ended);
        return;
      }
      asked += 1;
      asking.set(asked, { tell, fail });
      send({ id: asked, method, values });
    });
  }

  port.on('message', (answers) => {
    for (const answer of answers) {
      const asker = asking.get(answer.id);
      asking.delete(answer.id);
      if ('failure' in answer) asker?.fail(fromFailure(answer.failure));
      else asker?.tell(answer.value);
    }
  });

  const methods = METHODS.map((method) => [method, (...values: readonly unknown[]) => ask(method, values)]);
  return {
    // The cast: it has every method, and each gives what the real one gives.
    store: Object.fromEntries(methods) as Store,

    end(error) {
      ended = error;
      for (const { fail } of asking.values()) fail(error);
      asking.clear();
    },
  };
}
