/** Whether the store can be reached: asked often, found out seldom, and never waited for. */

import { type TimeLimit, withTimeLimit } from './time-limit';

/** A store that takes longer is of no use to whoever waits for an acknowledgment. */
const LIMIT_MS = 1_000;
/** So old an answer still holds. */
const FRESH_MS = 1_000;

export interface StoreCheck {
  isUp(): Promise<boolean>;
}

/** Makes it. At most one `ping` is under way: a store that hangs must not gather them. */
export function createStoreCheck(options: {
  readonly ping: () => Promise<void>;
  readonly nowMs: () => number;
  readonly limit?: TimeLimit;
}): StoreCheck {
  const { ping, nowMs, limit = withTimeLimit } = options;
  let known = { isUp: false, untilMs: Number.NEGATIVE_INFINITY };
  let asking: Promise<boolean> | undefined;
  let isPinging = false;

  async function askInTime(): Promise<boolean> {
    const isUp = !isPinging && (await limit(pingSafely(), LIMIT_MS, false));
    known = { isUp, untilMs: nowMs() + FRESH_MS };
    return isUp;
  }

  async function pingSafely(): Promise<boolean> {
    isPinging = true;
    try {
      await ping();
      return true;
    } catch {
      return false;
    } finally {
      isPinging = false;
    }
  }

  return {
    async isUp() {
      if (nowMs() < known.untilMs) return known.isUp;
      asking ??= askInTime().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
