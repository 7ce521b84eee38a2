/** Timers that tests can turn. */

/** Calls `ring` once after `ms`. */
export type SetTimer = (ring: () => void, ms: number) => void;

export const setRealTimer: SetTimer = (ring, ms) => void setTimeout(ring, ms);
