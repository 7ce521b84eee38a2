/**
 * Request bodies as values: JSON for events, a form with JSON in its `payload` for buttons, shortcuts and modals, a form of plain
 * fields for commands. What is parsed is the very bytes that were signed.
 */

import { z } from 'zod';
import { decodeUtf8, parseJsonText } from '../../ops/parse-json';
import { isHandledEvent } from './subscriptions';

/** What a payload is called, which may stand in a log: a word of Slack's, never a sentence of somebody's. */
const name = z.string().regex(/^[\w.-]{1,64}$/);

const eventSchema = z.looseObject({
  type: z.literal('event_callback'),
  event: z.looseObject({ type: name }),
});

const pressSchema = z.looseObject({
  type: z.literal('block_actions'),
  user: z.looseObject({ id: z.string() }),
  actions: z.array(z.looseObject({ action_id: z.string() })).min(1),
});

const submissionSchema = z.looseObject({
  type: z.literal('view_submission'),
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({ callback_id: z.string() }),
});

const shortcutSchema = z.looseObject({
  type: z.enum(['message_action', 'shortcut']),
  user: z.looseObject({ id: z.string() }),
  callback_id: z.string(),
});

/** The only kind without a type. */
const commandSchema = z.looseObject({
  command: z.string().startsWith('/'),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string() });

const typedSchema = z.looseObject({ type: name });

/** A body that Bolt may see. */
export type Payload =
  | z.infer<typeof eventSchema>
  | z.infer<typeof pressSchema>
  | z.infer<typeof submissionSchema>
  | z.infer<typeof shortcutSchema>
  | z.infer<typeof commandSchema>;

/** What a body is: for Bolt, for the door itself, something Slack may send but we do not handle, or nothing sensible. */
export type Body =
  | { readonly kind: 'payload'; readonly payload: Payload }
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'ssl-check' }
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'malformed' };

const MALFORMED: Body = { kind: 'malformed' };

/** Reads a body by its content type. Never throws. */
export function parseBody(contentType: string | undefined, rawBody: Buffer): Body {
  if (isSslCheck(rawBody)) return { kind: 'ssl-check' };
  const text = decodeUtf8(rawBody);
  if (text === undefined) return MALFORMED;
  return classifyBody(isForm(contentType) ? readForm(text) : parseJsonText(text));
}

/** What a parsed body is; Socket Mode brings bodies already parsed. */
export function classifyBody(value: unknown): Body {
  const typed = typedSchema.safeParse(value);
  if (!typed.success) return readCommand(value);
  switch (typed.data.type) {
    case 'event_callback':
      return readEvent(value);
    case 'block_actions':
      return readInteraction(pressSchema, value);
    case 'view_submission':
      return readInteraction(submissionSchema, value);
    case 'message_action':
    case 'shortcut':
      return readInteraction(shortcutSchema, value);
    case 'url_verification':
      return readChallenge(value);
    default:
      return { kind: 'other', type: typed.data.type };
  }
}

/**
 * Slack probes a route's certificate with `ssl_check=1` and a token, sometimes unsigned. Only exactly that is a probe:
 * anything beside it could be a payload that hopes to pass unsigned.
 */
export function isSslCheck(rawBody: Buffer): boolean {
  return /^ssl_check=1(&token=[\w-]{0,255})?$/.test(rawBody.toString('latin1'));
}

function readCommand(value: unknown): Body {
  const parsed = commandSchema.safeParse(value);
  return parsed.success ? { kind: 'payload', payload: parsed.data } : MALFORMED;
}

function readEvent(value: unknown): Body {
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return MALFORMED;
  const { type } = parsed.data.event;
  return isHandledEvent(type) ? { kind: 'payload', payload: parsed.data } : { kind: 'other', type };
}

function readInteraction(
  schema: typeof pressSchema | typeof submissionSchema | typeof shortcutSchema,
  value: unknown,
): Body {
  const parsed = schema.safeParse(value);
  return parsed.success ? { kind: 'payload', payload: parsed.data } : MALFORMED;
}

function readChallenge(value: unknown): Body {
  const parsed = challengeSchema.safeParse(value);
  return parsed.success ? { kind: 'challenge', challenge: parsed.data.challenge } : MALFORMED;
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

/**
 * The JSON in the one `payload` field; without one, the fields themselves. `undefined` for a field that is there twice, and for
 * escapes that are none or not UTF-8: such a form has more than one reading.
 */
function readForm(form: string): unknown {
  if (!isDecodable(form)) return undefined;
  const fields = [...new URLSearchParams(form)];
  const values = new Map(fields);
  if (fields.length > values.size) return undefined;
  const payload = values.get('payload');
  return payload === undefined ? Object.fromEntries(values) : parseJsonText(payload);
}

function isDecodable(form: string): boolean {
  try {
    decodeURIComponent(form);
    return true;
  } catch {
    return false;
  }
}
