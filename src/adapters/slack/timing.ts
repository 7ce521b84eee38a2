/** How long the adapter waits for what. */

export interface Timing {
  /** Slack wants its answer within 3 s; a slower handling goes on behind whatever it is told then. */
  readonly answerWithinMs: number;
  /** The end of one Web API call. */
  readonly callMs: number;
  /** How long an answer may wait for what only Slack knows: languages, names, members, links. */
  readonly lookUpMs: number;
  /** Pauses between tries to connect; the last one repeats. */
  readonly reconnectMs: readonly [number, ...number[]];
}

export const DEFAULT_TIMING: Timing = {
  answerWithinMs: 2_500,
  callMs: 8_000,
  lookUpMs: 1_000,
  reconnectMs: [1_000, 2_000, 5_000, 10_000, 30_000],
};
