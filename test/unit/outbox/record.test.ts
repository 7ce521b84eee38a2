/** How the end of a try is written down while the database comes and goes. */

import { createRecordEnd, type Recordable } from '../../../src/outbox/record';
import type { CaseCard, Effect, EffectKind, EffectResult } from '../../../src/store/ports';

const CARD: CaseCard = { role: 'answer', conversation: 'a conversation', place: 'a chat', message: '1' };
const REDRAW = {
  key: 'redraw',
  kind: 'redraw',
  platform: 'slack',
  tenant: 't',
  caseId: 'c',
  version: 1,
  place: 'p',
} as const;

function anEffect(kind: EffectKind): Effect {
  return { ...REDRAW, key: 'k', kind, version: 7, attempt: 1, lease: 1, hasTurn: false, interrupted: false };
}

/** A store that is away for so many calls, and a composer that fails or not, by a clock that the pauses move on. */
function createRecorder(options: { readonly awayFor?: number; readonly isComposerBroken?: boolean } = {}) {
  const { awayFor = 0, isComposerBroken = false } = options;
  const recorded: EffectResult[] = [];
  const released: string[] = [];
  const waits: number[] = [];
  const lines: Readonly<Record<string, unknown>>[] = [];
  const told: unknown[][] = [];
  let calls = 0;
  let nowMs = 0;
  const recordEnd = createRecordEnd({
    store: {
      async finishEffect(_effect, result) {
        calls += 1;
        if (calls <= awayFor) throw new Error('secret words');
        recorded.push(result);
        return 'recorded';
      },
      async releaseEffects(effects) {
        released.push(...effects.map(({ key }) => key));
      },
    },
    composer: {
      compose: async () => undefined,
      async redrawsAfter(_effect, ...values) {
        told.push(values);
        if (isComposerBroken) throw new Error('a bug');
        return [REDRAW];
      },
    },
    now: () => nowMs,
    logger: { info() {}, warn() {}, error: (fields) => lines.push(fields) },
    pauses: {
      async pause(ms) {
        waits.push(ms);
        nowMs += ms;
      },
      endAll() {},
      isPausing: () => false,
    },
  });
  const record = (kind: EffectKind, end: Recordable, isOver = () => false) => recordEnd(anEffect(kind), end, 0, isOver);
  return { record, recorded, released, waits, lines, told };
}

it('tries again after ever longer pauses, at most half a minute', async () => {
  const { record, recorded, waits, lines } = createRecorder({ awayFor: 7 });
  await record('notice', { kind: 'retry', inMs: 5, code: 'timeout' });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(recorded).toEqual([{ kind: 'retry', inMs: 5, code: 'timeout' }]);
  expect(lines).toHaveLength(7);
  expect(lines[0]).toMatchObject({ kind: 'notice', platform: 'slack', attempt: 1, end: 'retry', error: 'Error' });
});

it('leaves it at that as soon as somebody says so, but not before the first failure', async () => {
  const away = createRecorder({ awayFor: 9 });
  await away.record('notice', { kind: 'refused', code: 'no' }, () => true);
  expect([away.recorded, away.waits, away.lines.length]).toEqual([[], [], 1]);
  const there = createRecorder();
  await there.record('notice', { kind: 'refused', code: 'no' }, () => true);
  expect(there.recorded).toHaveLength(1);
});

it('waits a minute for the redraws that cannot be made, then records without them', async () => {
  const { record, recorded, waits } = createRecorder({ isComposerBroken: true });
  await record('notice', { kind: 'sent' });
  expect(waits.slice(0, -1).reduce((sum, ms) => sum + ms, 0)).toBeLessThan(60_000);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(60_000);
  expect(recorded).toEqual([{ kind: 'sent' }]);
});

it.each<[EffectKind, Recordable, EffectResult, unknown[][]]>([
  ['notice', { kind: 'sent' }, { kind: 'sent', redraw: [REDRAW] }, [['sent', undefined]]],
  [
    'notice',
    { kind: 'refused', code: 'no' },
    { kind: 'refused', code: 'no', redraw: [REDRAW] },
    [['refused', undefined]],
  ],
  [
    'notice',
    { kind: 'unknown', code: 'no' },
    { kind: 'unknown', code: 'no', redraw: [REDRAW] },
    [['unknown', undefined]],
  ],
  // The store alone knows whether anything follows from a card.
  ['copy', { kind: 'sent', card: CARD }, { kind: 'sent', card: CARD, asOf: 7 }, []],
  // After it, the thread may have to be told.
  ['private-answer', { kind: 'sent', card: CARD }, { kind: 'sent', card: CARD, redraw: [REDRAW] }, [['sent', CARD]]],
  ['redraw', { kind: 'refused', code: 'no' }, { kind: 'refused', code: 'no' }, []],
  ['notice', { kind: 'retry', inMs: 5, code: 'no' }, { kind: 'retry', inMs: 5, code: 'no' }, []],
  ['notice', { kind: 'later', inMs: 5 }, { kind: 'later', inMs: 5 }, []],
])('asks the composer what follows only where something can: %s, %j', async (kind, end, result, calls) => {
  const { record, recorded, told } = createRecorder();
  await record(kind, end);
  expect(recorded).toEqual([result]);
  expect(told).toEqual(calls);
});

it('gives back what was not begun', async () => {
  const { record, recorded, released } = createRecorder();
  await record('notice', { kind: 'released' });
  expect([recorded, released]).toEqual([[], ['k']]);
});
