/** Whether the bot hears what is said in a channel without being mentioned, as far as its token tells. */

import type { Place } from './place';

/** Ids of private channels begin with G, but those of younger ones with C, like the public ones'. */
const SCOPES_BY_INITIAL: Readonly<Record<string, readonly string[]>> = {
  C: ['channels:history', 'groups:history'],
  G: ['groups:history', 'mpim:history'],
};

/** `true` also where Slack has not told the scopes, and in direct messages, which always reach the bot. */
export function mayRead({ channel }: Place, scopes: readonly string[]): boolean {
  const needed = SCOPES_BY_INITIAL[channel.charAt(0)];
  return needed === undefined || scopes.length === 0 || needed.some((scope) => scopes.includes(scope));
}
