/** What goes between whoever asks the store and the thread that it lives on: values that can be copied, many at a time. */

import type { Store } from '../ports';

export interface Call {
  readonly id: number;
  readonly method: keyof Store;
  readonly values: readonly unknown[];
}

/** What became of a call. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };

/** An error without what cannot be copied. Copied as it is, it would come without its code. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
  readonly cause: Failure | undefined;
}

/** One end of the way. */
export interface Port<In, Out> {
  postMessage(values: readonly Out[]): void;
  on(event: 'message', take: (values: readonly In[]) => void): unknown;
}

export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return toFailure(new Error(typeof error));
  const { name, message, stack, cause } = error;
  const { code }: { code?: unknown } = Object(error);
  const hasWord = typeof code === 'string' || typeof code === 'number';
  return {
    ...{ name, message, stack, code: hasWord ? code : undefined },
    cause: cause instanceof Error ? toFailure(cause) : undefined,
  };
}

/** The error again, with the stack of where it was thrown. */
export function fromFailure({ name, message, stack, code, cause }: Failure): Error {
  const error = new Error(message, cause === undefined ? {} : { cause: fromFailure(cause) });
  Object.assign(error, { name, ...(stack === undefined ? {} : { stack }), ...(code === undefined ? {} : { code }) });
  return error;
}

/** Says all that is to be said in one breath with one message: each costs a system call and wakes a thread. */
export function createBatch<T>(send: (all: readonly T[]) => void): (one: T) => void {
  let waiting: T[] = [];

  function flush(): void {
    const all = waiting;
    waiting = [];
    send(all);
  }

  return (one) => {
    // Behind all that follows from what has just happened.
    if (waiting.length === 0) process.nextTick(flush);
    waiting.push(one);
  };
}
