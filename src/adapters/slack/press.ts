/** Button presses: what the button carried, and which message it stands on. */

import { z } from 'zod';
import type { Place } from './place';

const threadSchema = z.object({ thread_ts: z.string().optional() });

const pressSchema = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  /** Null where the app is installed for a whole organization. */
  team: z.object({ id: z.string() }).nullish(),
  container: threadSchema.extend({
    type: z.literal('message'),
    channel_id: z.string(),
    message_ts: z.string(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: threadSchema.optional(),
  /** An empty one opens no form, and the presser is told so. */
  trigger_id: z.string().default(''),
});

const actionSchema = z.object({ action_id: z.string(), value: z.string().optional() });

/** A press on a message of ours. */
export interface SlackPress {
  readonly tenant: string;
  readonly person: string;
  /** Untrusted: whatever the client sent, parsed where it was JSON. */
  readonly payload: unknown;
  /** Where the message stands. */
  readonly place: Place;
  readonly messageTs: string;
  /** Ephemeral messages cannot be updated; only their `response_url` reaches them. */
  readonly isEphemeral: boolean;
  readonly triggerId: string;
}

/** The press in a `block_actions` body, or `undefined` where there is nothing to redraw: links, and views without a message. */
export function readPress(body: unknown, action: unknown): SlackPress | undefined {
  const parsed = pressSchema.safeParse(body);
  const pressed = actionSchema.safeParse(action);
  if (!parsed.success || !pressed.success || pressed.data.action_id.startsWith('link:')) return undefined;
  const { user, team, container, message, trigger_id } = parsed.data;
  const tenant = team?.id ?? user.team_id ?? '';
  const thread = container.thread_ts ?? message?.thread_ts;
  return {
    tenant,
    person: user.id,
    payload: parsePayload(pressed.data.value),
    place: { channel: container.channel_id, tenant, ...(thread === undefined ? {} : { thread }) },
    messageTs: container.message_ts,
    isEphemeral: container.is_ephemeral ?? false,
    triggerId: trigger_id,
  };
}

/** The line that our buttons carry is read by the core; whatever else is there gets a fresh start from it. */
function parsePayload(value = ''): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
