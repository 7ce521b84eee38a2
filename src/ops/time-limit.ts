/** Patience with whatever may never answer. */

/** `pending`, or `fallback` when it takes longer than `limitMs`. What comes late is dropped. */
export type TimeLimit = <T>(pending: Promise<T>, limitMs: number, fallback: T) => Promise<T>;

export const withTimeLimit: TimeLimit = async (pending, limitMs, fallback) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof fallback>((resolve) => {
    timer = setTimeout(() => resolve(fallback), limitMs);
  });
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
};
