/** Who works in the triage channel, as its list of members tells. */

import { LRUCache } from 'lru-cache';
import type { Route } from '../../outbox/messenger';
import { type Connect, ConnectorError } from './connector';
import { within } from './deadline';
import type { Place } from './place';
import type { Triage } from './triage';

/** Who joins or leaves the channel is noticed within this time. */
const KNOWN = { max: 10_000, ttl: 5 * 60 * 1000 };
/** Where Teams does not say, it is asked again soon, but not at every press. */
const UNTOLD_TTL_MS = 30_000;
const PATIENCE_MS = 3_000;

/** Tells whether the person is a member; `true` where that cannot be found out. Never rejects. */
export type IsAgent = (near: Place, person: string, route?: Route['teams']) => Promise<boolean>;

export function createIsAgent({ connect, triage }: { readonly connect: Connect; readonly triage: Triage }): IsAgent {
  const known = new LRUCache<string, boolean>(KNOWN);

  async function isMember({ serviceUrl, conversation }: Place, person: string): Promise<boolean | undefined> {
    try {
      await connect(serviceUrl).conversations.getConversationMember(conversation, person);
      return true;
    } catch (error) {
      return error instanceof ConnectorError && error.status === 404 ? false : undefined;
    }
  }

  return async (near, person, route) => {
    const desk = triage.placeFor(near, route);
    if (desk === undefined) return false;
    const key = JSON.stringify([desk.tenant, desk.conversation, person]);
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const told = await within(PATIENCE_MS, isMember(desk, person), undefined);
    known.set(key, told ?? true, told === undefined ? { ttl: UNTOLD_TTL_MS } : {});
    return told ?? true;
  };
}
