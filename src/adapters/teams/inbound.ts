/** From a Teams activity to the bot's own `Inbound`, `Press` and `Submission`. */

import { randomUUID } from 'node:crypto';
import type { Door, Inbound, Press, Submission, Who } from '../../bot';
import { localeOf, mentionsOfBot, type TeamsActivity, tenantOf } from './activity';
import { channelOf, placeOf, writePlace } from './place';

/** Tells whether a bot wrote this: another one, ourselves, or ourselves in another installation. */
export function isFromBot({ from, recipient }: TeamsActivity): boolean {
  return from.role === 'bot' || from.role === 'skill' || from.id.startsWith('28:') || from.id === recipient.id;
}

/** The post that a `message` or `messageUpdate` activity tells of. */
export function toInbound(activity: TeamsActivity): Inbound {
  return {
    ...whoAndWhere(activity, activity.id),
    door: doorOf(activity),
    // Teams always sends an id; without one the post cannot be told from others, so it counts as a new one.
    message: activity.id ?? randomUUID(),
    text: textOf(activity),
  };
}

/** The press that an activity tells of; the payload is as the client sent it. */
export function toPress(activity: TeamsActivity, payload: unknown): Press {
  const { replyToId } = activity;
  return { ...whoAndWhere(activity), payload, ...(replyToId !== undefined && { message: replyToId }) };
}

/** The form that an activity sends in; token and values are as the client sent them. */
export function toSubmission(activity: TeamsActivity, sent: Pick<Submission, 'token' | 'values'>): Submission {
  return { ...whoAndWhere(activity), ...sent };
}

/** Who does something, and where; `replyTo` is the post that it is about. */
export function whoAndWhere(activity: TeamsActivity, replyTo?: string): Who {
  const platformLocale = localeOf(activity);
  const channel = isPersonal(activity)
    ? undefined
    : (channelOf(activity.conversation.id)?.channel ?? activity.conversation.id);
  return {
    platform: 'teams',
    tenant: tenantOf(activity),
    conversation: activity.conversation.id,
    ...(channel !== undefined && { channel }),
    place: writePlace(placeOf(activity, replyTo)),
    person: activity.from.id,
    ...(platformLocale !== undefined && { platformLocale }),
  };
}

function doorOf(activity: TeamsActivity): Door {
  if (isPersonal(activity)) return 'dm';
  return mentionsOfBot(activity).length > 0 ? 'mention' : 'message';
}

/** Tells whether nobody but the person and the bot reads along. */
export function isPersonal({ conversation }: TeamsActivity): boolean {
  if (conversation.conversationType === undefined) return conversation.isGroup !== true;
  return conversation.conversationType === 'personal';
}

/** The text with the mentions of the bot taken out; the formatted copy only where the plain one is missing. */
function textOf(activity: TeamsActivity): string {
  const text = activity.text?.trim() ? activity.text : htmlOf(activity);
  return mentionsOfBot(activity)
    .reduce((rest, { text: markup, mentioned }) => {
      const written = markup ?? (mentioned.name === undefined ? '' : `<at>${mentioned.name}</at>`);
      return written === '' ? rest : rest.replaceAll(written, ' ');
    }, text)
    .trim();
}

/** Nothing but tags, as beside a file that was sent without words. */
const WORDLESS = /^(?:\s|<[^<>]*>|&nbsp;)*$/;

function htmlOf(activity: TeamsActivity): string {
  const html = activity.attachments?.find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' && !WORDLESS.test(html) ? html : '';
}
