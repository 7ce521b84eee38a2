/** What a platform has accepted from the bot. It is the judge of what was lost or doubled, and outlives every bot. */

import { parseFollowUp } from '../../src/reply/follow-up';

/** A message of the bot as it stands on the platform. */
export interface Posted {
  readonly id: string;
  /** Where it answers: one place a post. */
  readonly place: string;
  readonly conversation: string;
  readonly atMs: number;
  /** What marks it, on a platform that lets bots look for their messages. */
  readonly key?: string | undefined;
  /** What each of its buttons carries. Kept only where somebody will press. */
  buttons: readonly unknown[];
  /** How often it was drawn anew. */
  redraws: number;
}

export interface Journal {
  add(posted: Posted): void;
  /** The messages at a place. */
  at(place: string): readonly Posted[];
  byId(id: string): Posted | undefined;
  count(): number;
  /** Calls that the platform has refused, by reason. A bot that keeps to the rules leaves this empty. */
  readonly refusals: Map<string, number>;
  refuse(reason: string): void;
}

/** What the first button carries that moves a case; help, which belongs to none, has other buttons. */
export function caseButton({ buttons }: Posted): unknown {
  return buttons.find((carried) => parseFollowUp(carried)?.case !== undefined);
}

const NOTHING: readonly Posted[] = [];

export function createJournal(): Journal {
  const byPlace = new Map<string, Posted[]>();
  const byId = new Map<string, Posted>();
  const refusals = new Map<string, number>();
  return {
    add(posted) {
      const there = byPlace.get(posted.place);
      if (there === undefined) byPlace.set(posted.place, [posted]);
      else there.push(posted);
      byId.set(posted.id, posted);
    },
    at: (place) => byPlace.get(place) ?? NOTHING,
    byId: (id) => byId.get(id),
    count: () => byId.size,
    refusals,
    refuse: (reason) => void refusals.set(reason, (refusals.get(reason) ?? 0) + 1),
  };
}
