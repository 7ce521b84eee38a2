/** What becomes of an effect after a try to send it. */

import type { Kysely } from 'kysely';
import { holdCase, rememberCard } from './cases';
import type { Effect, EffectResult } from './ports';
import { queueEffects } from './queue-effects';
import type { Schema } from './schema';

/** Records the result with all that follows from it, or nothing when the try no longer holds the effect. */
export async function finishEffect(
  db: Kysely<Schema>,
  effect: Effect,
  result: EffectResult,
  nowMs: number,
): Promise<void> {
  if (result.kind === 'retry') {
    await queueForLater(db, effect, result.atMs);
    return;
  }
  const card = result.kind === 'sent' ? result.card : undefined;
  const { redraw = [] } = result;
  await db.transaction().execute(async (trx) => {
    const addsToCase = card !== undefined || redraw.length > 0;
    // First the case and then its effects, as in a move.
    const hasCase = addsToCase && (await holdCase(trx, effect.tenant, effect.caseId));
    if (!(await end(trx, effect, result.kind, nowMs)) && !(await startAnew(trx, effect, nowMs))) return;
    if (card !== undefined && hasCase) await rememberCard(trx, effect.caseId, card);
    await queueEffects(trx, redraw, nowMs);
  });
}

async function queueForLater(db: Kysely<Schema>, effect: Effect, atMs: number): Promise<void> {
  await letGo(db, effect).set({ state: 'queued', due_at: atMs }).execute();
}

/** False when the try has lost the effect, or it was asked for once more meanwhile. */
async function end(
  trx: Kysely<Schema>,
  effect: Effect,
  state: 'sent' | 'refused' | 'unknown',
  nowMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await letGo(trx, effect)
    .set({ state, due_at: null, ended_at: nowMs })
    .where('version', '=', effect.version)
    .where('asked_again', '=', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** For a redraw that was asked for once more while it was being sent: what was sent may be too old already. */
async function startAnew(trx: Kysely<Schema>, effect: Effect, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await letGo(trx, effect)
    .set((eb) => ({
      state: 'queued',
      queued_version: eb.ref('version'),
      attempt: 0,
      interrupted: 0,
      due_at: nowMs,
    }))
    .where('asked_again', '=', 1)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Only while this very try holds it: when the lease has run out, another one may have taken it. */
function letGo(db: Kysely<Schema>, { key, attempt }: Effect) {
  return db
    .updateTable('effects')
    .set({ lease_ends_at: null, asked_again: 0 })
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .where('attempt', '=', attempt);
}
