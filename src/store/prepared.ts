/** Queries that are put into words once: to build and compile one takes longer than most of ours take to run. */

import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { StoreClock } from './clock';
import type { Schema } from './schema';

/** Shapes of one query, of which each has other numbers of values in its lists; beyond that they begin anew. */
const MOST_SHAPES = 100;

/** Stands in for a value while the query is put into words. */
class Blank {
  constructor(
    readonly name: string,
    readonly find: (values: object) => unknown,
  ) {}

  [Symbol.toPrimitive](): never {
    throw new Error(`a query is put into words before anybody knows its ${this.name}`);
  }
}

/**
 * Gives what runs a query with its values: single ones, lists, rows and lists of rows, of which all have the same columns.
 * `word` puts them into the query as they are, and does nothing else with them: it is called once for each database, or
 * clock, and number of values in the lists.
 */
export function prepared<V extends object, O, C extends readonly [] | readonly [clock: StoreClock]>(
  word: (db: Kysely<Schema>, values: V, ...clock: C) => Compilable<O>,
): (db: Kysely<Schema>, values: V, ...clock: C) => Promise<QueryResult<O>> {
  const wordings = new WeakMap<object, Map<string, CompiledQuery<O>>>();

  function wordingOf(db: Kysely<Schema>, values: V, clock: C): CompiledQuery<O> {
    // A transaction shares the adapter with its database, and a clock is for one database.
    const owner = clock[0] ?? db.getExecutor().adapter;
    const shape = shapeOf(values);
    const ready = wordings.get(owner)?.get(shape);
    if (ready !== undefined) return ready;
    const wording = word(db, leaveBlank(values), ...clock).compile();
    const known = wordings.get(owner) ?? new Map<string, CompiledQuery<O>>();
    if (known.size === MOST_SHAPES) known.clear();
    wordings.set(owner, known.set(shape, wording));
    return wording;
  }

  return (db, values, ...clock) => {
    const wording = wordingOf(db, values, clock);
    const parameters = wording.parameters.map((each) => (each instanceof Blank ? each.find(values) : each));
    return db.executeQuery<O>({ ...wording, parameters });
  };
}

function shapeOf(values: object): string {
  let shape = '';
  for (const part of Object.values(values)) if (Array.isArray(part)) shape += `${part.length} `;
  return shape;
}

/** The same values with blanks in their places. */
function leaveBlank<V extends object>(values: V): V {
  // The casts, here and below: a blank stands for whatever will be in its place.
  return blanksOf(values, 'values', (whole) => whole) as V;
}

function blanksOf(part: unknown, name: string, find: (values: object) => unknown): unknown {
  const within = (key: string | number) => (values: object) => (find(values) as Record<string | number, unknown>)[key];
  if (Array.isArray(part)) return part.map((each, index) => blanksOf(each, name, within(index)));
  if (typeof part !== 'object' || part === null) return new Blank(name, find);
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, blanksOf(each, key, within(key))]));
}
