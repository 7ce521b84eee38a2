/** Where a message of ours stands or will stand: the bot keeps it as a text that only this adapter reads. */

import { z } from 'zod';

const placeSchema = z.object({
  channel: z.string().min(1),
  /** The `ts` of a thread's first post; without it the message stands in the channel itself. */
  thread: z.string().min(1).optional(),
  /** The workspace; absent where it is the app's own and Slack has not told yet which one that is. */
  tenant: z.string().min(1).optional(),
});

export type Place = Readonly<z.infer<typeof placeSchema>>;

/** Makes a place. Equal places have equal texts. */
export function writePlace({ channel, thread, tenant }: Place): string {
  return JSON.stringify({ channel, thread, tenant });
}

/** The place in a text, or `undefined` where it is none of ours. Never throws. */
export function readPlace(text: string): Place | undefined {
  try {
    const parsed = placeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Ids of direct messages begin so, and of people, in whose place Slack takes a message to them. */
const NO_CHANNEL = /^[DUW]/;

/** The channel whose settings hold at a place, as the bot wants to be told; none in a direct message. */
export function settingsChannel({ channel }: Place): { readonly channel?: string } {
  return NO_CHANNEL.test(channel) ? {} : { channel };
}
