import { createFresh } from '../../../src/bot';
import type { Outgoing } from '../../../src/outbox/outgoing';

const SEEN: Outgoing = { kind: 'mark', place: 'a place', message: '1.1', mark: 'seen', isFirst: true };
const MARK = { key: 'mark:a-case', version: 0 };

test('what was drawn is found by the effect that sends it', () => {
  const fresh = createFresh();
  fresh.keep(MARK, SEEN);
  expect(fresh.find({ ...MARK })).toBe(SEEN);
  expect(fresh.find({ key: 'mark:another', version: 0 })).toBeUndefined();
});

test('what was drawn before a move is not sent after it, though the effect is the same', () => {
  const fresh = createFresh();
  fresh.keep(MARK, SEEN);
  expect(fresh.find({ ...MARK, version: 1 })).toBeUndefined();
});

test('what shows no more how things stand is forgotten', () => {
  const fresh = createFresh();
  fresh.keep(MARK, SEEN);
  fresh.forget(MARK);
  expect(fresh.find(MARK)).toBeUndefined();
});
