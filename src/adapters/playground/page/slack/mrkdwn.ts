/**
 * Slack's mrkdwn, as far as the bot writes it: links and the three entities.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */

import type { Token } from '../token';

const LINK = /<(https:\/\/[^<>|\s]+)\|([^<>|]*)>/g;

/** Splits mrkdwn into text and links. Anything in angle brackets that is not an `https` link stays text. */
export function readMrkdwn(mrkdwn: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of mrkdwn.matchAll(LINK)) {
    const [whole, url = '', label = ''] = match;
    tokens.push({ kind: 'text', text: unescapeMrkdwn(mrkdwn.slice(from, match.index)) });
    tokens.push({ kind: 'link', text: unescapeMrkdwn(label), url: unescapeMrkdwn(url) });
    from = match.index + whole.length;
  }
  tokens.push({ kind: 'text', text: unescapeMrkdwn(mrkdwn.slice(from)) });
  return tokens.filter(({ text }) => text !== '');
}

/** The ampersand goes last, or `&amp;lt;` would be unescaped twice. */
function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
