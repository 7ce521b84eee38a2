/**
 * A database of every earlier release, with everything in it that such a release leaves when it is stopped in the middle,
 * brought up to date by this one: what was about to be sent is sent, old cards are answered, and what was set still holds.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Press } from '../../src/bot';
import type { Messenger } from '../../src/outbox/messenger';
import { openPostgres } from '../../src/store/postgres';
import type { Schema } from '../../src/store/schema';
import { createSqlStore } from '../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../src/store/sqlite';
import { QUIET_MESSENGER } from '../fixtures/a-messenger';
import { type PostgresServer, startPostgres } from './postgres/server';
import { createRealBot, type RealBot } from './real-bot';

const FOLDER = path.join(__dirname, '../fixtures/releases');
/** By the number of their last step. */
const RELEASES = readdirSync(FOLDER).map((file) => path.basename(file, '.sql'));
/** From the second on there are cases; this is the one in each database. */
const WITH_CASES = RELEASES.slice(1);
const CASE = 'case-of-an-old-release';
const NOW = Date.UTC(2026, 10, 22);

const PRESS = { platform: 'slack', tenant: 'T1', conversation: 'C1', place: 'C1 thread', person: 'U3' } as const;
const CODES = { v: 1, locale: 'en', codes: ['0xC004F074', '0x8007232B'] } as const;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

const DATABASES: readonly (readonly [string, () => Promise<Kysely<Schema>>])[] = [
  ['SQLite', async () => openSqlite(IN_MEMORY)],
  ['PostgreSQL', async () => openPostgres(await server.createDatabase())],
];

it('there is a database of every step but the newest', () => {
  const steps = readdirSync(path.join(__dirname, '../../src/store')).flatMap(
    (file) => file.match(/^migration-(\d+)\.ts$/)?.[1] ?? [],
  );
  expect(RELEASES).toEqual(['0001', ...steps.slice(0, -1)]);
});

describe.each(DATABASES)('on %s', (_name, open) => {
  let hexfix: RealBot;
  let calls: string[];
  afterEach(() => hexfix?.close());

  /** This release, on what the other one has left; the lease that the other one had is over. */
  async function takeOver(release: string): Promise<void> {
    const db = await open();
    const text = readFileSync(path.join(FOLDER, `${release}.sql`), 'utf8');
    for (const statement of text.replace(/^--.*$/gm, '').split(/;$/m)) {
      if (statement.trim() !== '') await sql.raw(statement).execute(db);
    }
    const store = await createSqlStore(db, { clock: () => NOW });
    calls = [];
    hexfix = await createRealBot({ store, now: () => NOW });
    hexfix.connect('slack', recording(calls));
    await hexfix.settled();
  }

  const press = (payload: object): Press => ({ ...PRESS, payload });
  const stateOf = (key: string) => hexfix.store.findEffectState(key);

  test.each(WITH_CASES)(
    'what release %s was about to send is sent, once, and what had ended stays so',
    async (release) => {
      await takeOver(release);
      expect(calls.filter((call) => call.startsWith('post'))).toEqual(['post the desk']);
      expect(calls).toContain('redraw the answer');
      expect([await stateOf(`triage:${CASE}`), await stateOf(`redraw:${CASE}:the answer`)]).toEqual(['sent', 'sent']);
      expect([await stateOf(`notice:${CASE}:1`), await stateOf(`copy:${CASE}`)]).toEqual(['sent', 'unknown']);
      const listed = await hexfix.store.listEffects({ olderThanMs: 0, limit: 10 });
      expect(listed.map(({ key }) => key)).toEqual([`copy:${CASE}`]);
    },
  );

  test.each(WITH_CASES)('a card of release %s goes on with its case', async (release) => {
    await takeOver(release);
    const answer = await hexfix.bot.onPress(
      press({ ...CODES, move: 'step', step: 'read-event', case: CASE, version: 2 }),
    );
    expect(answer.card?.actions.length).toBeGreaterThan(1);
    expect(answer.aside).toBeUndefined();
    const stored = await hexfix.store.findCase('T1', CASE);
    expect(stored?.moves.map(({ version, details }) => [version, details])).toEqual([
      [1, undefined],
      [2, 'Still red.'],
      [3, undefined],
    ]);
    expect(await hexfix.store.findCaseOfPost('an answered post')).toBeDefined();
  });

  test.each(RELEASES)('a card of release %s whose case is gone leads on', async (release) => {
    await takeOver(release);
    for (const move of [{ move: 'step', step: 'read-event' }, { move: 'all-steps' }, { move: 'worked' }] as const) {
      const { card, aside } = await hexfix.bot.onPress(press({ ...CODES, ...move }));
      expect((card ?? aside)?.title).toBeTruthy();
      expect((card ?? aside)?.actions.length).toBeGreaterThan(0);
    }
  });

  test.each(RELEASES)('what people set in release %s holds', async (release) => {
    await takeOver(release);
    const person = { platform: 'slack', tenant: 'T1', level: 'person', subject: 'a person' } as const;
    expect(await hexfix.store.findSettings([person])).toEqual([{ language: 'zh-CN' }]);
    if (release < '0004') return;
    const organization = { ...person, level: 'tenant', subject: '' } as const;
    expect(await hexfix.store.findSettings([organization])).toEqual([{ mode: 'mention' }]);
    expect(await hexfix.store.listInstallations('slack')).toEqual([
      { platform: 'slack', tenant: 'T1', isOrganization: false, sealed: '2026:sealed' },
    ]);
  });
});

/** A platform that writes down what it is asked for. */
function recording(calls: string[]): Messenger {
  return {
    ...QUIET_MESSENGER,
    async post(place, ...rest) {
      calls.push(`post ${place}`);
      return { ...(await QUIET_MESSENGER.post(place, ...rest)), message: `in ${place}` };
    },
    async postPrivately(place, ...rest) {
      calls.push(`post privately ${place}`);
      return QUIET_MESSENGER.postPrivately(place, ...rest);
    },
    async redraw(_place, message) {
      calls.push(`redraw ${message}`);
    },
  };
}
