/** Waiting that somebody may cut short. */

/** Calls `ring` once after `ms`, unless the function that it gives is called before. */
export type SetTimer = (ring: () => void, ms: number) => () => void;

export const setRealTimer: SetTimer = (ring, ms) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

export interface Pauses {
  /** Resolves after `ms`, or when all pauses are ended. */
  pause(ms: number): Promise<void>;
  endAll(): void;
  /** Whether anybody is in a pause. */
  isPausing(): boolean;
}

export function createPauses(setTimer: SetTimer): Pauses {
  const open = new Set<() => void>();
  return {
    pause(ms) {
      return new Promise((resolve) => {
        const end = () => {
          cancel();
          open.delete(end);
          resolve();
        };
        const cancel = setTimer(end, ms);
        open.add(end);
      });
    },

    endAll() {
      for (const end of [...open]) end();
    },

    isPausing: () => open.size > 0,
  };
}
