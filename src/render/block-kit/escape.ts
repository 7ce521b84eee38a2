/**
 * Escaping for Slack's mrkdwn, which we use only in the top-level text and for links; everything else is `plain_text`
 * or `rich_text`, where no character has a meaning.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */

import { toHttpsLink } from '../https-link';

/** `text` so that it can make no mention, link or entity. The ampersand goes first, or it would escape twice. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A link in mrkdwn, or the title alone where the address must not be followed. */
export function mrkdwnLink(title: string, address: string | undefined): string {
  const link = address === undefined ? undefined : toHttpsLink(address);
  const label = escapeMrkdwn(title);
  return link === undefined ? label : `<${escapeMrkdwn(link)}|${label}>`;
}
