/** When a platform saw what a bot has sent: a message at a place, or a message drawn anew. */

import type { Journal, Posted } from '../../test/fleet/journal';

export interface Sightings {
  /** Resolves with the first message at the place. */
  message(place: string): Promise<Posted>;
  /** Resolves when this message is drawn anew the next time. */
  redraw(posted: Posted): Promise<void>;
}

/** Watches a journal from now on. */
export function watch(journal: Journal): Sightings {
  const awaited = new Map<string, (posted: Posted) => void>();
  const redrawn = new Map<string, () => void>();
  const add = journal.add.bind(journal);

  journal.add = (posted) => {
    let { redraws } = posted;
    // The platform counts them up; whoever waits for one is told.
    Object.defineProperty(posted, 'redraws', {
      get: () => redraws,
      set(count: number) {
        redraws = count;
        redrawn.get(posted.id)?.();
        redrawn.delete(posted.id);
      },
    });
    add(posted);
    awaited.get(posted.place)?.(posted);
    awaited.delete(posted.place);
  };

  return {
    message(place) {
      const known = journal.at(place)[0];
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => awaited.set(place, resolve));
    },
    redraw: ({ id }) => new Promise((resolve) => redrawn.set(id, resolve)),
  };
}
