import { deriveCase } from '../../../src/cases/case';
import type { Reply } from '../../../src/reply/reply';
import { answered, type House, openHouse, payloadOf, post, press } from './harness';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function stateOf(reply: Reply) {
  const { case: id = '' } = payloadOf(reply, 'language');
  const stored = await house.store.findCase('T1', id);
  if (stored === undefined) throw new Error('no such case');
  return deriveCase(stored.head, stored.moves);
}

describe('a press on a case', () => {
  it('moves it on by one version and has its card redrawn', async () => {
    const reply = await answered(house);
    const answer = await house.bot.onPress(press(payloadOf(reply, 'next')));
    expect(answer.card?.summary).toContain('step 2 of');
    expect(answer.queued).toBe(true);
    expect(payloadOf(answer.card, 'next')).toMatchObject({ version: 1, case: payloadOf(reply, 'next').case });
    await house.settled();
    expect(house.redraws).toEqual(['answer-to-1700000000.000100']);
  });

  it('is won by one of fifty at the same time, and the others see what has become of it', async () => {
    const reply = await answered(house);
    const payload = payloadOf(reply, 'next');
    const people = Array.from({ length: 50 }, (_, index) => `U${index}`);
    const answers = await Promise.all(people.map((person) => house.bot.onPress(press(payload, { person }))));
    expect(answers.filter(({ aside }) => aside === undefined)).toHaveLength(1);
    for (const { card } of answers) expect(card?.summary).toContain('step 2 of');
    expect((await stateOf(reply)).version).toBe(1);
  });

  it('of one finger twice is one move and no reproach', async () => {
    const reply = await answered(house);
    const twice = [press(payloadOf(reply, 'next')), press(payloadOf(reply, 'next'))];
    const answers = await Promise.all(twice.map((each) => house.bot.onPress(each)));
    expect(answers.map(({ aside }) => aside)).toEqual([undefined, undefined]);
    expect((await stateOf(reply)).version).toBe(1);
  });

  it('on an old card leads to the state of now', async () => {
    const reply = await answered(house);
    await house.bot.onPress(press(payloadOf(reply, 'next')));
    const late = await house.bot.onPress(press(payloadOf(reply, 'worked'), { person: 'U2' }));
    expect(late.card?.summary).toContain('step 2 of');
    expect(late.aside).toBeDefined();
    expect((await stateOf(reply)).solved).toBeUndefined();
  });

  it('tells where the answer stands when that was never written down', async () => {
    house.fail('unknown');
    const answer = await house.bot.onMessage(post('it says 0xC004F074'));
    await house.settled();
    const second = await house.bot.onPress(press(payloadOf(answer?.reply, 'next'), { message: 'the answer' }));
    await house.settled();
    await house.bot.onPress(press(payloadOf(second.card, 'next'), { message: 'another message' }));
    await house.settled();
    expect(house.redraws).toEqual(['the answer', 'the answer']);
  });

  it('remembers the activation method that was told once', async () => {
    const reply = await answered(house, 'it says 0xC004F00F');
    const question = await house.bot.onPress(press(payloadOf(reply, 'next')));
    const told = await house.bot.onPress(press(payloadOf(question.card, 'method-mak')));
    const again = await house.bot.onPress(press({ ...payloadOf(told.card, 'previous'), method: undefined }));
    expect((await house.bot.onPress(press(payloadOf(again.card, 'next')))).card?.kind).toBe('found');
  });

  it('knows the method already when the message named it', async () => {
    const reply = await answered(house, 'our KMS host shows 0xC004F00F');
    expect((await house.bot.onPress(press(payloadOf(reply, 'next')))).card?.kind).toBe('found');
  });
});

describe('a press from elsewhere', () => {
  it.each([
    ['another tenant', { tenant: 'T2' }],
    ['another conversation', { conversation: 'C2' }],
    ['another platform', { platform: 'teams' as const }],
  ])('(%s) leads to the view alone, tells nothing of the case and does not move it', async (_what, where) => {
    const reply = await answered(house);
    await house.bot.onPress(press(payloadOf(reply, 'next')));
    const before = await stateOf(reply);
    const { card, aside } = await house.bot.onPress(press(payloadOf(reply, 'next'), where));
    expect(card).toBeUndefined();
    expect(aside?.summary).toContain('step 2 of');
    expect(JSON.stringify(aside)).not.toContain(before.head.id);
    expect(await stateOf(reply)).toEqual(before);
  });

  it('looks the same as a press on a case that never was', async () => {
    const reply = await answered(house);
    const payload = payloadOf(reply, 'next');
    const foreign = await house.bot.onPress(press(payload, { tenant: 'T2' }));
    const made = await house.bot.onPress(press({ ...payload, case: 'AAAAAAAAAAAAAAAAAAAAAA' }));
    expect(foreign).toEqual(made);
  });
});

