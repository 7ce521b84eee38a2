/** What the operator sees of the outbox and does to it, on a real store. */

import type { EffectResult, NewEffect, Store } from '../../../src/store/ports';
import { aCase, add, anEffect, claim, clock, finish, openCase } from '../../contract/store/values';
import { openMemoryStore } from '../../per-worker/memory-store';
import { NOW, type Outcome, run, type Terminal } from './terminal';

const MINUTE = 60_000;

let store: Store;
let isClosed: boolean;
beforeEach(async () => {
  store = await openMemoryStore({ clock });
  isClosed = false;
});
afterEach(() => store.close());

/** Runs the command on the store, which stays open for a look at what it did. */
function admin(argv: readonly string[], terminal: Terminal = {}): Promise<Outcome> {
  const close = async () => {
    isClosed = true;
  };
  return run(['admin', ...argv], { store: { ...store, close }, ...terminal });
}

/** Something of an organization that ended so, a minute before the command. */
async function ended(result: EffectResult, rest: Partial<NewEffect> = {}): Promise<string> {
  const effect = anEffect(aCase({ tenant: 'T024BE7LD' }), { kind: 'answer', ...rest });
  await add(store, [effect], NOW - MINUTE);
  const taken = (await claim(store, NOW - MINUTE)).find(({ key }) => key === effect.key);
  if (taken === undefined) throw new Error('it was not given');
  await finish(store, taken, result, NOW - MINUTE);
  return effect.key;
}

const refused = (rest?: Partial<NewEffect>) => ended({ kind: 'refused', code: 'is_archived' }, rest);
const unknown = (rest?: Partial<NewEffect>) => ended({ kind: 'unknown', code: 'timeout' }, rest);
const stateOf = (key: string) => store.findEffectState(key);

describe('list', () => {
  it('tells what became of each, why, and what to do about it', async () => {
    const doubtful = await unknown({ platform: 'teams', tenant: 'contoso' });
    const given = await refused();
    await add(store, [anEffect(aCase(), { key: 'late', kind: 'notice' })], NOW - 16 * MINUTE);
    await add(store, [anEffect(aCase(), { key: 'in time' })], NOW);
    const { exitCode, out, err } = await admin(['list']);
    expect({ exitCode, err, isClosed }).toEqual({ exitCode: 0, err: '', isClosed: true });
    const [doubt = '', refusal = '', overdue = ''] = out.split('\n\n');
    expect(doubt).toMatch(/^In doubt: .*\n.*--even-if-doubled\n/);
    expect(doubt).toContain(`  2026-11-22 11:59Z  answer  teams     contoso       1      timeout  ${doubtful}`);
    expect(refusal).toMatch(/^Refused: .*\n.*hexfix admin redeliver/);
    expect(refusal).toContain(`  2026-11-22 11:59Z  answer  slack     T024BE7LD     1      is_archived  ${given}`);
    expect(overdue).toMatch(/^Overdue: .*\n.*\n.*\n {2}2026-11-22 11:44Z {2}notice {2}slack .* - {7}late\n$/);
    expect(out).not.toContain('in time');
  });

  it('is a part of it where a part is asked for', async () => {
    const keys = [
      await refused({ kind: 'notice' }),
      await refused({ platform: 'teams' }),
      await refused({ tenant: 'T2' }),
    ];
    const listed = async (...argv: readonly string[]) => {
      const { out } = await admin(['list', ...argv]);
      return keys.filter((key) => out.includes(key));
    };
    expect(await listed()).toEqual(keys);
    expect(await listed('--kind', 'notice')).toEqual([keys[0]]);
    expect(await listed('--platform', 'teams')).toEqual([keys[1]]);
    expect(await listed('--tenant', 'T2')).toEqual([keys[2]]);
  });

  it('is given to programs, with the names of the store', async () => {
    const key = await refused();
    expect(JSON.parse((await admin(['list', '--json'])).out)).toEqual({
      isAll: true,
      effects: [
        {
          ...{ key, kind: 'answer', platform: 'slack', tenant: 'T024BE7LD', state: 'refused', attempt: 1 },
          ...{ code: 'is_archived', queuedAtMs: NOW - MINUTE, endedAtMs: NOW - MINUTE },
        },
      ],
    });
  });

  it('says so when there are more than it shows', async () => {
    const effects = Array.from({ length: 201 }, (_, index) => anEffect(aCase(), { key: `late ${index}` }));
    await add(store, effects, NOW - 20 * MINUTE);
    await add(store, [], NOW);
    expect((await admin(['list'])).out).toMatch(/There are more; these are the latest 200\./);
    expect(JSON.parse((await admin(['list', '--json'])).out)).toMatchObject({ isAll: false });
  });

  it('ends with 1 when everything got through', async () => {
    await ended({ kind: 'sent' });
    expect(await admin(['list'])).toMatchObject({ exitCode: 1, out: 'Everything got through.\n' });
    expect(await admin(['list', '--lang', 'zh-CN'])).toMatchObject({ exitCode: 1, out: '所有消息都已送达。\n' });
  });
});

