/** What people may do where they are, as the list of members tells: change settings, and have us send there at all. */

import { LRUCache } from 'lru-cache';
import type { Role } from '../../outbox/messenger';
import { type Connect, ConnectorError, type Member } from './connector';
import { within } from './deadline';
import { channelOf, type Place } from './place';

/** A change of somebody's part is noticed within this time. */
const KNOWN = { max: 10_000, ttl: 5 * 60 * 1000 };
/** Where Teams does not say, it is asked again soon. */
const UNTOLD_TTL_MS = 30_000;
const PATIENCE_MS = 1_500;
/** In the name of an account that another organization has lent out. */
const LENT = '#EXT#';

/** Somebody's entry in the list of members; `absent` where there is none for us, `untold` where Teams does not say. */
type Entry = Member | 'absent' | 'untold';

export interface Roles {
  /** What the person may change at `place`. Never rejects. */
  roleOf(place: Place, person: string): Promise<Role>;
  /** Whether we are in the conversation where the person is, so that we can send there; `true` where Teams does not say. */
  canSend(place: Place, person: string): Promise<boolean>;
}

/** `admins` are ids of Microsoft Entra. */
export function createRoles(parts: { readonly connect: Connect; readonly admins: readonly string[] }): Roles {
  const { connect } = parts;
  const admins = new Set(parts.admins.map((id) => id.toLowerCase()));
  const entries = new LRUCache<string, Entry>(KNOWN);

  async function ask(serviceUrl: string, conversation: string, person: string): Promise<Entry> {
    try {
      return await connect(serviceUrl).conversations.getConversationMember(conversation, person);
    } catch (error) {
      return error instanceof ConnectorError && [403, 404].includes(error.status) ? 'absent' : 'untold';
    }
  }

  async function entryOf(place: Place, person: string): Promise<Entry> {
    // All threads of a channel have the same members.
    const conversation = channelOf(place.conversation)?.channel ?? place.conversation;
    const key = JSON.stringify([place.tenant, conversation, person]);
    const earlier = entries.get(key);
    if (earlier !== undefined) return earlier;
    const entry = await within<Entry>(PATIENCE_MS, ask(place.serviceUrl, conversation, person), 'untold');
    entries.set(key, entry, entry === 'untold' ? { ttl: UNTOLD_TTL_MS } : {});
    return entry;
  }

  return {
    async roleOf(place, person) {
      const entry = await entryOf(place, person);
      if (entry === 'untold') return 'member';
      if (entry === 'absent') return 'guest';
      if (isGuest(entry, place)) return 'guest';
      return admins.has((entry.aadObjectId ?? entry.objectId ?? '').toLowerCase()) ? 'admin' : 'member';
    },

    canSend: async (place, person) => (await entryOf(place, person)) !== 'absent',
  };
}

/** Guests, people without an account, and members of other organizations in a shared channel. */
function isGuest({ userRole, userPrincipalName, tenantId }: Member, { tenant }: Place): boolean {
  if (userRole === 'guest' || userRole === 'anonymous') return true;
  if (userPrincipalName?.toUpperCase().includes(LENT)) return true;
  return tenantId !== undefined && tenant !== '' && tenantId !== tenant;
}
