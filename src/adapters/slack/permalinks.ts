/** Links that open a message of ours in Slack. */

import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { withTimeLimit } from './time-limit';

const MOST_LINKS = 1_000;

export interface Permalinks {
  /** `undefined` where Slack does not tell, or not in time. Never rejects. */
  find(client: webApi.WebClient, channel: string, messageTs: string): Promise<string | undefined>;
}

/** Makes the look-up. A message keeps its link, so that Slack is asked once. It waits at most `timeoutMs`. */
export function createPermalinks(timeoutMs: number): Permalinks {
  const known = new LRUCache<string, string>({ max: MOST_LINKS });

  async function ask(client: webApi.WebClient, channel: string, messageTs: string): Promise<string | undefined> {
    try {
      const { permalink } = await client.chat.getPermalink({ channel, message_ts: messageTs });
      if (!permalink?.startsWith('https://')) return undefined;
      known.set(keyOf(channel, messageTs), permalink);
      return permalink;
    } catch {
      // A card without a link serves as well; Slack is asked again the next time.
      return undefined;
    }
  }

  return {
    async find(client, channel, messageTs) {
      const link = known.get(keyOf(channel, messageTs));
      return link ?? withTimeLimit(ask(client, channel, messageTs), timeoutMs, undefined);
    },
  };
}

function keyOf(channel: string, messageTs: string): string {
  return `${channel}:${messageTs}`;
}
