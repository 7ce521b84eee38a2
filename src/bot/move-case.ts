/** One move of a case, stored with all that follows from it. Of several at the same time one wins; the others look again. */

import { applyMove, type CaseMove, type CaseState, deriveCase } from '../cases/case';
import type { StoredCase } from '../store/ports';
import { type Desk, effectsOf } from './effects';
import { outcomesOfMove } from './outcomes';
import type { BotParts } from './parts';
import { deskFor } from './routing';

/** More rounds than that would mean that the store never lets us win. */
const MOST_ROUNDS = 60;

export interface Moved {
  readonly state: CaseState;
  readonly stored: StoredCase;
}

/** What somebody wants to do, decided anew on each round; `undefined` to let it be. */
export type Decide = (
  state: CaseState,
  stored: StoredCase,
) => Pick<CaseMove, 'person' | 'followUp' | 'details' | 'assignee'> | undefined;

type Parts = Pick<BotParts, 'knowledge' | 'store' | 'messenger' | 'hasTickets' | 'onEffects' | 'now'>;

/**
 * The case after the move, or `undefined` when it is gone or `decide` has let it be. `known` is the case as it was read a moment
 * ago: where somebody else has moved it since, the store takes no move, and it is read anew.
 */
export async function moveCase(
  tenant: string,
  id: string,
  decide: Decide,
  parts: Parts,
  known?: StoredCase,
): Promise<Moved | undefined> {
  const { store, onEffects, now } = parts;
  let desk: Desk | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const stored = (round === 0 ? known : undefined) ?? (await store.findCase(tenant, id));
    if (stored === undefined) return undefined;
    const before = deriveCase(stored.head, stored.moves);
    const decided = decide(before, stored);
    if (decided === undefined) return undefined;
    const move: CaseMove = { ...decided, version: before.version + 1, atMs: now() };
    const state = applyMove(before, move);
    desk ??= await deskFor(stored.head, parts);
    const append = {
      move,
      effects: effectsOf(move, before, state, stored.cards, desk),
      outcomes: outcomesOfMove(move, before, stored.moves),
    };
    if (await store.appendMove(tenant, id, append)) {
      if (append.effects.length > 0) onEffects();
      return { state, stored: { ...stored, moves: [...stored.moves, move] } };
    }
  }
  throw new Error('the store takes no move of this case');
}
