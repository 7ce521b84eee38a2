/** One move of a case, stored with all that follows from it. Of several at the same time one wins; the others look again. */

import { applyMove, type CaseMove, type CaseState, deriveCase } from '../cases/case';
import type { Planned } from '../outbox/room';
import type { Append, Effect, NewEffect, StoredCase } from '../store/ports';
import { type Desk, effectsOf, NOBODY } from './effects';
import { meanwhile } from './meanwhile';
import { outcomesOfMove } from './outcomes';
import type { BotParts } from './parts';
import { deskFor } from './routing';

/** More rounds than that would mean that the store never lets us win. */
const MOST_ROUNDS = 60;

export interface Moved<Shown> {
  readonly state: CaseState;
  readonly stored: StoredCase;
  /** What was drawn of it, where that was asked for. */
  readonly shown: Shown | undefined;
}

/** What somebody wants to do, decided anew on each round; `undefined` to let it be. */
export type Decide = (
  state: CaseState,
  stored: StoredCase,
) => Pick<CaseMove, 'person' | 'followUp' | 'details' | 'assignee'> | undefined;

/** What is shown after the move. */
export interface Showing<Shown> {
  /** Draws the case as it is after the move, while the move is stored; in vain where somebody else is faster. */
  draw(state: CaseState, stored: StoredCase): Promise<Shown>;
  /** Called once the move is stored, before anything of it goes out. */
  keep?(shown: Shown, state: CaseState, stored: StoredCase): void;
}

type Parts = Pick<BotParts, 'knowledge' | 'store' | 'messenger' | 'hasTickets' | 'onEffects' | 'now' | 'keepRoom'>;

/**
 * The case after the move, or `undefined` when it is gone or `decide` has let it be. `known` is the case as it was read a moment
 * ago: where somebody else has moved it since, the store takes no move, and it is read anew.
 */
export async function moveCase<Shown = undefined>(
  tenant: string,
  id: string,
  decide: Decide,
  parts: Parts,
  { known, showing }: { readonly known?: StoredCase | undefined; readonly showing?: Showing<Shown> } = {},
): Promise<Moved<Shown> | undefined> {
  const { store, now } = parts;
  let desk: Desk | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const stored = (round === 0 ? known : undefined) ?? (await store.findCase(tenant, id));
    if (stored === undefined) return undefined;
    const before = deriveCase(stored.head, stored.moves);
    const decided = decide(before, stored);
    if (decided === undefined) return undefined;
    const move: CaseMove = { ...decided, version: before.version + 1, atMs: now() };
    const state = applyMove(before, move);
    // Most moves are no news for the help desk.
    if (before.handOff !== state.handOff) desk ??= await deskFor(stored.head, parts);
    const append = {
      move,
      effects: effectsOf(move, before, state, stored.cards, desk ?? NOBODY),
      outcomes: outcomesOfMove(move, before, stored.moves),
    };
    const moved = { state, stored: { ...stored, moves: [...stored.moves, move] } };
    const done = await storeAndShow(moved, append, showing, parts);
    if (done !== undefined) return { ...moved, ...done };
  }
  throw new Error('the store takes no move of this case');
}

/** Stores a move, with it drawn meanwhile, and lets go out what has begun with it; `undefined` when it was not stored. */
async function storeAndShow<Shown>(
  { state, stored }: Pick<Moved<Shown>, 'state' | 'stored'>,
  append: Append,
  showing: Showing<Shown> | undefined,
  { store, keepRoom, onEffects }: Parts,
): Promise<Pick<Moved<Shown>, 'shown'> | undefined> {
  const { tenant, id } = state.head;
  const { atOnce, fill } = keepRoom(append.effects.flatMap(planned));
  let begun: readonly Effect[] = [];
  try {
    const storing = store.appendMove(tenant, id, atOnce === undefined ? append : { ...append, atOnce });
    const drawing = showing && meanwhile(() => showing.draw(state, stored));
    const appended = await storing;
    if (appended === undefined) return undefined;
    ({ begun } = appended);
    // What has not begun waits to be looked for.
    if (begun.length < append.effects.length) onEffects();
    const shown = await drawing;
    if (shown !== undefined) showing?.keep?.(shown, state, stored);
    return { shown };
  } finally {
    fill(begun);
  }
}

/** Cards and marks that are brought up to date; what is said anew goes the usual way. */
function planned(effect: NewEffect): Planned[] {
  const { kind, place } = effect;
  return kind === 'redraw' || kind === 'mark' ? [{ effect, call: { kind, place } }] : [];
}
