/**
 * Whose turn it is to call a platform, so that it need not refuse us for going too fast. A turn is taken right before the
 * call, never ahead of it: whoever is kept from calling keeps nobody else from it.
 */

import type { Effect, Pace, Paces } from '../store/ports';
import { createAskTogether } from './ask-together';
import type { Messenger, PacedCall } from './messenger';
import type { Outgoing } from './outgoing';

export interface TurnTaker {
  /** Gives how long to wait before asking again, 0 when the turn is taken. Rejects when the store does. */
  takeTurn(effect: Effect, call: PacedCall, messenger: Messenger): Promise<number>;
  /** The paces of a call that may ask for its turn at once; `undefined` where it would get ahead of others in line. */
  pacesNow(call: PacedCall, messenger: Messenger): readonly Pace[] | undefined;
}

/** For whoever keeps no pace: everything goes at once. */
export const NO_TURNS: TurnTaker = { takeTurn: async () => 0, pacesNow: () => [] };

/** Lines longer than a moment ago are forgotten once there are so many. */
const MOST_LINES = 1_000;

export function createTurnTaker(store: Pick<Paces, 'takeTurns'>, now: () => number): TurnTaker {
  const ask = createAskTogether((all: readonly (readonly Pace[])[]) => store.takeTurns(all));
  /** When the last one in each line has its turn, as far as this process knows; they come back one after the other. */
  const lines = new Map<string, number>();

  function standInLine({ key, everyMs }: Pace, fromMs: number): number {
    const atMs = Math.max(fromMs, (lines.get(key) ?? Number.NEGATIVE_INFINITY) + everyMs);
    if (lines.size >= MOST_LINES) forgetEmptyLines();
    lines.set(key, atMs);
    return atMs - now();
  }

  function forgetEmptyLines(): void {
    for (const [key, atMs] of lines) if (atMs <= now()) lines.delete(key);
  }

  function isWaitedFor({ key }: Pace): boolean {
    return (lines.get(key) ?? 0) > now();
  }

  return {
    async takeTurn(effect, call, messenger) {
      const paces = messenger.pacesOf?.(call) ?? [];
      // The narrowest has the line: whoever waits for a channel must not hold up the others of the workspace.
      const [line] = paces;
      if (line === undefined) return 0;
      if (isWaitedFor(line) && !effect.hasTurn) return standInLine(line, now());
      const waitMs = await ask(paces);
      if (waitMs === 0) return 0;
      // Whoever is refused after that most likely waits for all the others, and stands with them.
      return standInLine(effect.hasTurn ? (paces.at(-1) ?? line) : line, now() + waitMs);
    },

    pacesNow(call, messenger) {
      const paces = messenger.pacesOf?.(call) ?? [];
      return paces.some(isWaitedFor) ? undefined : paces;
    },
  };
}

/** The call that an effect leads to. */
export function callOf(outgoing: Exclude<Outgoing, { kind: 'webhook' }>): PacedCall {
  if (outgoing.kind === 'private') return { kind: 'post', place: outgoing.near, person: outgoing.person };
  const isFirstMark = outgoing.kind === 'mark' && outgoing.isFirst;
  return { kind: isFirstMark ? 'first-mark' : outgoing.kind, place: outgoing.place };
}
