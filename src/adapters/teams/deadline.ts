/** Waiting no longer than an answer is worth. */

/** What `work` gives, or `late` when that takes too long or fails. Never rejects. */
export async function within<T>(timeoutMs: number, work: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), timeoutMs);
  });
  try {
    return await Promise.race([work.catch(() => late), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
