/** Asks again and again while somebody looks, and less and less often while nobody answers. */

const PAUSE_MS = 1_500;
const LONGEST_PAUSE_MS = 30_000;

/** Calls `look` from now on; it resolves with whether it was answered. */
export function startPolling(look: () => Promise<boolean>): void {
  let pauseMs = PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function round(): Promise<void> {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    const isAnswered = await look();
    pauseMs = isAnswered ? PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    clearTimeout(timer);
    timer = setTimeout(() => void round(), pauseMs);
  }

  document.addEventListener('visibilitychange', () => void round());
  void round();
}
