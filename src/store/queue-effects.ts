/** How effects get into the outbox: each intent once, a redraw as often as it is asked for. */

import type { Kysely } from 'kysely';
import type { NewEffect } from './ports';
import type { Schema } from './schema';

/**
 * Queues effects. One that is known stays as it is; a redraw that has ended starts anew, and one that is being sent is
 * marked, because what it sends may be too old already.
 */
export async function queueEffects(db: Kysely<Schema>, effects: readonly NewEffect[], nowMs: number): Promise<void> {
  if (effects.length === 0) return;
  await db
    .insertInto('effects')
    .values(inOrder(effects).map((effect) => toRow(effect, nowMs)))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => {
          const hasEnded = eb('effects.due_at', 'is', null);
          const isSending = eb('effects.state', '=', 'sending');
          return {
            version: eb
              .case()
              .when('excluded.version', '>', eb.ref('effects.version'))
              .then(eb.ref('excluded.version'))
              .else(eb.ref('effects.version'))
              .end(),
            state: eb
              .case()
              .when(isSending)
              .then('sending' as const)
              .else('queued' as const)
              .end(),
            asked_again: eb
              .case()
              .when(isSending)
              .then(1 as const)
              .else(0 as const)
              .end(),
            attempt: eb.case().when(hasEnded).then(0).else(eb.ref('effects.attempt')).end(),
            interrupted: eb
              .case()
              .when(hasEnded)
              .then(0 as const)
              .else(eb.ref('effects.interrupted'))
              .end(),
            // One that waits because the platform asked for it goes on waiting.
            due_at: eb.fn.coalesce('effects.due_at', 'excluded.due_at'),
            ended_at: null,
          };
        })
        .where('effects.kind', '=', 'redraw'),
    )
    .execute();
}

/** Every key once, and always in the same order, so that two transactions cannot wait for each other. */
function inOrder(effects: readonly NewEffect[]): readonly NewEffect[] {
  const byKey = new Map(effects.map((effect) => [effect.key, effect]));
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function toRow({ caseId, message, ...effect }: NewEffect, nowMs: number) {
  const { key, kind, platform, tenant, version, place } = effect;
  return {
    key,
    kind,
    platform,
    tenant,
    case_id: caseId,
    version,
    place,
    message: message ?? null,
    state: 'queued' as const,
    attempt: 0,
    interrupted: 0 as const,
    asked_again: 0 as const,
    due_at: nowMs,
    lease_ends_at: null,
    ended_at: null,
  };
}
