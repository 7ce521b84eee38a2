/** Replies out to Slack: posted into a thread, or put in the place of a message. */

import type { RespondFn, webApi } from '@slack/bolt';
import { renderBlockKit } from '../../render/block-kit';
import type { Reply } from '../../reply/reply';

/** Our texts hold no names to link and no addresses to unfold; whatever looks like one stays text. */
const PLAIN = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

export interface Place {
  readonly channel: string;
  /** The `ts` of a thread's first post; without it the message stands in the channel itself. */
  readonly thread?: string;
}

export interface Outbound {
  /** Posts a reply and returns its `ts`. */
  post(place: Place, reply: Reply): Promise<string | undefined>;
  /** Puts the reply in the place of a message of ours. Harmless to repeat. */
  replace(channel: string, messageTs: string, reply: Reply): Promise<void>;
  /** The same through the `response_url` of a press, which also reaches ephemeral messages. */
  replaceThrough(respond: RespondFn, reply: Reply): Promise<void>;
}

/** All reject with the client's error; `readFailure` tells what it means. */
export function createOutbound(client: webApi.WebClient): Outbound {
  return {
    async post({ channel, thread }, reply) {
      const message = { channel, ...renderBlockKit(reply), ...PLAIN };
      const { ts } = await client.chat.postMessage(thread === undefined ? message : { ...message, thread_ts: thread });
      return ts;
    },

    async replace(channel, messageTs, reply) {
      // Text and blocks together: with one of them alone Slack drops the other.
      await client.chat.update({ channel, ts: messageTs, ...renderBlockKit(reply), parse: 'none', link_names: false });
    },

    async replaceThrough(respond, reply) {
      await respond({ replace_original: true, ...renderBlockKit(reply) });
    },
  };
}
