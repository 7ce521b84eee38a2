/**
 * The parts of a Bot Framework activity that we read. Everything else is dropped at the edge.
 * @see https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */

import { z } from 'zod';

const id = z.string().min(1).max(2_048);

/** A part we can do without: absent, null or misshapen counts as absent, so that only the required parts refuse. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const accountSchema = z.object({ id, name: optional(z.string()), role: optional(z.string()) });

const mentionSchema = z.object({
  type: z.literal('mention'),
  text: optional(z.string()),
  mentioned: z.object({ id: optional(id), name: optional(z.string()) }),
});

const clientInfoSchema = z.object({ type: z.literal('clientInfo'), locale: optional(z.string()) });

export const activitySchema = z.object({
  type: z.string().min(1),
  id: optional(id),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: accountSchema,
  recipient: accountSchema,
  conversation: z.object({
    id,
    conversationType: optional(z.string()),
    tenantId: optional(id),
    isGroup: optional(z.boolean()),
  }),
  locale: optional(z.string()),
  text: optional(z.string()),
  attachments: optional(
    z.array(z.object({ contentType: z.string(), name: optional(z.string()), content: z.unknown().optional() })),
  ),
  entities: optional(
    z.array(z.discriminatedUnion('type', [mentionSchema, clientInfoSchema]).or(z.unknown().transform(() => undefined))),
  ),
  replyToId: optional(id),
  /** What an invoke asks for, for example `adaptiveCard/action`. */
  name: optional(z.string()),
  /** What an invoke or a submitted card carries. */
  value: z.unknown().optional(),
  /** What an `installationUpdate` tells. */
  action: optional(z.string()),
  /** Who joined, in a `conversationUpdate`. */
  membersAdded: optional(z.array(accountSchema)),
  channelData: optional(
    z.object({
      tenant: optional(z.object({ id })),
      /** Tells an edit from a post that was taken back and restored. */
      eventType: optional(z.string()),
      team: optional(z.object({ aadGroupId: optional(id) })),
      settings: optional(z.object({ selectedChannel: optional(z.object({ id })) })),
    }),
  ),
});

/** An activity with the parts that every one of them has. */
export type TeamsActivity = z.infer<typeof activitySchema>;
export type MentionEntity = z.infer<typeof mentionSchema>;

/**
 * The organization that the conversation belongs to, whichever one the person comes from: in a shared channel that may be
 * another. Empty where the platform names none.
 */
export function tenantOf(activity: TeamsActivity): string {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '';
}

/** The language of the person's client. */
export function localeOf(activity: TeamsActivity): string | undefined {
  if (activity.locale !== undefined) return activity.locale;
  return activity.entities?.find((entity) => entity?.type === 'clientInfo')?.locale;
}

/** The mentions of the bot itself. */
export function mentionsOfBot(activity: TeamsActivity): readonly MentionEntity[] {
  return (activity.entities ?? []).filter(
    (entity): entity is MentionEntity => entity?.type === 'mention' && entity.mentioned.id === activity.recipient.id,
  );
}
