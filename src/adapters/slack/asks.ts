/** Questions by the slash command and the shortcuts: what was asked, by whom, and where the answer is shown. */

import { z } from 'zod';
import type { Inbound } from '../../bot';
import { fileSchema, type SlackFile } from './files';
import { withoutMention } from './mention';
import { readMessageText } from './message-text';
import { tenantOf } from './origin';
import type { Place } from './place';
import { whoAt } from './who';

/** The names that the shortcuts bear in the manifests. */
const EXPLAIN = 'explain_error';
const ASK = 'ask_hexfix';

/** @see https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

const callerSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
});

/** @see https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
const explainSchema = callerSchema.extend({
  type: z.literal('message_action'),
  callback_id: z.literal(EXPLAIN),
  channel: z.object({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().optional(),
    files: z.array(fileSchema).optional().catch(undefined),
  }),
});

const askSchema = callerSchema.extend({ type: z.literal('shortcut'), callback_id: z.literal(ASK) });

/** A question whose answer is for the one who asked alone. */
export interface SlackAsk {
  readonly inbound: Omit<Inbound, 'files'>;
  readonly files?: readonly SlackFile[];
  /** Where the answer is shown. */
  readonly place: Place;
}

/** A wish to be asked: nothing is known yet but who and from which workspace. */
export interface SlackCall {
  readonly place: Place;
  readonly person: string;
  readonly triggerId: string;
}

/** The question in the body of a slash command. The trigger is what tells one use from another. */
export function readCommand(body: unknown): SlackAsk | undefined {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { text, user_id, channel_id, trigger_id } = parsed.data;
  const place = { channel: channel_id, tenant: tenantOf(body) ?? '' };
  return { inbound: { ...whoAt(place, user_id), door: 'command', message: trigger_id, text }, place };
}

/**
 * The question about a message, whoever wrote it: the person asks, so that what another bot has posted is explained too. It
 * is no answer to the message itself, which may have one already.
 */
export function readExplain(body: unknown, botUserId: string): SlackAsk | undefined {
  const parsed = explainSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, channel, message, trigger_id } = parsed.data;
  const tenant = tenantOf(body) ?? '';
  const place = { channel: channel.id, thread: message.thread_ts ?? message.ts, tenant };
  const text = withoutMention(readMessageText(message), botUserId);
  return {
    inbound: { ...whoAt(place, user.id), door: 'shortcut', message: trigger_id, text },
    ...(message.files === undefined ? {} : { files: message.files }),
    place,
  };
}

/** The wish in the body of a global shortcut. */
export function readCall(body: unknown): SlackCall | undefined {
  const parsed = askSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, trigger_id } = parsed.data;
  // A person stands for their direct messages, whose id Slack does not tell here.
  const place = { channel: user.id, tenant: tenantOf(body) ?? '' };
  return { place, person: user.id, triggerId: trigger_id };
}
