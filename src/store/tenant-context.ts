/** For whom the statements under way are: PostgreSQL can be told, and then holds them to it by itself. */

import { AsyncLocalStorage } from 'node:async_hooks';

/** Work that is for no organization alone: it sends what is due, tidies up, or looks by a key that says nothing itself. */
export const EVERYONE: unique symbol = Symbol('everyone');

/** The organization, by the platform's id. */
export type WorksFor = string | typeof EVERYONE;

const context = new AsyncLocalStorage<WorksFor>();

/** Does all that `work` asks of the database for this organization. */
export function workFor<T>(whom: WorksFor, work: () => T): T {
  return context.run(whom, work);
}

/** For whom the caller works; `undefined` where nobody has said so, as nobody has to. */
export function worksFor(): WorksFor | undefined {
  return context.getStore();
}
