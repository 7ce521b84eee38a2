/** Presses: what the button carried, and on what it stands. */

import { z } from 'zod';
import { tenantOf } from './origin';
import { type Place, readPlace } from './place';

const threadSchema = z.object({ thread_ts: z.string().optional() });

const messageContainer = threadSchema.extend({
  type: z.literal('message'),
  channel_id: z.string(),
  message_ts: z.string(),
  is_ephemeral: z.boolean().optional(),
});

/** What we have put below somebody's link. */
const previewContainer = threadSchema.extend({
  type: z.literal('message_attachment'),
  channel_id: z.string(),
  message_ts: z.string(),
});

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  container: z.discriminatedUnion('type', [messageContainer, previewContainer, z.object({ type: z.literal('view') })]),
  message: threadSchema.optional(),
  /** Ours, so that its metadata may be believed as a form's may. */
  view: z.object({ id: z.string(), type: z.enum(['home', 'modal']), private_metadata: z.string() }).optional(),
  /** An empty one opens no form, and the presser is told so. */
  trigger_id: z.string().default(''),
});

const viewMetadataSchema = z.object({ place: z.string() });

const actionSchema = z.object({ action_id: z.string(), value: z.string().nullish() });

/** On what a button stands, as far as that decides how a press is answered. */
export type Surface =
  /** Ephemeral messages cannot be updated; only their `response_url` reaches them. */
  | { readonly kind: 'message'; readonly ts: string; readonly isEphemeral: boolean }
  /** Below a link in somebody else's message. */
  | { readonly kind: 'preview' }
  | { readonly kind: 'home' }
  | { readonly kind: 'modal'; readonly id: string };

/** A press on something of ours. */
export interface SlackPress {
  readonly person: string;
  readonly actionId: string;
  /** Untrusted: whatever the client sent. */
  readonly value: string;
  /** Where it stands; a view, which stands nowhere, belongs to the person's direct messages. */
  readonly place: Place;
  readonly surface: Surface;
  readonly triggerId: string;
}

/** The press in a `block_actions` body, or `undefined` where nothing follows from it: links, and views of others. */
export function readPress(body: unknown, action: unknown): SlackPress | undefined {
  const parsed = pressSchema.safeParse(body);
  const pressed = actionSchema.safeParse(action);
  if (!parsed.success || !pressed.success || pressed.data.action_id.startsWith('link:')) return undefined;
  const found = locate(parsed.data, tenantOf(body) ?? '');
  if (found === undefined) return undefined;
  const { user, trigger_id } = parsed.data;
  const { action_id, value } = pressed.data;
  return {
    ...found,
    person: user.id,
    actionId: action_id,
    value: value ?? '',
    triggerId: trigger_id,
  };
}

function locate(body: z.infer<typeof pressSchema>, tenant: string): Pick<SlackPress, 'place' | 'surface'> | undefined {
  const { container, message, view } = body;
  if (container.type === 'view') {
    const place = view && placeOf(view.private_metadata);
    if (view === undefined || place === undefined) return undefined;
    return { place, surface: view.type === 'home' ? { kind: 'home' } : { kind: 'modal', id: view.id } };
  }
  const thread = container.thread_ts ?? message?.thread_ts;
  return {
    place: { channel: container.channel_id, tenant, ...(thread === undefined ? {} : { thread }) },
    surface:
      container.type === 'message'
        ? { kind: 'message', ts: container.message_ts, isEphemeral: container.is_ephemeral ?? false }
        : { kind: 'preview' },
  };
}

function placeOf(metadata: string): Place | undefined {
  try {
    return readPlace(viewMetadataSchema.parse(JSON.parse(metadata)).place);
  } catch {
    return undefined;
  }
}

/** What a button carried: the line that ours carry is read by the core; whatever else is there gets a fresh start from it. */
export function parsePayload(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
