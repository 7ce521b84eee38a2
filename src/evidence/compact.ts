/** Building facts of which any may be missing. */

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** The object without the properties that are `undefined`. */
export function compact<T extends object>(loose: Loose<T>): T {
  // Only what `Loose` added is taken away again.
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined)) as T;
}

/** The object, or `undefined` where nothing is in it. */
export function compactOrNothing<T extends object>(loose: Loose<T>): T | undefined {
  const object = compact<T>(loose);
  return Object.keys(object).length === 0 ? undefined : object;
}

/** `true` or nothing, for flags that are only ever raised. */
export function flag(raised: boolean): true | undefined {
  return raised ? true : undefined;
}
