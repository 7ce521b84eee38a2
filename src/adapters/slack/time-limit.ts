/** Patience with Slack's answers. */

/** `pending`, or `fallback` when it takes longer than `limitMs`; what comes late is for whoever asks next. */
export async function withTimeLimit<T>(pending: Promise<T>, limitMs: number, fallback: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(fallback), limitMs);
  });
  try {
    return await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
}
