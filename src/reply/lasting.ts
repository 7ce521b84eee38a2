/**
 * What lasts: parts of replies that are given again and again, as most of what people ask was asked before. They are frozen, and
 * what is made of a frozen part is made once and kept as long as the part itself.
 */

/** Freezes a value with all that it holds. */
export function freezeWhole<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freezeWhole(part);
  return Object.freeze(value);
}

/** `make`, which is pure, so that it is done once for each value that lasts; what it makes lasts as well. Of others it makes it anew. */
export function onceForLasting<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, { readonly to: To }>();
  return (from) => {
    if (!Object.isFrozen(from)) return make(from);
    const known = made.get(from);
    if (known !== undefined) return known.to;
    const to = freezeWhole(make(from));
    made.set(from, { to });
    return to;
  };
}
