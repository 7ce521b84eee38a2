/** Numbered points in the life of a process, at one of which it kills itself as `kill -9` would. */

import { writeSync } from 'node:fs';
import type { KyselyPlugin, QueryId } from 'kysely';

export interface Points {
  /** Dies here when the number of this point is the fatal one. */
  pass(name: string): void;
  /** How many there were so far. */
  count(): number;
}

/** `killAt`: the number of the fatal point, counted from 1; 0 for a long life. */
export function createPoints(killAt: number): Points {
  let passed = 0;
  return {
    pass(name) {
      passed += 1;
      if (passed !== killAt) return;
      // Written before the next line is reached; whoever holds the other end of the pipe reads it after our death.
      writeSync(process.stdout.fd, name);
      process.kill(process.pid, 'SIGKILL');
    },
    count: () => passed,
  };
}

/** The same object with a point before and after each of its methods, all of which return promises. */
export function watchCalls<T extends object>(target: T, points: Points): T {
  return new Proxy(target, {
    get(_, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...values: unknown[]) => {
        points.pass(`before ${String(name)}`);
        try {
          return await method.apply(target, values);
        } finally {
          points.pass(`after ${String(name)}`);
        }
      };
    },
  });
}

/** A point before and after every statement that writes, also in the middle of a transaction. */
export function watchWrites(points: Points): KyselyPlugin {
  const writes = new WeakMap<QueryId, string>();
  return {
    transformQuery({ node, queryId }) {
      const verb = node.kind.replace(/QueryNode$/, '').toLowerCase();
      if (verb === 'select') return node;
      points.pass(`before the statement ${verb}`);
      writes.set(queryId, verb);
      return node;
    },
    async transformResult({ queryId, result }) {
      const verb = writes.get(queryId);
      if (verb !== undefined) points.pass(`after the statement ${verb}`);
      return result;
    },
  };
}
