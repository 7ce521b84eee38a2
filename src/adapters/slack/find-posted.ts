/**
 * Looks for a message of ours by its metadata, after a post whose end nobody knows.
 * @see https://docs.slack.dev/messaging/message-metadata
 */

import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { METADATA_TYPE } from './outbound';
import type { Place } from './place';

/** As long as a case lives: what is older, nobody wants to know any more. */
const LOOK_BACK_MS = 30 * 24 * 60 * 60 * 1000;
const PAGE = 200;
/** Beyond these the channel is too busy to be read through; the message is looked for where it most likely is. */
const MOST_PAGES = 5;

const messageSchema = z.object({
  ts: z.string(),
  bot_id: z.string(),
  metadata: z.object({ event_type: z.literal(METADATA_TYPE), event_payload: z.object({ key: z.string() }) }),
});

interface Page {
  readonly messages?: readonly unknown[];
  readonly has_more?: boolean;
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** The `ts` of the message with this key, or `absent`; rejects, or `cannot-tell`, where that is not certain. */
export async function findPosted(
  client: webApi.WebClient,
  { channel, thread }: Place,
  { key, botId, nowMs }: { readonly key: string; readonly botId: string; readonly nowMs: number },
): Promise<{ readonly ts: string } | 'absent' | 'cannot-tell'> {
  const oldest = String(Math.floor((nowMs - LOOK_BACK_MS) / 1000));
  const range = { channel, oldest, limit: PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const args = { ...range, ...(cursor && { cursor }) };
    const answer: Page =
      thread === undefined
        ? await client.conversations.history(args)
        : await client.conversations.replies({ ...args, ts: thread });
    const marked = (answer.messages ?? []).map((message) => messageSchema.safeParse(message).data);
    // What others post may bear the same metadata: only our own app's message is ours.
    const found = marked.find((mark) => mark?.bot_id === botId && mark.metadata.event_payload.key === key);
    if (found !== undefined) return { ts: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!answer.has_more || !cursor) return 'absent';
  }
  return 'cannot-tell';
}
