/** The cases, in SQL. */

import type { Kysely, Selectable } from 'kysely';
import { NONE, queueAtOnce } from './begin-at-once';
import { readHead, readMove, toCaseRow, toMoveRow } from './case-rows';
import type { StoreClock } from './clock';
import { claimCooldown } from './cooldowns';
import { hasManyWriters } from './dialect';
import { addToCounters } from './outcomes';
import { createPaces } from './paces';
import type { CaseCard, Cases, NewCooldown, OpenResult, Pace, StoredCase } from './ports';
import { prepared } from './prepared';
import type { CardTable, CaseTable, MoveTable, Schema } from './schema';

/** In the place of the key of a post that was deleted; no hash holds a colon. */
const GONE = 'gone:';
/** Ends a transaction in which something keeps the case from being opened. */
class NotOpened extends Error {
  constructor(readonly because: 'cooling-down' | 'enough-said') {
    super(because);
  }
}

export function createCases(db: Kysely<Schema>, clock: StoreClock): Cases {
  async function readCase(row: Selectable<CaseTable> | undefined): Promise<StoredCase | undefined> {
    if (row === undefined) return undefined;
    const { id } = row;
    const [moves, cards] = await Promise.all([
      // A case that nobody has moved yet has nothing to look for.
      row.version === 0 ? { rows: [] } : selectMoves(db, { id }),
      selectCards(db, { id }),
    ]);
    const head = readHead(row);
    return {
      ...{ head, moves: moves.rows.map((move) => readMove(move, head)), cards: cards.rows },
      ...(row.post.startsWith(GONE) ? { isPostGone: true as const } : {}),
    };
  }

  return {
    async openCase(head, post, { effects, outcomes, cards = [], cooldown, turns, atOnce = NONE }) {
      try {
        return await db.transaction().execute(async (trx): Promise<OpenResult> => {
          const { numAffectedRows } = await insertCase(trx, { row: toCaseRow(head, post) });
          if (numAffectedRows === 0n) return 'known';
          if (cooldown !== undefined) await beginCooldown(trx, cooldown, head.openedAtMs);
          if (turns !== undefined) await takeFirstTurn(trx, turns, clock);
          for (const card of cards) await rememberCard(trx, head.id, card);
          const begun = await queueAtOnce(trx, effects, atOnce, clock);
          await addToCounters(trx, outcomes);
          return { begun };
        });
      } catch (error) {
        if (error instanceof NotOpened) return error.because;
        throw error;
      }
    },

    async forgetPost(post) {
      const row = await db
        .updateTable('cases')
        .set((eb) => ({ post: eb(eb.val(GONE), '||', eb.ref('id')) }))
        .where('post', '=', post)
        .returningAll()
        .executeTakeFirst();
      return readCase(row);
    },

    async findCase(tenant, id) {
      const { rows } = await selectCase(db, { tenant, id });
      return readCase(rows[0]);
    },

    async findCaseOfPost(post) {
      return readCase(await db.selectFrom('cases').selectAll().where('post', '=', post).executeTakeFirst());
    },

    async findCaseOfCard(tenant, conversation, message) {
      return readCase(
        await db
          .selectFrom('cases')
          .selectAll('cases')
          .innerJoin('cards', 'cards.case_id', 'cases.id')
          .where('cases.tenant', '=', tenant)
          .where('cards.conversation', '=', conversation)
          .where('cards.message', '=', message)
          .where('cards.role', '!=', 'post')
          .executeTakeFirst(),
      );
    },

    async findCasesOf(platform, tenant, person, limit) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('asker', '=', person)
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      const found = await Promise.all(rows.map(readCase));
      return found.filter((each) => each !== undefined);
    },

    appendMove(tenant, id, { move, effects, outcomes, atOnce = NONE }) {
      return db.transaction().execute(async (trx) => {
        // This decides who wins, and comes first: SQLite cannot turn a transaction that has read into one that writes.
        const { version, atMs } = move;
        const { numAffectedRows } = await updateVersion(trx, { tenant, id, before: version - 1, version, atMs });
        if (numAffectedRows === 0n) return undefined;
        await insertMove(trx, { row: toMoveRow(id, move) });
        const begun = await queueAtOnce(trx, effects, atOnce, clock);
        await addToCounters(trx, outcomes);
        return { begun };
      });
    },

    addCard(tenant, id, card) {
      return db.transaction().execute(async (trx) => {
        if (await holdCase(trx, tenant, id)) await rememberCard(trx, id, card);
      });
    },

    removeCard(tenant, id, message) {
      return db.transaction().execute(async (trx) => {
        if (!(await holdCase(trx, tenant, id))) return;
        await trx.deleteFrom('cards').where('case_id', '=', id).where('message', '=', message).execute();
      });
    },
  };
}

