/** People's names, which the core does not know: seen in activities, or asked for; kept in memory alone. */

import { LRUCache } from 'lru-cache';
import type { Form } from '../../reply/form';
import { nameReply, peopleIn } from '../../reply/people';
import type { Reply } from '../../reply/reply';
import { type TeamsActivity, tenantOf } from './activity';
import type { Connect, Member } from './connector';
import { within } from './deadline';
import type { Place } from './place';
import type { Triage } from './triage';

const KNOWN = { max: 10_000, ttl: 12 * 60 * 60 * 1000 };
/** Who has no name that we may see is asked about again soon, but not with every card. */
const NAMELESS_TTL_MS = 5 * 60 * 1000;
/** A card without a name is better than a late one. */
const PATIENCE_MS = 1_500;

export interface People {
  /** Remembers the name of who sent this. */
  see(activity: TeamsActivity): void;
  /** The reply with the names of the people in it, as far as they are known at `place`. Never rejects. */
  name(reply: Reply, place: Place): Promise<Reply>;
  nameForm(form: Form, place: Place): Promise<Form>;
  /** Somebody by any id that Teams takes, or `undefined` where nobody here is known by it. Never rejects. */
  find(id: string, place: Place): Promise<Member | undefined>;
}

/** Makes the memory of names. Whoever is in neither the conversation nor the triage channel stays without one. */
export function createPeople({ connect, triage }: { readonly connect: Connect; readonly triage: Triage }): People {
  const names = new LRUCache<string, Promise<string | undefined>>(KNOWN);

  async function find(id: string, place: Place): Promise<Member | undefined> {
    return within(PATIENCE_MS, ask(id, place), undefined);
  }

  async function ask(id: string, here: Place): Promise<Member | undefined> {
    for (const place of [here, triage.placeFor(here)]) {
      const member = place && (await memberOf(place, id));
      if (member !== undefined) return member;
    }
    return undefined;
  }

  async function memberOf({ serviceUrl, conversation }: Place, id: string): Promise<Member | undefined> {
    try {
      return await connect(serviceUrl).conversations.getConversationMember(conversation, id);
    } catch {
      return undefined;
    }
  }

  function nameOf(id: string, place: Place): Promise<string | undefined> {
    const key = keyOf(place.tenant, id);
    let pending = names.get(key);
    if (pending === undefined) {
      pending = find(id, place).then((member) => {
        if (member?.name === undefined) names.set(key, Promise.resolve(undefined), { ttl: NAMELESS_TTL_MS });
        return member?.name;
      });
      names.set(key, pending);
    }
    return pending;
  }

  async function name(reply: Reply, place: Place): Promise<Reply> {
    const ids = [...peopleIn(reply)];
    const found = await Promise.all(ids.map(async (id) => [id, await nameOf(id, place)] as const));
    return nameReply(reply, new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined)));
  }

  return {
    find,
    name,

    see(activity) {
      const { id, name } = activity.from;
      if (name !== undefined && name !== '') names.set(keyOf(tenantOf(activity), id), Promise.resolve(name));
    },

    async nameForm(form, place) {
      const { locale, title, sections } = form;
      const reply = await name({ kind: 'help-sheet', locale, title, summary: '', sections, actions: [] }, place);
      return { ...form, sections: reply.sections };
    },
  };
}

function keyOf(tenant: string, id: string): string {
  return JSON.stringify([tenant, id]);
}
