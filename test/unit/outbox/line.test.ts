/** Who stands where while turns are awaited, and which call an effect leads to. */

import type { Messenger, PacedCall } from '../../../src/outbox/messenger';
import type { Outgoing } from '../../../src/outbox/outgoing';
import { callOf, createTurnTaker } from '../../../src/outbox/turns';
import type { Effect, Pace } from '../../../src/store/ports';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { FOUND_EN } from '../../fixtures/replies';

const ANY: Effect = {
  ...{ key: 'k', kind: 'notice', platform: 'slack', tenant: 't', caseId: 'c', version: 1, place: 'here' },
  ...{ attempt: 1, lease: 1, hasTurn: false, interrupted: false },
};

/** Lines at places, with the paces of a channel, a workspace and an app; the store makes them wait as it is told. */
function createLines(waits: number[]) {
  let nowMs = 0;
  let asked = 0;
  const { takeTurn } = createTurnTaker(
    {
      async takeTurns(requests) {
        asked += requests.length;
        return requests.map(() => waits.shift() ?? 0);
      },
    },
    () => nowMs,
  );
  const pacesOf = ({ place }: PacedCall): readonly Pace[] => [
    { key: place, everyMs: 1_000, burst: 1 },
    { key: 'workspace', everyMs: 100, burst: 1 },
    { key: 'app', everyMs: 10, burst: 1 },
  ];
  return {
    ask(place: string, options: { readonly hasTurn?: boolean; readonly messenger?: Messenger } = {}): Promise<number> {
      const { hasTurn = false, messenger = { ...QUIET_MESSENGER, pacesOf } } = options;
      return takeTurn({ ...ANY, hasTurn }, { kind: 'post', place }, messenger);
    },
    asked: () => asked,
    pass(ms: number) {
      nowMs += ms;
    },
  };
}

it.each<[string, Messenger]>([
  ['that keeps no paces', QUIET_MESSENGER],
  ['that has none for the call', { ...QUIET_MESSENGER, pacesOf: () => [] }],
])('goes at once on a platform %s, and bothers no store', async (_what, messenger) => {
  const { ask, asked } = createLines([700]);
  expect(await ask('here', { messenger })).toBe(0);
  expect(asked()).toBe(0);
});

it('lets nobody stand behind one who went at once', async () => {
  const { ask } = createLines([0, 50]);
  expect([await ask('here'), await ask('here')]).toEqual([0, 50]);
});

it('stands behind all the others of the app, not of the workspace, when refused after waiting', async () => {
  const { ask } = createLines([50, 50]);
  expect([await ask('here', { hasTurn: true }), await ask('there', { hasTurn: true })]).toEqual([50, 60]);
});

it('keeps its place in a line while thousands of other lines come and go', async () => {
  const { ask, asked, pass } = createLines([60_000, ...Array(3_000).fill(5)]);
  await ask('here');
  for (let place = 0; place < 2_500; place += 1) {
    await ask(String(place));
    pass(5);
  }
  const before = asked();
  expect(await ask('here')).toBe(61_000 - 2_500 * 5);
  expect(asked()).toBe(before);
});

it.each<[Exclude<Outgoing, { kind: 'webhook' }>, PacedCall]>([
  [
    { kind: 'post', place: 'p', reply: FOUND_EN },
    { kind: 'post', place: 'p' },
  ],
  [
    { kind: 'private', near: 'p', person: 'u', reply: FOUND_EN },
    { kind: 'post', place: 'p', person: 'u' },
  ],
  [
    { kind: 'redraw', place: 'p', message: 'm', reply: FOUND_EN },
    { kind: 'redraw', place: 'p' },
  ],
  [
    { kind: 'remove', place: 'p', message: 'm' },
    { kind: 'remove', place: 'p' },
  ],
  [
    { kind: 'mark', place: 'p', message: 'm', mark: 'seen' },
    { kind: 'mark', place: 'p' },
  ],
  [
    { kind: 'mark', place: 'p', message: 'm', mark: 'seen', isFirst: true },
    { kind: 'first-mark', place: 'p' },
  ],
])('is counted by the platform as the call that it leads to (%#)', (outgoing, call) => {
  expect(callOf(outgoing)).toEqual(call);
});
