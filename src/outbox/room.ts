/**
 * Room kept for effects that are about to be queued, so that they can begin together with what they follow from: an answer
 * then leaves as soon as its case is stored, instead of being looked for, taken, given its turn and noted one after the other.
 */

import type { AtOnce, Effect, NewEffect, Pace } from '../store/ports';
import type { MayBegin } from './begin';
import type { Job, Jobs } from './jobs';
import type { PacedCall } from './messenger';

/** An effect, and the call that it will lead to. */
export interface Planned {
  readonly effect: NewEffect;
  readonly call: PacedCall;
}

export interface Room {
  /** For the store; absent where they are only to be queued. */
  readonly atOnce?: AtOnce;
  /** To be called in any case, and once: those that have begun go now, the room of the others is free again. */
  fill(begun: readonly Effect[]): void;
}

/** Keeps room for all of them, or for none where there is too little; the first of them goes ahead of the others. */
export type KeepRoom = (planned: readonly Planned[]) => Room;

const NO_ROOM: Room = { fill: () => undefined };
/** What stands in the place of an effect that has not begun. */
const NOT_TAKEN = { attempt: 0, lease: 0, hasTurn: false, interrupted: false } as const;

export function createKeepRoom(parts: {
  readonly jobs: Pick<Jobs, 'add' | 'remove' | 'find' | 'hasRoomFor'>;
  readonly isOpen: () => boolean;
  /** `undefined` where the call would get ahead of others. */
  readonly pacesNow: (effect: NewEffect, call: PacedCall) => readonly Pace[] | undefined;
  readonly leaseMs: number;
  /** Until when what is taken now may begin. */
  readonly limit: () => MayBegin;
  /** Works on it, `after` that where it is given. */
  readonly work: (job: Job, after?: Promise<void>) => void;
}): KeepRoom {
  const { jobs, isOpen, pacesNow, leaseMs, limit, work } = parts;

  /** Whether it is to be worked on; the room of one that has not begun is free again. */
  function isOn(job: Job, begun: readonly Effect[]): boolean {
    // Where it was only queued, the outbox may have taken it since: then it is under way here.
    if (job.effect.lease > 0) return true;
    const own = begun.find(({ key }) => key === job.effect.key);
    if (own === undefined) jobs.remove(job);
    else job.effect = own;
    return own !== undefined;
  }

  return function keepRoom(planned) {
    const [first] = planned;
    if (first === undefined || !isOpen() || !jobs.hasRoomFor(first.effect, planned.length)) return NO_ROOM;
    // A card that is being drawn here has its room already, and is drawn once more.
    if (planned.some(({ effect }) => jobs.find(effect.key) !== undefined)) return NO_ROOM;
    const paces = new Map<string, readonly Pace[]>();
    for (const { effect, call } of planned) {
      const now = pacesNow(effect, call);
      if (now !== undefined) paces.set(effect.key, now);
    }
    const mayBegin = limit();
    const kept = planned.map(({ effect }): Job => ({ effect: { ...effect, ...NOT_TAKEN }, mayBegin }));
    for (const job of kept) jobs.add(job);

    function fill(begun: readonly Effect[]): void {
      const [foremost, ...others] = kept.filter((job) => isOn(job, begun));
      if (foremost !== undefined) work(foremost);
      if (others.length === 0) return;
      // The answer is what people wait for: it is on its way before the mark is made, which is a shorter call.
      const later = new Promise<void>((resolve) => setImmediate(resolve));
      for (const job of others) work(job, later);
    }

    return { atOnce: { leaseMs, paces }, fill };
  };
}
