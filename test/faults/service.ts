/** The bot as a server runs it, with numbered points all around it, and an adapter that does what adapters must. */

import { createBot, createComposer, createFresh } from '../../src/bot';
import { personScope } from '../../src/bot/manners';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Planned } from '../../src/outbox/room';
import { createOutboxWorker } from '../../src/outbox/worker';
import { createResolver } from '../../src/resolver/resolve';
import { openPostgres } from '../../src/store/postgres';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { LISTENING } from '../fixtures/manners';
import { createPlatformClient, QUIET } from './platform-client';
import { createPoints, watchCalls, watchWrites } from './points';
import type { Database, Delivery, Opened, Opening, Stored } from './protocol';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const silent = { error() {}, warn() {}, info() {} };

export interface Service {
  readonly opened: Opened;
  /** Resolves when the platform may forget the delivery. */
  deliver(delivery: Delivery): Promise<void>;
  /** Resolves when the outbox has nothing left to send. */
  settle(): Promise<void>;
  look(tenant: string): Promise<Stored>;
  close(): Promise<void>;
}

export async function openService({ database, platform, address, aheadMs, killAt }: Opening): Promise<Service> {
  const now = () => Date.now() + aheadMs;
  const points = createPoints(killAt);
  const db = openDatabase(database);
  const unwatched = await createSqlStore(db, { clock: now });
  const unfinished = await db.selectFrom('effects').select(['key', 'begun']).where('due_at', 'is not', null).execute();
  const keysOf = (begun: 0 | 1) => unfinished.filter((each) => each.begun === begun).map(({ key }) => key);

  const client = createPlatformClient(address, points, now, platform === 'slack');
  const messenger = (name: string) => (name === platform ? client.messenger : undefined);
  const store = watchCalls(await createSqlStore(db.withPlugin(watchWrites(points)), { clock: now }), points);
  const parts = {
    ...{ knowledge, resolver, store, defaultLocale: 'en' as const, defaults: () => LISTENING, now, messenger },
    ...{ fresh: createFresh(), hasTickets: true, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
  };
  const bot = createBot(parts);
  const { tickets } = client;
  const composer = createComposer(parts);
  const outbox = createOutboxWorker({ store, composer, messengers: messenger, tickets, now, logger: silent });
  outbox.start();

  async function deliver(delivery: Delivery): Promise<void> {
    switch (delivery.kind) {
      case 'message': {
        const { inbound } = delivery;
        if (inbound.person === QUIET)
          await unwatched.changeSettings(personScope(inbound), { privacy: 'private' }, now());
        await bot.onMessage(inbound);
        return;
      }
      case 'press': {
        const { press } = delivery;
        const { card, queued, aside, form } = await bot.onPress(press);
        if (form !== undefined) await client.ask('form', { person: press.person, form });
        if (card !== undefined && !queued) await client.ask('redraw', { message: press.message, reply: card });
        if (aside !== undefined) await client.ask('aside', { person: press.person, reply: aside });
        return;
      }
      case 'submission': {
        const { errors, aside } = await bot.onSubmit(delivery.submission);
        if (errors !== undefined) throw new Error(`the form is refused: ${JSON.stringify(errors)}`);
        if (aside !== undefined) await client.ask('aside', { person: delivery.submission.person, reply: aside });
      }
    }
  }

  async function look(tenant: string): Promise<Stored> {
    const count = points.count();
    const ids = await db.selectFrom('cases').select('id').where('tenant', '=', tenant).orderBy('opened_at').execute();
    const cases = await Promise.all(ids.map(({ id }) => unwatched.findCase(tenant, id)));
    const effects = await db
      .selectFrom('effects')
      .select(['key', 'kind', 'case_id as caseId', 'state'])
      .where('tenant', '=', tenant)
      .execute();
    return {
      cases: cases.filter((each) => each !== undefined),
      effects,
      counts: await unwatched.sumOutcomes(0, tenant),
      points: count,
    };
  }

  return {
    opened: { interrupted: keysOf(1), waiting: keysOf(0) },
    deliver,
    settle: () => outbox.idle(),
    look,
    async close() {
      await outbox.close();
      await db.destroy();
    },
  };
}

function openDatabase(database: Database) {
  return database.kind === 'SQLite' ? openSqlite(database.file) : openPostgres(database.url);
}