describe('redeliver', () => {
  it('queues what was refused, as if it had never been tried', async () => {
    const key = await refused();
    expect(await admin(['redeliver', key])).toEqual({
      exitCode: 0,
      out: '1 queued. A running server sends it within seconds.\n',
      err: '',
    });
    expect(await claim(store, NOW)).toMatchObject([{ key, attempt: 1, interrupted: false }]);
  });

  it('sends what may be there already only to whoever takes a second one', async () => {
    const key = await unknown();
    const { exitCode, out, err } = await admin(['redeliver', key]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/may have been sent.*Look into the conversation.*--even-if-doubled/);
    expect(await stateOf(key)).toBe('unknown');
    expect((await admin(['redeliver', key, '--even-if-doubled'])).exitCode).toBe(0);
    expect(await stateOf(key)).toBe('queued');
  });

  it.each<[string, () => Promise<string>, RegExp]>([
    ['is not there', async () => 'nothing', /No message has this key/],
    ['was sent', () => ended({ kind: 'sent' }), /was sent\. A second one would be a double/],
    ['waits', () => ended({ kind: 'retry', inMs: MINUTE }), /is waiting/],
  ])('leaves alone what %s, and says so', async (_, make, why) => {
    const key = await make();
    const before = await stateOf(key);
    const { exitCode, err } = await admin(['redeliver', key, '--even-if-doubled']);
    expect(exitCode).toBe(1);
    expect(err).toMatch(why);
    expect(await stateOf(key)).toBe(before);
  });

  it('takes all of one kind, and nothing that is in doubt', async () => {
    const both = [await refused(), await refused()];
    const others = [await refused({ kind: 'notice' }), await unknown(), await refused({ tenant: 'T2' })];
    const { out } = await admin(['redeliver', '--all-refused', '--kind', 'answer', '--tenant', 'T024BE7LD']);
    expect(out).toBe('2 queued. A running server sends them within seconds.\n');
    expect(await Promise.all(both.map(stateOf))).toEqual(['queued', 'queued']);
    expect(await Promise.all(others.map(stateOf))).toEqual(['refused', 'unknown', 'refused']);
  });

  it('tells programs how many, and ends with 1 when there were none', async () => {
    const key = await refused();
    expect(await admin(['redeliver', key, '--json'])).toMatchObject({ exitCode: 0, out: '{"redelivered":1}\n' });
    const none = await admin(['redeliver', '--all-refused', '--kind', 'answer', '--json']);
    expect(none).toEqual({ exitCode: 1, out: '{"redelivered":0}\n', err: 'Nothing of this kind was refused.\n' });
  });
});

describe('purge', () => {
  it('deletes an organization and no other, and counts the rows', async () => {
    const gone = await openCase(store, { tenant: 'T1' });
    const stays = await openCase(store, { tenant: 'T2' });
    await refused({ tenant: 'T1' });
    expect(await admin(['purge', 'slack', 'T1', '--yes'])).toEqual({ exitCode: 0, out: '2 rows deleted.\n', err: '' });
    expect(await store.findCase('T1', gone.id)).toBeUndefined();
    expect(await store.findCase('T2', stays.id)).toBeDefined();
    expect(await admin(['purge', 'slack', 'T1', '--yes'])).toMatchObject({
      exitCode: 1,
      out: 'Nothing is stored of this organization.\n',
    });
  });

  it('does nothing until it is told that this is meant', async () => {
    const head = await openCase(store, { tenant: 'T1' });
    const { exitCode, err } = await admin(['purge', 'slack', 'T1']);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/deletes everything.*T1 on slack.*add --yes/);
    expect(await store.findCase('T1', head.id)).toBeDefined();
  });
});