describe('a case that is past its time', () => {
  it('still answers its buttons, and says that nothing is remembered', async () => {
    const reply = await answered(house);
    await house.store.prune(Date.UTC(2027, 5, 1));
    const { aside, card } = await house.bot.onPress(press(payloadOf(reply, 'next')));
    expect(card).toBeUndefined();
    expect(aside?.summary).toMatch(/30 days/);
    expect(aside?.summary).toContain('step 2 of');
    // There is nothing to hand over.
    expect(aside?.actions.map(({ id }) => id)).not.toContain('get-help');
    for (const action of aside?.actions ?? []) {
      expect(action.kind === 'follow-up' ? action.followUp.case : undefined).toBeUndefined();
    }
  });
});

describe('"I have this too"', () => {
  it('gives the presser a case of their own in private, once', async () => {
    const reply = await answered(house);
    const me = press(payloadOf(reply, 'me-too'), { person: 'U2' });
    expect((await house.bot.onPress(me)).card).toBeUndefined();
    await house.bot.onPress(me);
    await house.settled();
    expect(house.shown.map(({ place }) => place)).toEqual(['dm:U2']);
    const copy = house.shown[0]?.reply;
    expect(payloadOf(copy, 'next').case).not.toBe(payloadOf(reply, 'next').case);
    const inPrivate = { person: 'U2', conversation: 'dm:U2', place: 'dm:U2' };
    await house.bot.onPress(press(payloadOf(copy, 'next'), inPrivate));
    expect((await stateOf(reply)).version).toBe(0);
  });

  it('is not offered in a private chat', async () => {
    const reply = await answered(house, '0xC004F074', { door: 'dm' });
    expect(reply.actions.map(({ id }) => id)).not.toContain('me-too');
  });
});

describe('with a help desk that is known', () => {
  beforeEach(async () => {
    await house.close();
    house = await openHouse({ triage: 'triage', agents: ['A1'] });
  });

  it('the asker and the agents move a case', async () => {
    const reply = await answered(house);
    const moved = await house.bot.onPress(press(payloadOf(reply, 'next'), { person: 'A1' }));
    expect(moved.card).toBeDefined();
    expect((await house.bot.onPress(press(payloadOf(moved.card, 'next')))).card).toBeDefined();
  });

  it('anybody else gets their own copy instead', async () => {
    const reply = await answered(house);
    const other = await house.bot.onPress(press(payloadOf(reply, 'next'), { person: 'U9' }));
    expect(other.card).toBeUndefined();
    await house.settled();
    expect(house.shown.map(({ place }) => place)).toEqual(['dm:U9']);
    expect((await stateOf(reply)).version).toBe(0);
  });
});

describe('the counters', () => {
  it('tell what was answered, left behind and solved, once each', async () => {
    const reply = await answered(house);
    const second = await house.bot.onPress(press(payloadOf(reply, 'next')));
    const first = await house.bot.onPress(press(payloadOf(second.card, 'previous')));
    const again = await house.bot.onPress(press(payloadOf(first.card, 'next')));
    const worked = await house.bot.onPress(press(payloadOf(again.card, 'worked')));
    const anew = await house.bot.onPress(press(payloadOf(worked.card, 'again')));
    await house.bot.onPress(press(payloadOf(anew.card, 'worked')));
    const counts = await house.store.sumOutcomes(0);
    expect(counts).toEqual(
      expect.arrayContaining([
        { kind: 'answered', code: '0xC004F074', step: '', locale: 'en', count: 1 },
        { kind: 'not-solved', code: '0xC004F074', step: 'read-event', locale: 'en', count: 1 },
        { kind: 'solved', code: '0xC004F074', step: 'test-port', locale: 'en', count: 1 },
      ]),
    );
    expect(counts).toHaveLength(3);
  });

  it('tell which codes nobody could answer', async () => {
    await house.bot.onMessage(post('what is 0x8024EFEF?', { door: 'mention' }));
    expect(await house.store.sumOutcomes(0)).toEqual(
      expect.arrayContaining([{ kind: 'no-entry', code: '0x8024EFEF', step: '', locale: 'en', count: 1 }]),
    );
  });
});
