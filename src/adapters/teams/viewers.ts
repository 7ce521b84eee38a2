/** Who has a card of a case before them: the asker and those who press. Kept in memory alone, as Teams asks for no more. */

import { LRUCache } from 'lru-cache';
import { refreshOf, TEAMS_LIMITS } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import { isPersonal } from './inbound';
import { isShared, type Place } from './place';

/** The cases that something has happened to last. Of an older one the asker alone is told, and whoever presses next. */
const KNOWN = { max: 1_000, ttl: 7 * 24 * 60 * 60 * 1000 };

export interface Viewers {
  /** Remembers whoever did this as a viewer of the reply, and gives all of its viewers. */
  ofActivity(activity: TeamsActivity, reply: Reply): readonly string[] | undefined;
  /** The viewers of a reply, the latest first, with `newest` among them from now on; `undefined` where one person alone sees it. */
  at(place: Place, reply: Reply, newest?: string): readonly string[] | undefined;
}

export function createViewers(): Viewers {
  const byCase = new LRUCache<string, readonly string[]>(KNOWN);

  function viewersOf(reply: Reply, newest: string | undefined): readonly string[] {
    const id = refreshOf(reply)?.case;
    if (id === undefined) return [];
    const known = byCase.get(id) ?? [];
    if (newest === undefined) return known;
    const viewers = [newest, ...known.filter((each) => each !== newest)].slice(0, TEAMS_LIMITS.refreshUserIds);
    byCase.set(id, viewers);
    return viewers;
  }

  return {
    ofActivity(activity, reply) {
      return isPersonal(activity) ? undefined : viewersOf(reply, activity.from.id);
    },

    at(place, reply, newest) {
      return isShared(place) ? viewersOf(reply, newest) : undefined;
    },
  };
}
