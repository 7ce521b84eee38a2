import { toErrorCode } from '../../../src/code/error-code';
import type { Outcome } from '../../../src/store/ports';
import { openMemoryStore } from '../../per-worker/memory-store';
import { NOW, run } from './terminal';

const DAY_MS = 24 * 60 * 60 * 1000;
const KMS_UNREACHABLE = toErrorCode(0xc004f074);
const NO_ENTRY = toErrorCode(0x8024efef);

function outcome(kind: Outcome['kind'], rest: Partial<Outcome> = {}): Outcome {
  return { kind, code: KMS_UNREACHABLE, step: '', locale: 'en', platform: 'slack', tenant: 'T1', atMs: NOW, ...rest };
}

async function storeWith(...outcomes: readonly Outcome[]) {
  const store = await openMemoryStore();
  await store.countOutcomes(outcomes);
  return store;
}

const WEEK = [
  ...Array.from({ length: 6 }, () => outcome('answered')),
  ...Array.from({ length: 4 }, () => outcome('not-solved', { step: 'read-event' })),
  ...Array.from({ length: 3 }, () => outcome('solved', { step: 'test-port' })),
  outcome('solved', { step: 'read-event' }),
  outcome('handed-over'),
  outcome('no-entry', { code: NO_ENTRY }),
];

it('tells the frequent codes, the gaps, and the steps that do not help', async () => {
  const { exitCode, out } = await run(['report'], { store: await storeWith(...WEEK) });
  expect(exitCode).toBe(0);
  expect(out).toContain('report on the last 30 days');
  expect(out).toContain('4 of 6 (67%)');
  expect(out).toMatch(/0xC004F074.*\(6 times\)/);
  expect(out).toMatch(/did not help 4 times, solved it\s+once/);
  expect(out).toContain('0x8024EFEF (once)');
});

it('tells it in Chinese', async () => {
  const { out } = await run(['report', '--lang', 'zh-CN'], { store: await storeWith(...WEEK) });
  expect(out).toContain('最近 30 天的错误代码报告');
  expect(out).toContain('未解决 4 次，解决 1 次');
});

it('gives programs everything, with --json', async () => {
  const { out } = await run(['report', '--json', '--days', '7'], { store: await storeWith(...WEEK) });
  expect(JSON.parse(out)).toMatchObject({
    days: 7,
    answered: 6,
    solved: 4,
    handedOver: 1,
    steps: [{ code: '0xC004F074', step: 'read-event', leftBehind: 4, helped: 1 }],
    unanswered: [{ code: '0x8024EFEF', cases: 1 }],
  });
});

it('counts whole days, today among them', async () => {
  const store = await storeWith(outcome('answered'), outcome('answered', { atMs: NOW - DAY_MS }));
  const answeredIn = async (days: string) =>
    JSON.parse((await run(['report', '--json', '--days', days], { store: { ...store, close: async () => {} } })).out)
      .answered;
  expect([await answeredIn('1'), await answeredIn('2')]).toEqual([1, 2]);
  await store.close();
});

it('says so when nothing has happened, and when no bot has run', async () => {
  expect(await run(['report'], { store: await storeWith() })).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('No error code was answered.'),
  });
  expect(await run(['report'])).toMatchObject({ exitCode: 1, err: expect.stringContaining('no bot has run') });
});
