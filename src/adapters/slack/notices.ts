/** Slack's events that are no posts: somebody has deleted, opened or linked to something. */

import { z } from 'zod';
import { kindOf } from './event-kind';
import { tenantOf } from './origin';
import type { Place } from './place';

/** Who had written a post that is gone. */
const authorSchema = z.object({ user: z.string().optional(), bot_id: z.string().optional() }).optional();

/**
 * A post is deleted outright where nothing stands below it. One that has replies, as our answers are, leaves a tombstone,
 * and Slack tells of it as of an edit.
 * @see https://docs.slack.dev/reference/events/message/message_deleted
 */
const deletionSchema = z
  .object({ channel: z.string(), deleted_ts: z.string(), previous_message: authorSchema })
  .transform(({ channel, deleted_ts, previous_message }) => ({ channel, ts: deleted_ts, author: previous_message }));

const tombstoneSchema = z
  .object({
    channel: z.string(),
    message: z.object({ subtype: z.literal('tombstone'), ts: z.string() }),
    previous_message: authorSchema,
  })
  .transform(({ channel, message, previous_message }) => ({ channel, ts: message.ts, author: previous_message }));

/** @see https://docs.slack.dev/reference/events/app_home_opened */
const homeSchema = z.object({
  user: z.string(),
  channel: z.string(),
  tab: z.literal('home'),
});

/** @see https://docs.slack.dev/reference/events/assistant_thread_started */
const panelSchema = z.object({
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }),
});

/**
 * In a channel that the bot has been invited to. What somebody is still typing comes again once it is posted.
 * @see https://docs.slack.dev/reference/events/link_shared
 */
const linksSchema = z.object({
  user: z.string(),
  channel: z.string(),
  message_ts: z.string(),
  thread_ts: z.string().optional(),
  is_bot_user_member: z.literal(true),
  source: z.literal('conversations_history').optional(),
  links: z.array(z.object({ url: z.string() })).min(1),
});

/** What the adapter does something about. */
export type SlackNotice =
  | { readonly kind: 'deletion'; readonly tenant: string; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly place: Place; readonly person: string }
  | { readonly kind: 'panel'; readonly place: Place; readonly person: string }
  | {
      readonly kind: 'links';
      readonly place: Place;
      readonly person: string;
      readonly messageTs: string;
      readonly urls: readonly string[];
    };

/** The notice that an event gives, or `undefined` for one that nothing follows from. */
export function readNotice(envelope: unknown, event: unknown, botUserId: string): SlackNotice | undefined {
  const tenant = tenantOf(envelope);
  if (tenant === undefined) return undefined;

  switch (kindOf(event)) {
    case 'message:message_deleted':
      return toDeletion(tenant, deletionSchema.safeParse(event).data, botUserId);
    case 'message:message_changed':
      return toDeletion(tenant, tombstoneSchema.safeParse(event).data, botUserId);
    case 'app_home_opened': {
      const home = homeSchema.safeParse(event);
      if (!home.success) return undefined;
      const { user, channel } = home.data;
      return { kind: 'home', place: { channel, tenant }, person: user };
    }
    case 'assistant_thread_started': {
      const panel = panelSchema.safeParse(event);
      if (!panel.success) return undefined;
      const { user_id, channel_id, thread_ts } = panel.data.assistant_thread;
      return { kind: 'panel', place: { channel: channel_id, thread: thread_ts, tenant }, person: user_id };
    }
    case 'link_shared': {
      const links = linksSchema.safeParse(event);
      if (!links.success) return undefined;
      const { user, channel, message_ts, thread_ts, links: shared } = links.data;
      return {
        kind: 'links',
        place: { channel, tenant, ...(thread_ts === undefined ? {} : { thread: thread_ts }) },
        person: user,
        messageTs: message_ts,
        urls: shared.map(({ url }) => url),
      };
    }
    default:
      return undefined;
  }
}

function toDeletion(
  tenant: string,
  deleted: z.infer<typeof deletionSchema> | undefined,
  botUserId: string,
): SlackNotice | undefined {
  if (deleted === undefined) return undefined;
  const { channel, ts, author } = deleted;
  // What bots have written was never answered; our own answers we take away ourselves.
  const isBots = author?.bot_id !== undefined || author?.user === botUserId;
  return isBots ? undefined : { kind: 'deletion', tenant, channel, ts };
}
