/** What becomes of an effect after a try to send it. */

import { type Kysely, sql } from 'kysely';
import { holdCase, rememberCard } from './cases';
import type { StoreClock } from './clock';
import type { Effect, EffectResult, Finished } from './ports';
import { prepared } from './prepared';
import { queueEffects } from './queue-effects';
import type { Schema } from './schema';

/** How a try ends that is the last one, unless the effect was asked for once more meanwhile. */
type LastResult = Exclude<EffectResult, { kind: 'retry' | 'later' }>;

/** Records the result with all that follows from it, or nothing when the try no longer holds the effect. */
export async function finishEffect(
  db: Kysely<Schema>,
  clock: StoreClock,
  effect: Effect,
  result: EffectResult,
): Promise<Finished> {
  switch (result.kind) {
    case 'retry':
      await putBack(db, effect, waited(clock, result.inMs))
        .set({ has_turn: 0, failure: result.code ?? null })
        .execute();
      return 'recorded';
    case 'later':
      await putBack(db, effect, waited(clock, result.inMs))
        .set((eb) => ({ has_turn: 1, attempt: eb('attempt', '-', 1) }))
        .execute();
      return 'recorded';
    default:
      return endWithAll(db, clock, effect, result);
  }
}

/** Notes that it is about to be sent, from when on it may be there; false when this taking holds it no more. */
export async function beginEffect(
  db: Kysely<Schema>,
  clock: StoreClock,
  { key, tenant, lease }: Effect,
): Promise<boolean> {
  const { numAffectedRows } = await updateBegun(db, { key, tenant, lease }, clock);
  return numAffectedRows !== 0n;
}

const updateBegun = prepared((db, held: Held, clock: StoreClock) =>
  updateHeld(db, held).set({ begun: 1 }).where('lease_ends_at', '>', clock.now()),
);

/** Gives back what was not begun, as it was before it was taken. */
export async function releaseEffects(db: Kysely<Schema>, effects: readonly Effect[]): Promise<void> {
  // One by one: nobody who holds one of them is waited for while others are held.
  for (const effect of effects) {
    await letGo(db, effect)
      .set((eb) => ({ state: 'queued', attempt: eb('attempt', '-', 1) }))
      .execute();
  }
}

/** Ends all leases; of the effects that may be sent again, none waits for one to run out. */
export async function endLeases(db: Kysely<Schema>, clock: StoreClock): Promise<void> {
  await db
    .updateTable('effects')
    .set({ lease_ends_at: clock.now() })
    // As good as `is not null`, and found by the index.
    .where('due_at', '>=', 0)
    .where('lease_ends_at', '>', clock.now())
    .execute();
}

function waited(clock: StoreClock, ms: number) {
  return sql<number>`${clock.now()} + ${Math.ceil(ms)}`;
}

async function endWithAll(
  db: Kysely<Schema>,
  clock: StoreClock,
  effect: Effect,
  result: LastResult,
): Promise<Finished> {
  const { card, asOf } = result.kind === 'sent' ? result : {};
  const { redraw = [] } = result;
  return db.transaction().execute(async (trx) => {
    const addsToCase = card !== undefined || redraw.length > 0;
    // First the case and then its effects, as in a move.
    const held = addsToCase ? await holdCase(trx, effect.tenant, effect.caseId) : undefined;
    if (asOf !== undefined && held !== undefined && (held.version !== asOf || held.isPostGone)) return 'outdated';
    const hasEnded = await end(trx, clock, effect, result);
    if (!hasEnded && !(await startAnew(trx, clock, effect))) return 'recorded';
    if (card !== undefined && held !== undefined) await rememberCard(trx, effect.caseId, card);
    await queueEffects(trx, redraw, clock);
    return hasEnded ? 'recorded' : 'again';
  });
}

/** False when the try has lost the effect, or it was asked for once more meanwhile. */
async function end(trx: Kysely<Schema>, clock: StoreClock, effect: Effect, result: LastResult): Promise<boolean> {
  const failure = result.kind === 'sent' ? null : (result.code ?? null);
  const { key, tenant, lease } = effect;
  const { numAffectedRows } = await updateEnded(trx, { key, tenant, lease, state: result.kind, failure }, clock);
  return numAffectedRows !== 0n;
}

type Ended = Held & { readonly state: LastResult['kind']; readonly failure: string | null };

const updateEnded = prepared((db, { state, failure, ...held }: Ended, clock: StoreClock) =>
  letGo(db, held).set({ state, due_at: null, ended_at: clock.now(), failure }).where('asked_again', '=', 0),
);

/** For a redraw that was asked for once more while it was being sent: what was sent may be too old already. */
async function startAnew(trx: Kysely<Schema>, clock: StoreClock, effect: Effect): Promise<boolean> {
  const { numUpdatedRows } = await putBack(trx, effect, clock.now())
    .set((eb) => ({
      queued_at: clock.now(),
      queued_version: eb.ref('version'),
      attempt: 0,
      interrupted: 0,
      has_turn: 0,
      failure: null,
    }))
    .where('asked_again', '=', 1)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function putBack(db: Kysely<Schema>, effect: Effect, dueAt: ReturnType<typeof waited>) {
  return letGo(db, effect).set({ state: 'queued', due_at: dueAt });
}

/** An effect in the hands of whoever took it. */
type Held = Pick<Effect, 'key' | 'tenant' | 'lease'>;

function letGo(db: Kysely<Schema>, held: Held) {
  return updateHeld(db, held).set({ lease_ends_at: null, asked_again: 0 });
}

/** Only while this very taking holds it: when the lease has run out, another one may have taken it. */
function updateHeld(db: Kysely<Schema>, { key, tenant, lease }: Held) {
  return db
    .updateTable('effects')
    .where('key', '=', key)
    .where('tenant', '=', tenant)
    .where('state', '=', 'sending')
    .where('claims', '=', lease);
}
