/** The post that a thread hangs from, for whoever mentions the bot below it without a word. */

import type { webApi } from '@slack/bolt';
import { readMessageText } from './message-text';
import { withTimeLimit } from './time-limit';

/** Longer nobody waits for an answer. */
const PATIENCE_MS = 2_000;

/**
 * What it says; `undefined` where Slack does not tell, or not in time: without the scope to read the channel the bot answers
 * as if there were nothing. Never rejects.
 */
export async function readParent(
  client: webApi.WebClient,
  channel: string,
  thread: string,
): Promise<string | undefined> {
  return withTimeLimit(ask(client, channel, thread), PATIENCE_MS, undefined);
}

async function ask(client: webApi.WebClient, channel: string, thread: string): Promise<string | undefined> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1, inclusive: true });
    const text = readMessageText(messages?.[0]);
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
