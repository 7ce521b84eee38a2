/** Our own words in views: what Slack would refuse of them is a mistake of ours, and throws where it is made. */

import type { PlainTextElement } from '@slack/types';
import { SLACK_LIMITS } from './limits';

/** Plain text that must fit; `what` names it in the error. */
export function plain(what: string, text: string, limit: number): PlainTextElement {
  expectWithin(what, text.length, limit);
  return { type: 'plain_text', text, emoji: false };
}

/** What a view carries for us. */
export function metadata(carried: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(carried);
  expectWithin('private_metadata', json.length, SLACK_LIMITS.privateMetadata);
  return json;
}

/** Slack refuses what is too long and what is empty. */
export function expectWithin(what: string, length: number, limit: number): void {
  if (length < 1 || length > limit) throw new RangeError(`a view's ${what} has ${length} of 1 to ${limit}`);
}
