/** A Slack message as trees: the blocks in their order, as Slack's own client arranges them. */

import type { Locale } from '../locale';
import { commandBox, externalLink } from '../parts';
import { formatMoment } from '../time';
import { type Child, type Tree, tree } from '../tree';
import type { Block, Button, Inline, RichElement, SlackMessage, TextObject, Verdict, Verdicts } from './message';
import { readMrkdwn } from './mrkdwn';

/** The words that the drawing itself needs. */
export interface DrawingLabels {
  readonly copy: string;
  readonly locale: Locale;
}

/** The trees of a message. Throws on a block that the bot is not known to send. */
export function drawSlackMessage({ blocks }: Pick<SlackMessage, 'blocks'>, labels: DrawingLabels): Tree[] {
  return blocks.map((block) => drawBlock(block, labels));
}

function drawBlock(block: Block, labels: DrawingLabels): Tree {
  switch (block.type) {
    case 'header':
      return tree('h3', { class: 'slack-header' }, ...textObject(block.text));
    case 'context':
      return tree('div', { class: 'slack-context' }, ...block.elements.flatMap(textObject));
    case 'rich_text':
      return tree('div', { class: 'slack-rich' }, ...block.elements.map((element) => richElement(element, labels)));
    case 'actions':
      return tree('div', { class: 'slack-actions' }, ...block.elements.map(button));
    case 'context_actions':
      return tree('div', { class: 'slack-verdicts' }, ...block.elements.flatMap(thumbs));
    default:
      return refuseUnknown(block);
  }
}

/** Slack draws signs alone, and tells their words to who cannot see them. */
function thumbs({ positive_button, negative_button }: Verdicts): Tree[] {
  return [thumb('helpful', '👍', positive_button), thumb('unhelpful', '👎', negative_button)];
}

function thumb(action: string, sign: string, { text, value }: Verdict): Tree {
  const words = { 'aria-label': text.text, title: text.text };
  return tree(
    'button',
    { type: 'button', class: 'slack-thumb', ...words, 'data-action': action, 'data-press': value },
    sign,
  );
}

function richElement(element: RichElement, labels: DrawingLabels): Tree {
  switch (element.type) {
    case 'rich_text_section':
      return tree('p', {}, ...element.elements.map((part) => inline(part, labels)));
    case 'rich_text_quote':
      return tree('blockquote', {}, ...element.elements.map((part) => inline(part, labels)));
    case 'rich_text_preformatted':
      return commandBox(element.elements.map((part) => (part.type === 'text' ? part.text : '')).join(''), labels.copy);
    case 'rich_text_list':
      return tree('ul', {}, ...element.elements.map((item) => tree('li', {}, ...richElement(item, labels).children)));
    default:
      return refuseUnknown(element);
  }
}

function textObject({ type, text }: TextObject): Child[] {
  if (type === 'plain_text') return [text];
  return readMrkdwn(text).map((token) => (token.kind === 'link' ? externalLink(token.url, token.text) : token.text));
}

/** The emoji that the bot uses. The word behind each says the same, so a screen reader need not read both. */
const EMOJI: Readonly<Record<string, string>> = {
  information_source: 'ℹ️',
  warning: '⚠️',
  white_check_mark: '✅',
};

function inline(part: Inline, { locale }: DrawingLabels): Child {
  switch (part.type) {
    case 'text':
      return styled(part.text, part.style);
    case 'emoji':
      return tree('span', { class: 'slack-emoji', 'aria-hidden': 'true' }, EMOJI[part.name] ?? `:${part.name}:`);
    case 'date': {
      const atMs = part.timestamp * 1000;
      return tree('time', { datetime: new Date(atMs).toISOString() }, formatMoment(atMs, locale));
    }
    default:
      return refuseUnknown(part);
  }
}

function styled(
  text: string,
  { bold, italic, code }: NonNullable<Extract<Inline, { type: 'text' }>['style']> = {},
): Child {
  let child: Child = text;
  if (code) child = tree('code', {}, child);
  if (italic) child = tree('em', {}, child);
  if (bold) child = tree('strong', {}, child);
  return child;
}

/** A follow-up carries its payload to whoever listens for presses; a link is a link. */
function button({ action_id, text, style, value, url }: Button): Tree {
  const look = style === 'primary' ? 'slack-button primary' : 'slack-button';
  if (url !== undefined) return externalLink(url, text.text, look);
  return tree(
    'button',
    { type: 'button', class: look, 'data-action': action_id.replace('go:', ''), 'data-press': value ?? '' },
    text.text,
  );
}

function refuseUnknown(part: never): never {
  throw new Error(`The page cannot draw this part of a Slack message: ${JSON.stringify(part)}`);
}
