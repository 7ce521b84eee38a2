/** Where we may send later, when no request is at hand: kept by the core as one opaque string with the case. */

import { z } from 'zod';
import { type TeamsActivity, tenantOf } from './activity';

const id = z.string().min(1).max(2_048);

const placeSchema = z.strictObject({
  /** Checked against the list of allowed hosts before every send, like one that has just come in. */
  serviceUrl: id,
  conversation: id,
  /** The bot's own id there. */
  bot: id,
  tenant: z.string().max(2_048),
  /** The post to answer below. */
  replyTo: id.optional(),
  /** The Microsoft Entra group of the team, where the platform told it; links to channels bear it. */
  team: id.optional(),
});

export type Place = z.infer<typeof placeSchema>;

/** The place that an activity came from; `replyTo` is the post that it tells of. */
export function placeOf(activity: TeamsActivity, replyTo?: string): Place {
  const team = activity.channelData?.team?.aadGroupId;
  return {
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    bot: activity.recipient.id,
    tenant: tenantOf(activity),
    ...(replyTo !== undefined && { replyTo }),
    ...(team !== undefined && { team }),
  };
}

/** The place as the core keeps it. */
export function writePlace(place: Place): string {
  return JSON.stringify(place);
}

/** The place in a string of the core's, or `undefined` for anything that `writePlace` has not made. */
export function readPlace(text: string): Place | undefined {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const CHANNEL = /@thread\.(?:tacv2|skype)$/;
/** Chats between two people, in which a message extension may be used, bear this. */
const ONE_TO_ONE = /@unq\.gbl\.spaces$/;
const THREAD_MARK = ';messageid=';

/** A channel and the thread in it, or `undefined` for a conversation that is no channel. */
export function channelOf(conversation: string): { readonly channel: string; readonly thread?: string } | undefined {
  const [channel = '', thread] = conversation.split(THREAD_MARK);
  return CHANNEL.test(channel) ? { channel, ...(thread !== undefined && { thread }) } : undefined;
}

/**
 * The conversation that a press on our message will name: in a channel a message of its own begins a thread, and
 * everything in the thread bears its id.
 */
export function conversationAround(conversation: string, message: string): string {
  const isNewThread = channelOf(conversation)?.thread === undefined && channelOf(conversation) !== undefined;
  return isNewThread ? `${conversation}${THREAD_MARK}${message}` : conversation;
}

/** Tells whether several people read along: in channels and group chats, whose ids differ from those of other chats. */
export function isShared({ conversation }: Pick<Place, 'conversation'>): boolean {
  return conversation.startsWith('19:') && !ONE_TO_ONE.test(conversation);
}
