/** Who has a card of a case before them: the asker and those who press. Kept in memory alone, as Teams asks for no more. */

import { LRUCache } from 'lru-cache';
import { refreshOf, TEAMS_LIMITS } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import { isPersonal } from './inbound';
import { isShared, type Place } from './place';

const KNOWN = { max: 10_000, ttl: 7 * 24 * 60 * 60 * 1000 };

export interface Viewers {
  /** Remembers whoever did this as a viewer of the reply, and gives all of its viewers. */
  ofActivity(activity: TeamsActivity, reply: Reply): readonly string[] | undefined;
  /** The viewers of a reply, the latest first; `undefined` where one person alone sees it. */
  at(place: Place, reply: Reply): readonly string[] | undefined;
}

export function createViewers(): Viewers {
  const byCase = new LRUCache<string, readonly string[]>(KNOWN);

  return {
    ofActivity(activity, reply) {
      if (isPersonal(activity)) return undefined;
      const id = refreshOf(reply)?.case;
      if (id === undefined) return [];
      const person = activity.from.id;
      const others = (byCase.get(id) ?? []).filter((each) => each !== person);
      const viewers = [person, ...others].slice(0, TEAMS_LIMITS.refreshUserIds);
      byCase.set(id, viewers);
      return viewers;
    },

    at(place, reply) {
      if (!isShared(place)) return undefined;
      return byCase.get(refreshOf(reply)?.case ?? '') ?? [];
    },
  };
}