async function takeFirstTurn(trx: Kysely<Schema>, turns: readonly Pace[], clock: StoreClock): Promise<void> {
  const paces = createPaces(trx, clock);
  for (const turn of turns) if (await paces.takeTurn(turn)) return;
  throw new NotOpened('enough-said');
}

/** Undoes the whole transaction where the cooldown is binding and holds. */
async function beginCooldown(trx: Kysely<Schema>, cooldown: NewCooldown, nowMs: number): Promise<void> {
  const { keys, lastsMs, isBinding } = cooldown;
  const isFirst = await claimCooldown(trx, keys, nowMs, lastsMs);
  if (isBinding && !isFirst) throw new NotOpened('cooling-down');
}

/** A case that stays as it is until the transaction ends. */
export interface HeldCase {
  readonly version: number;
  readonly isPostGone: boolean;
}

/** Keeps the case from changing or going until the transaction ends; `undefined` when there is none. */
export async function holdCase(trx: Kysely<Schema>, tenant: string, id: string): Promise<HeldCase | undefined> {
  const [held] = (await lockCase(trx, { tenant, id })).rows;
  return held && { version: held.version, isPostGone: held.post.startsWith(GONE) };
}

/** Adds a card to a case that is held. */
export async function rememberCard(trx: Kysely<Schema>, caseId: string, card: CaseCard): Promise<void> {
  const { role, conversation, place, message } = card;
  await insertCard(trx, { row: { case_id: caseId, role, conversation, place, message } });
}

const insertCase = prepared((db, { row }: { row: CaseTable }) =>
  db
    .insertInto('cases')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);

const selectCase = prepared((db, { tenant, id }: { tenant: string; id: string }) =>
  db.selectFrom('cases').selectAll().where('tenant', '=', tenant).where('id', '=', id),
);

const selectMoves = prepared((db, { id }: { id: string }) =>
  db.selectFrom('moves').selectAll().where('case_id', '=', id).orderBy('version'),
);

const selectCards = prepared((db, { id }: { id: string }) =>
  db
    .selectFrom('cards')
    .select(['role', 'conversation', 'place', 'message'])
    .where('case_id', '=', id)
    .orderBy('role')
    .orderBy('conversation')
    .orderBy('message'),
);

/** From one version to the next. */
interface Step {
  readonly tenant: string;
  readonly id: string;
  readonly before: number;
  readonly version: number;
  readonly atMs: number;
}

const updateVersion = prepared((db, { tenant, id, before, version, atMs }: Step) =>
  db
    .updateTable('cases')
    .set({ version, moved_at: atMs })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('version', '=', before),
);

const insertMove = prepared((db, { row }: { row: MoveTable }) => db.insertInto('moves').values(row));

const lockCase = prepared((db, { tenant, id }: { tenant: string; id: string }) =>
  db
    .selectFrom('cases')
    .select(['version', 'post'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    // Where one writes at a time, nobody else does until the transaction ends.
    .$if(hasManyWriters(db), (query) => query.forNoKeyUpdate()),
);

const insertCard = prepared((db, { row }: { row: CardTable }) =>
  db
    .insertInto('cards')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);
