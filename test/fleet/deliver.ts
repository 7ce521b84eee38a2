/** Telling the bot of a post as the platforms do, with their patience and their redelivery on a schedule that can be shortened. */

import { type HttpAnswer, isAccepted, post as send } from './http';
import type { PlatformKind, Post, Telling } from './post';

/** What became of a post on the way in. */
export interface Entry {
  /** Without what the bot was told, which nobody asks for again: some proofs keep hundreds of thousands of these. */
  readonly post: Pick<Post, 'platform' | 'place' | 'isAsked'>;
  readonly sentAtMs: number;
  /** Whether the bot has taken it, by any of its tellings. */
  isAccepted: boolean;
  /** How long the accepted tries took. */
  readonly acceptedMs: number[];
  /** The answers of tries that were not accepted. */
  readonly refused: { readonly status: number; readonly ms: number }[];
}

/** How a platform waits and comes again. @see https://docs.slack.dev/apis/events-api/#retries */
const MANNERS: Readonly<Record<PlatformKind, { readonly timeoutMs: number; readonly pausesMs: readonly number[] }>> = {
  slack: { timeoutMs: 3_000, pausesMs: [0, 60_000, 300_000] },
  teams: { timeoutMs: 15_000, pausesMs: [15_000, 15_000] },
};

/** Below this a retry "at once" would hit the very same moment. */
const SHORTEST_PAUSE_MS = 50;

/** Resolves when the platform has told of the post, or has given it up. */
export type Deliver = (post: Post) => Promise<Entry>;

/** `haste` divides the pauses between tries. */
export function createDeliver(options: {
  readonly url: () => string;
  readonly haste: number;
  readonly onEntry?: (entry: Entry) => void;
}): Deliver {
  const { url, haste, onEntry } = options;

  async function tell(telling: Telling, entry: Entry): Promise<void> {
    const { timeoutMs, pausesMs } = MANNERS[entry.post.platform];
    for (const pauseMs of [...pausesMs, undefined]) {
      const answer = await sendOnce(url(), telling, timeoutMs);
      note(answer, entry);
      if (isAccepted(answer.status) || pauseMs === undefined) return;
      await pause(Math.max(pauseMs / haste, SHORTEST_PAUSE_MS));
    }
  }

  return async (post) => {
    const { platform, place, isAsked } = post;
    const begun = { post: { platform, place, isAsked }, sentAtMs: performance.now(), isAccepted: false };
    const entry: Entry = { ...begun, acceptedMs: [], refused: [] };
    onEntry?.(entry);
    await Promise.all(post.tellings.map((telling) => tell(telling, entry)));
    return entry;
  };
}

export function sendOnce(url: string, { path, headers, body }: Telling, timeoutMs: number): Promise<HttpAnswer> {
  return send({ url: `${url}${path}`, headers: headers(), body, timeoutMs });
}

export function note({ status, ms }: HttpAnswer, entry: Entry): void {
  if (isAccepted(status)) {
    entry.isAccepted = true;
    entry.acceptedMs.push(ms);
  } else entry.refused.push({ status, ms });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
