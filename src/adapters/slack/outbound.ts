/** Replies out to Slack: posted, put in the place of a message, or shown to one person alone. */

import type { RespondFn, webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Sending } from '../../outbox/messenger';
import { renderBlockKit, type SlackMessage } from '../../render/block-kit';
import type { Reply } from '../../reply/reply';
import { readFailure } from './failure';
import { withNames } from './names';
import type { People } from './people';
import type { Place } from './place';

/** Our texts hold no names to link and no addresses to unfold; whatever looks like one stays text. */
const LITERAL = { parse: 'none', link_names: false } as const;
const PLAIN = { ...LITERAL, unfurl_links: false, unfurl_media: false } as const;

/** The type of the metadata that marks a message of ours. */
export const METADATA_TYPE = 'hexfix';

/** Where a message has come to stand. Slack always tells; its types do not promise it. */
export interface Sent {
  readonly channel: string;
  readonly ts: string | undefined;
}

export interface Outbound {
  /** Posts a reply; `sending` as the outbox wants it done. */
  post(place: Place, reply: Reply, sending?: Pick<Sending, 'key' | 'leave'>): Promise<Sent>;
  /** Puts the reply in the place of a message of ours. Harmless to repeat. */
  replace(channel: string, messageTs: string, reply: Reply): Promise<void>;
  /** Takes a message of ours away. One that is gone already is no failure. */
  remove(channel: string, messageTs: string): Promise<void>;
  /** The same through the `response_url` of a press, which also reaches ephemeral messages. */
  replaceThrough(respond: RespondFn, reply: Reply): Promise<void>;
  /** Shows the reply to one person alone, who must be in the channel. */
  tell(place: Place, person: string, reply: Reply): Promise<void>;
  /** The same through the `response_url` of that person's press. */
  tellThrough(respond: RespondFn, place: Place, reply: Reply): Promise<void>;
  /** Opens a modal for whoever pressed; a trigger serves once, within 3 s. */
  openModal(triggerId: string, view: ModalView): Promise<void>;
}

/** All reject with the client's error; `readFailure` tells what it means. */
export function createOutbound(client: webApi.WebClient, people: People): Outbound {
  async function render(reply: Reply): Promise<SlackMessage> {
    return renderBlockKit(await withNames(reply, people));
  }

  return {
    async post(place, reply, sending) {
      const marked = sending && { metadata: { event_type: METADATA_TYPE, event_payload: { key: sending.key } } };
      const message = { ...where(place), ...(await render(reply)), ...PLAIN, ...marked };
      await sending?.leave();
      const sent = await client.chat.postMessage(message);
      // A message to a person stands in another channel than the one that was named.
      return { channel: sent.channel ?? place.channel, ts: sent.ts };
    },

    async replace(channel, messageTs, reply) {
      // Text and blocks together: with one of them alone Slack drops the other.
      await client.chat.update({ channel, ts: messageTs, ...(await render(reply)), ...LITERAL });
    },

    async remove(channel, messageTs) {
      try {
        await client.chat.delete({ channel, ts: messageTs });
      } catch (error) {
        if (readFailure(error).code !== 'message_not_found') throw error;
      }
    },

    async replaceThrough(respond, reply) {
      await respond({ replace_original: true, ...(await render(reply)) });
    },

    async tell(place, person, reply) {
      await client.chat.postEphemeral({ ...where(place), user: person, ...(await render(reply)), ...LITERAL });
    },

    async tellThrough(respond, { thread }, reply) {
      // Without the thread it would stand in the channel, where nobody looks who has just pressed in a thread.
      const inThread = thread === undefined ? {} : { thread_ts: thread };
      await respond({ response_type: 'ephemeral', replace_original: false, ...inThread, ...(await render(reply)) });
    },

    async openModal(triggerId, view) {
      await client.views.open({ trigger_id: triggerId, view });
    },
  };
}

function where({ channel, thread }: Place): { channel: string; thread_ts?: string } {
  return thread === undefined ? { channel } : { channel, thread_ts: thread };
}
