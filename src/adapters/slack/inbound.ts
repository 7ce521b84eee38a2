/** Slack's events, narrowed to the posts that the bot may answer. */

import { z } from 'zod';
import type { Door, Inbound } from '../../bot';
import { kindOf } from './event-kind';
import { fileSchema, type SlackFile } from './files';
import { hasMention, withoutMention } from './mention';
import { tenantOf } from './origin';
import { METADATA_TYPE } from './outbound';
import type { Place } from './place';
import { whoAt } from './who';

/** Message subtypes that are still somebody writing something. All others are Slack's own notices. */
const SPOKEN_SUBTYPES: readonly unknown[] = [undefined, 'file_share', 'thread_broadcast'];

const postSchema = z.object({
  user: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  /** The mark of our own messages, which another app may have carried along. */
  metadata: z
    .object({ event_type: z.literal(METADATA_TYPE) })
    .optional()
    .catch(undefined),
  /** Whatever cannot be read of them does not keep the post from being answered. */
  files: z.array(fileSchema).optional().catch(undefined),
});

const mentionSchema = postSchema.extend({
  type: z.literal('app_mention'),
  channel: z.string(),
  /** Set when an edit has put the mention in. */
  edited: z.unknown().optional(),
});

const spotSchema = z.object({
  type: z.literal('message'),
  channel: z.string(),
  channel_type: z.enum(['im', 'channel', 'group', 'mpim']).optional(),
});

const messageSchema = spotSchema.extend(postSchema.shape).extend({ hidden: z.literal(false).optional() });

const changeSchema = spotSchema.extend({
  subtype: z.literal('message_changed'),
  message: postSchema,
  previous_message: z.object({ text: z.string().optional() }).optional(),
});

const joinSchema = z.object({
  type: z.literal('member_joined_channel'),
  user: z.string(),
  channel: z.string(),
  inviter: z.string().optional(),
});

/** A post to answer, and where the answer goes. */
export interface SlackPost {
  readonly kind: 'post' | 'edit';
  readonly inbound: Omit<Inbound, 'files'>;
  readonly files?: readonly SlackFile[];
  /** The thread of the post, which the post itself opens where it stands in none. */
  readonly place: Place;
}

/** The bot itself has come into a channel. */
export interface SlackArrival {
  readonly kind: 'arrival';
  readonly tenant: string;
  readonly channel: string;
  readonly inviter?: string;
}

/**
 * The post or arrival that an event tells of, or `undefined` for one that is not for the bot: other bots, its own
 * messages, Slack's notices, edits that leave the text alone.
 */
export function readEvent(envelope: unknown, event: unknown, botUserId: string): SlackPost | SlackArrival | undefined {
  const tenant = tenantOf(envelope);
  if (tenant === undefined) return undefined;

  switch (kindOf(event)) {
    case 'app_mention': {
      const mention = mentionSchema.safeParse(event);
      if (!mention.success) return undefined;
      const kind = mention.data.edited === undefined ? 'post' : 'edit';
      return toPost({ kind, tenant, channel: mention.data.channel, post: mention.data, door: 'mention', botUserId });
    }
    case 'message:message_changed': {
      const change = changeSchema.safeParse(event);
      if (!change.success) return undefined;
      const { channel, channel_type, message, previous_message } = change.data;
      if (message.text === previous_message?.text) return undefined;
      return toPost({ kind: 'edit', tenant, channel, post: message, door: doorOf(channel_type), botUserId });
    }
    case 'member_joined_channel': {
      const join = joinSchema.safeParse(event);
      if (!join.success || join.data.user !== botUserId) return undefined;
      const { channel, inviter } = join.data;
      return { kind: 'arrival', tenant, channel, ...(inviter === undefined ? {} : { inviter }) };
    }
    default: {
      const message = messageSchema.safeParse(event);
      if (!message.success) return undefined;
      const { channel, channel_type } = message.data;
      return toPost({ kind: 'post', tenant, channel, post: message.data, door: doorOf(channel_type), botUserId });
    }
  }
}

interface Found {
  readonly kind: 'post' | 'edit';
  readonly tenant: string;
  readonly channel: string;
  readonly post: z.infer<typeof postSchema>;
  readonly door: Door;
  readonly botUserId: string;
}

function toPost({ kind, tenant, channel, post, door, botUserId }: Found): SlackPost | undefined {
  if (isFromBot(post, botUserId) || !SPOKEN_SUBTYPES.includes(post.subtype)) return undefined;
  const place = { channel, thread: post.thread_ts ?? post.ts, tenant };
  // A post with a mention comes twice, as app_mention and as message, in either order: both must ask for the same.
  const isMention = door === 'message' && hasMention(post.text, botUserId);
  return {
    kind,
    inbound: {
      ...whoAt(place, post.user),
      door: isMention ? 'mention' : door,
      message: post.ts,
      thread: place.thread,
      text: withoutMention(post.text, botUserId),
    },
    ...(post.files === undefined ? {} : { files: post.files }),
    place,
  };
}

/** Another one, this one, or this one in another installation. */
function isFromBot({ bot_id, metadata, user }: Found['post'], botUserId: string): boolean {
  return bot_id !== undefined || metadata !== undefined || user === botUserId;
}

function doorOf(channelType: z.infer<typeof spotSchema>['channel_type']): Door {
  return channelType === 'im' ? 'dm' : 'message';
}
