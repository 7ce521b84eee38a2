/** A process that dies at one of its calls to the outside. */

export interface Fate {
  /** `before` the call reaches the other side, or `after` it has, with the answer lost. */
  readonly moment: 'before' | 'after';
  /** The number of the fatal call, counted from 1; 0 for a long life. */
  readonly fatalCall: number;
  /** The calls so far, by name. */
  readonly calls: string[];
  /** `fails`: it lives on, and the fatal call rejects. */
  readonly kind: 'dies' | 'fails';
  /** The fatal call has been made or, with `after`, has reached the other side with all that it calls in turn. */
  isOver: boolean;
}

export function createFate(fatalCall = 0, moment: Fate['moment'] = 'before', kind: Fate['kind'] = 'dies'): Fate {
  return { fatalCall, moment, kind, calls: [], isOver: false };
}

export function isDead({ kind, isOver }: Fate): boolean {
  return kind === 'dies' && isOver;
}

export function fatalCallOf({ calls, fatalCall }: Fate): string {
  return calls[fatalCall - 1] ?? 'none';
}

/** The same object as a process sees it that shares this fate. Of the dead, no call is made or answered any more. */
export function shareFate<T extends object>(target: T, fate: Fate): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => callUnder(fate, String(name), async () => value.apply(target, values));
    },
  });
}

async function callUnder(fate: Fate, name: string, call: () => Promise<unknown>): Promise<unknown> {
  if (isDead(fate)) return never();
  fate.calls.push(name);
  if (fate.calls.length !== fate.fatalCall) return call();
  try {
    if (fate.moment === 'after') await call();
  } catch (error) {
    if (fate.kind === 'fails') throw error;
  } finally {
    fate.isOver = true;
  }
  if (fate.kind === 'dies') return never();
  throw new Error('the answer was lost');
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
