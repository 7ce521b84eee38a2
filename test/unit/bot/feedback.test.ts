/** Verdicts on answers: thanked for, counted once a person and case, with a way on after a bad one. */

import type { Feedback } from '../../../src/bot';
import type { FollowUp } from '../../../src/reply/follow-up';
import { answered, type House, openHouse, payloadOf, press } from './harness';

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'DESK' });
});
afterEach(() => house.close());

const MESSAGE = 'answer-to-1700000000.000100';
const feedback = (rest: Partial<Feedback> = {}): Feedback => {
  const { payload: _payload, ...where } = press(undefined, { platformLocale: 'en' });
  return { ...where, message: MESSAGE, isHelpful: true, ...rest };
};
const verdicts = async () =>
  (await house.store.sumOutcomes(0, 'T1')).filter(({ kind }) => kind === 'helpful' || kind === 'unhelpful');

it('is counted with the code and the step in view', async () => {
  const reply = await answered(house);
  await house.bot.onPress(press(payloadOf(reply, 'next')));
  expect((await house.bot.onFeedback(feedback())).title).toBe('Thank you');
  expect(await verdicts()).toEqual([
    { kind: 'helpful', code: '0xC004F074', step: expect.stringMatching(/^[a-z-]+$/), locale: 'en', count: 1 },
  ]);
});

it('is counted once a person and case, whatever they say and by whichever way', async () => {
  const reply = await answered(house);
  await house.bot.onFeedback(feedback());
  await house.bot.onFeedback(feedback({ isHelpful: false }));
  const again: FollowUp = { ...payloadOf(reply, 'next'), move: 'helpful' };
  await house.bot.onPress(press(again));
  expect((await verdicts()).map(({ count }) => count)).toEqual([1]);
  await house.bot.onFeedback(feedback({ person: 'U2', isHelpful: false }));
  expect((await verdicts()).map(({ kind }) => kind).sort()).toEqual(['helpful', 'unhelpful']);
});

it('leads on after a bad answer, by buttons of the case', async () => {
  const reply = await answered(house);
  const { aside, card } = await house.bot.onPress(press({ ...payloadOf(reply, 'next'), move: 'unhelpful' }));
  expect(card).toBeUndefined();
  expect(aside?.actions.map(({ id }) => id)).toEqual(['next', 'guide', 'get-help']);
  expect((await house.bot.onPress(press(payloadOf(aside, 'next')))).card?.summary).toContain('step 2');
  expect((await house.bot.onPress(press(payloadOf(aside, 'get-help')))).form).toBeDefined();
});

it('speaks the person’s language, and leaves the card in its own', async () => {
  const reply = await answered(house);
  await house.set('person', { language: 'zh-CN' });
  const { aside } = await house.bot.onPress(press({ ...payloadOf(reply, 'next'), move: 'unhelpful' }));
  expect(aside?.title).toBe('感谢反馈');
  expect((await house.bot.onPress(press(payloadOf(aside, 'next')))).card?.locale).toBe('en');
});

it('is thanked for where the case is gone, and counts nothing there', async () => {
  expect((await house.bot.onFeedback(feedback())).title).toBe('Thank you');
  expect(await verdicts()).toEqual([]);
});

it('does not count what the help desk says of its own card', async () => {
  const reply = await answered(house);
  const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
  const { payload: token, ...where } = press(form?.token);
  await house.bot.onSubmit({ ...where, token, values: {} });
  await house.settled();
  const [card] = house.shown.filter(({ place }) => place === 'DESK');
  await house.bot.onFeedback(feedback({ conversation: 'DESK', message: card?.message ?? '', person: 'AGENT' }));
  expect(await verdicts()).toEqual([]);
});

it('does not count from another conversation or organization', async () => {
  await answered(house);
  await house.bot.onFeedback(feedback({ conversation: 'C2' }));
  await house.bot.onFeedback(feedback({ tenant: 'T2' }));
  expect(await house.store.sumOutcomes(0)).not.toContainEqual(expect.objectContaining({ kind: 'helpful' }));
});
