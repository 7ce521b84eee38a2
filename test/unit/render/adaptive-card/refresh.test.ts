import { refreshOf, renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { TEAMS_LIMITS } from '../../../../src/render/adaptive-card/limits';
import type { Reply } from '../../../../src/reply/reply';
import { toRichText } from '../../../../src/reply/rich-text';
import { stampReply } from '../../../../src/reply/stamp';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { FOUND_EN, FOUND_ZH, WORKED_EN } from '../../../fixtures/replies';

const STAMP = { case: 'A'.repeat(22), version: 7 };
const VIEWERS = Array.from({ length: 80 }, (_, index) => `29:${'x'.repeat(90)}${index}`);

const filledTo = (bytes: number): Reply => {
  const reply = stampReply(FOUND_EN, STAMP);
  const text = 'x'.repeat(bytes - Buffer.byteLength(JSON.stringify(renderAdaptiveCard(reply))));
  return { ...reply, sections: [...reply.sections, { kind: 'prose', text: toRichText(text) }] };
};

test('asks for the case in the state and language that the card shows', () => {
  expect(refreshOf(stampReply(FOUND_ZH, STAMP))).toEqual({
    ...{ v: 1, move: 'answer', locale: 'zh-CN', codes: ['0xC004F074'] },
    ...STAMP,
  });
});

test.each<[string, Reply]>([
  ['that belongs to no case', FOUND_EN],
  ['without buttons', WORKED_EN],
  ['that is news of a case', stampReply({ ...FOUND_EN, kind: 'notice' }, STAMP)],
])('has none for a reply %s', (_which, reply) => {
  expect(refreshOf(reply)).toBeUndefined();
  expect(renderAdaptiveCard(reply, VIEWERS)).toEqual(renderAdaptiveCard(reply));
});

test('is what Teams accepts, for as many as it takes', () => {
  const card = renderAdaptiveCard(stampReply(FOUND_EN, STAMP), VIEWERS);
  expect(adaptiveCardFaults(card)).toEqual([]);
  expect(card.refresh?.userIds).toEqual(VIEWERS.slice(0, TEAMS_LIMITS.refreshUserIds));
});

test('leaves out whom there is no room for, and itself where the card is full; never a part of the content', () => {
  const limit = TEAMS_LIMITS.cardUtf8Bytes;
  const crowded = renderAdaptiveCard(filledTo(limit - 5_000), VIEWERS);
  expect(crowded.refresh?.userIds.length).toBeGreaterThan(5);
  expect(crowded.refresh?.userIds.length).toBeLessThan(60);
  expect(Buffer.byteLength(JSON.stringify(crowded))).toBeLessThan(limit);
  const full = filledTo(limit - 200);
  expect(renderAdaptiveCard(full, VIEWERS)).toEqual(renderAdaptiveCard(full));
});
