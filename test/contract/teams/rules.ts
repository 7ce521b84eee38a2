/** What Teams refuses, splits, garbles or does not show, as far as anything of ours can make it. */

import { BOT } from './people';

/** The strictest size that Microsoft's pages name for a bot's message. */
export const MAX_MESSAGE_BYTES = 28 * 1024;
const MOST_BUTTONS = 6;
const MOST_REFRESHED = 60;
const MOST_CITATIONS = 20;
const MOST_RESULTS = 25;

export const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
/** The card that is on the screen stays. */
export const NO_CARD = 'application/vnd.microsoft.error';
const SENTENCE = 'application/vnd.microsoft.activity.message';

export interface Activity {
  readonly [property: string]: unknown;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with a message of the bot. */
export function messageFault(activity: Activity): string | undefined {
  const { type, text, summary, attachments, from } = activity;
  if (type !== 'message') return `an activity of type ${String(type)} was sent`;
  if (!isRecord(from) || from.id !== BOT.id) return 'a message does not come from the bot';
  if (text !== undefined && text !== '') return 'a message has a text beside its card and would be split';
  if (!isSentence(summary)) return 'a message has no summary for notifications';
  if (!Array.isArray(attachments) || attachments.length !== 1) return 'a message does not have exactly one card';
  return attachmentFault(attachments[0]) ?? entitiesFault(activity.entities);
}

/** Teams refuses a message whose citations it cannot read. */
function entitiesFault(entities: unknown): string | undefined {
  const roots = Array.isArray(entities) ? entities.filter(({ type }) => type === 'https://schema.org/Message') : [];
  if (roots.length > 1) return 'a message has several roots of citations';
  const citations: unknown[] = roots[0]?.citation ?? [];
  if (citations.length > MOST_CITATIONS) return `a message has ${citations.length} citations`;
  const isWhole = citations.every((citation, index) => {
    const { position, appearance } = isRecord(citation) ? citation : {};
    const { name, abstract } = isRecord(appearance) ? appearance : {};
    const fits = (value: unknown, longest: number) => isSentence(value) && String(value).length <= longest;
    return position === index + 1 && fits(name, 80) && fits(abstract, 160);
  });
  return isWhole ? undefined : 'a citation has no number, no name, or too much of it';
}

/** What is wrong with the answer to a search, or to a link that was pasted. */
export function resultFault(answer: unknown): string | undefined {
  const { type, attachmentLayout, attachments } =
    isRecord(answer) && isRecord(answer.composeExtension) ? answer.composeExtension : {};
  if (type !== 'result' || attachmentLayout !== 'list' || !Array.isArray(attachments))
    return 'Teams knows no such result';
  if (attachments.length > MOST_RESULTS) return `a search has ${attachments.length} results`;
  const faults = attachments.map(({ contentType, content, preview }) => {
    if (contentType !== CARD || preview?.contentType !== THUMBNAIL) return 'a result has no line to choose it by';
    if (!isSentence(preview.content?.title)) return 'a result has no title';
    if (content?.version !== '1.3') return 'a card that people post is not of version 1.3';
    if (/Action\.(?:Execute|Submit)|"refresh"/.test(JSON.stringify(content)))
      return 'a card that people post calls back';
    return Buffer.byteLength(JSON.stringify(content)) > MAX_MESSAGE_BYTES
      ? 'a card that people post is too large'
      : undefined;
  });
  return faults.find((fault) => fault !== undefined);
}

/** What is wrong with the answer to a press of `Action.Execute`. */
export function executeFault(answer: unknown): string | undefined {
  if (isRecord(answer) && answer.type === NO_CARD) return undefined;
  if (!isRecord(answer) || answer.statusCode !== 200) return 'Teams would say that something went wrong';
  if (answer.type === SENTENCE) return isSentence(answer.value) ? undefined : 'Teams would show an empty sentence';
  return answer.type === CARD ? cardFault(answer.value) : `Teams does not know the answer ${String(answer.type)}`;
}

/** What is wrong with the answer to a dialog that is to open or was sent in. */
export function taskFault(answer: unknown): string | undefined {
  if (!isRecord(answer) || !isRecord(answer.task)) return 'Teams would find no task in the answer';
  const { type, value } = answer.task;
  if (type === 'message') return isSentence(value) ? undefined : 'Teams would show an empty dialog';
  if (type !== 'continue' || !isRecord(value)) return `Teams does not know the task ${String(type)}`;
  if (!isSentence(value.title)) return 'a dialog has no title';
  if (![value.height, value.width].every((size) => ['small', 'medium', 'large'].includes(String(size)))) {
    return 'a dialog has no size that Teams knows';
  }
  // Dialogs take no universal actions.
  if (JSON.stringify(value.card).includes('Action.Execute')) return 'a dialog has a button that does nothing';
  return attachmentFault(value.card);
}

function attachmentFault(attachment: unknown): string | undefined {
  if (!isRecord(attachment) || attachment.contentType !== CARD) return 'an attachment is no Adaptive Card';
  return cardFault(attachment.content);
}

function cardFault(card: unknown): string | undefined {
  if (!isRecord(card) || card.type !== 'AdaptiveCard' || card.version !== '1.5') return 'a card is not of version 1.5';
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MAX_MESSAGE_BYTES) return `a card has ${bytes} bytes`;
  const { userIds } = isRecord(card.refresh) ? card.refresh : {};
  if (Array.isArray(userIds) && userIds.length > MOST_REFRESHED) return 'a card is refreshed for too many people';
  const actions = Array.isArray(card.actions) ? card.actions : [];
  const inSight = actions.filter((action) => isRecord(action) && action.mode !== 'secondary');
  return inSight.length > MOST_BUTTONS ? `a card has ${inSight.length} buttons in sight` : undefined;
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