describe('rotate-keys', () => {
  it('tells what was sealed anew', async () => {
    const rotateKeys = async () => ({ resealed: 2, current: 1, unreadable: [] });
    const { exitCode, out } = await admin(['rotate-keys'], { rotateKeys });
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: expect.stringMatching(/^2 sealed anew with the first key, 1 was already\./),
    });
    expect(JSON.parse((await admin(['rotate-keys', '--json'], { rotateKeys })).out)).toEqual(await rotateKeys());
  });

  it('names what no key opens, and what to do about it', async () => {
    const rotateKeys = async () => ({ resealed: 0, current: 1, unreadable: ['T1', 'T2'] });
    const { exitCode, err } = await admin(['rotate-keys'], { rotateKeys });
    expect(exitCode).toBe(1);
    expect(err).toMatch(/2 cannot be opened.*T1, T2.*HEXFIX_TOKEN_KEYS/);
  });

  it('has nothing to do where the configuration has no keys', async () => {
    expect(await admin(['rotate-keys'])).toMatchObject({ exitCode: 1, err: expect.stringContaining('no keys') });
  });
});

describe('stats', () => {
  it('counts what is in which state, and tells how far behind it is', async () => {
    await refused();
    await unknown();
    await add(store, [anEffect(aCase())], NOW - 90_000);
    await add(store, [], NOW);
    expect((await admin(['stats'])).out).toBe(
      [
        '       1  waiting',
        '       0  being sent',
        '       0  sent, in the last seven days',
        '       1  refused',
        '       1  in doubt',
        'The oldest that is due has been waiting for 90 s.\n',
      ].join('\n'),
    );
    expect(JSON.parse((await admin(['stats', '--json'])).out)).toEqual({
      ...{ queued: 1, sending: 0, sent: 0, refused: 1, unknown: 1, oldestDueMs: 90_000 },
    });
  });
});

describe('what cannot be meant', () => {
  it.each([
    ['no task', [], /needs one of: list, redeliver, purge, rotate-keys, stats/],
    ['an unknown task', ['toString'], /needs one of: list/],
    ['words behind a list', ['list', 'all'], /takes no further words/],
    ['an unknown kind', ['list', '--kind', 'mail'], /--kind mail is no kind.*answer, words/],
    ['no key', ['redeliver'], /needs one key/],
    ['two keys', ['redeliver', 'a', 'b'], /needs one key/],
    ['a key and all', ['redeliver', 'a', '--all-refused', '--kind', 'answer'], /needs one key/],
    ['all without a kind', ['redeliver', '--all-refused'], /--all-refused needs --kind/],
    ['no organization', ['purge', 'slack', '--yes'], /needs a platform and an organization/],
    ['an unknown platform', ['purge', 'discord', 'T1', '--yes'], /discord is no platform/],
  ])('is said with what to do, before the store is opened: %s', async (_, argv, why) => {
    const { exitCode, out, err } = await admin(argv);
    expect({ exitCode, out, isClosed }).toEqual({ exitCode: 2, out: '', isClosed: false });
    expect(err).toMatch(why);
  });

  it('is a store where no bot has run', async () => {
    const { exitCode, err } = await run(['admin', 'list']);
    expect(exitCode).toBe(1);
    expect(err).toContain('no bot has run');
  });
});

it('says all of it in Chinese, too', async () => {
  await refused();
  const key = await unknown();
  const { out } = await admin(['list', '--lang', 'zh-CN']);
  expect(out.match(/^\S.*：/gm)).toEqual([
    '无法确定：',
    '请先查看对应的会话；如果没有收到，请执行：',
    '被拒绝：',
    '原因消除后，请执行：',
  ]);
  expect(out).toMatch(/ {2}时间 {15}种类 .* {2}键\n/);
  expect((await admin(['redeliver', key, '--lang', 'zh-CN'])).err).toContain('请加上 --even-if-doubled');
});
