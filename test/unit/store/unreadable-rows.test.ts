import type { Kysely } from 'kysely';
import { deriveCase } from '../../../src/cases/case';
import type { Store } from '../../../src/store/ports';
import type { Schema } from '../../../src/store/schema';
import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';
import { aMove, anOutcome, append, DNS_NAME, KMS_UNREACHABLE, ofPerson, openCase } from '../../contract/store/values';

let db: Kysely<Schema>;
let store: Store;
beforeEach(async () => {
  db = openSqlite(IN_MEMORY);
  store = await createSqlStore(db);
});
afterEach(() => store.close());

describe('a move that cannot be read', () => {
  it.each([
    ['is no JSON', '{"v":1'],
    ['is of another release', '{"v":2,"move":"leap"}'],
    ['is empty', ''],
  ])('changes nothing in its case when it %s', async (_, followUp) => {
    const head = await openCase(store);
    const moves = [aMove(1), aMove(2, { details: 'Still red.' })];
    for (const move of moves) await append(store, head, move);
    const before = deriveCase(head, moves.slice(0, 1));
    await db.updateTable('moves').set({ follow_up: followUp }).where('version', '=', 2).execute();
    const found = await store.findCase(head.tenant, head.id);
    expect(found?.moves).toMatchObject([aMove(1), { version: 2, person: 'U2', details: 'Still red.' }]);
    expect(deriveCase(head, found?.moves ?? [])).toEqual({ ...before, version: 2, movedAtMs: aMove(2).atMs });
  });

  it('leaves the case open to the next one', async () => {
    const head = await openCase(store);
    await append(store, head, aMove(1));
    await db.updateTable('moves').set({ follow_up: 'lost' }).execute();
    const found = await store.findCase(head.tenant, head.id);
    const { version } = deriveCase(head, found?.moves ?? []);
    expect(await append(store, head, aMove(version + 1))).toBe(true);
  });
});

it('reads what it can of a case that another release has written', async () => {
  const head = await openCase(store, {
    codes: [KMS_UNREACHABLE, DNS_NAME],
    method: 'mak',
    locale: 'zh-CN',
    opening: { move: 'evidence' },
  });
  await db
    .updateTable('cases')
    .set({
      codes: `${KMS_UNREACHABLE} 0x123 ${DNS_NAME}`,
      method: 'telepathy',
      locale: 'tlh',
      opening: '{"move":"dance"}',
    })
    .execute();
  const { method: _method, opening: _opening, ...rest } = head;
  expect((await store.findCaseOfPost(`post of ${head.id}`))?.head).toEqual({ ...rest, locale: 'en' });
});

it('passes over counters of what it does not know', async () => {
  await store.countOutcomes([anOutcome(), anOutcome({ code: DNS_NAME }), anOutcome({ step: 'other' })]);
  await db.updateTable('outcomes').set({ code: 'E_FAIL' }).where('code', '=', DNS_NAME).execute();
  await db.updateTable('outcomes').set({ locale: 'tlh' }).where('step', '=', 'other').execute();
  expect(await store.sumOutcomes(0)).toMatchObject([{ code: KMS_UNREACHABLE, step: 'check-dns', count: 1 }]);
});

it('takes a language that it does not know for none', async () => {
  await store.changeSettings(ofPerson('someone'), { language: 'en' }, 0);
  await db.updateTable('settings').set({ value: '{"language":"tlh","privacy":"private"}' }).execute();
  expect(await store.findSettings([ofPerson('someone')])).toEqual([{ privacy: 'private' }]);
});
