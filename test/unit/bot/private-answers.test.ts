/** Answers for one person alone: where they go, what the others see, and what becomes of them when they cannot be sent. */

import { deriveCase } from '../../../src/cases/case';
import { answered, type House, openHouse, payloadOf, post, press } from './harness';

const IN_CHANNEL = { channel: 'C1', place: 'thread' } as const;
const IN_PRIVATE = { conversation: 'dm:U1', place: 'dm:U1' } as const;

let house: House;
async function open(options: Parameters<typeof openHouse>[0] = {}) {
  house = await openHouse(options);
  await house.set('channel', { privacy: 'private' });
}
afterEach(() => house.close());

async function ask(text = 'it says 0xC004F074', rest: Parameters<typeof post>[1] = {}) {
  const answer = await house.bot.onMessage(post(text, { ...IN_CHANNEL, ...rest }));
  await house.settled();
  return answer;
}

const inChannel = () => house.shown.filter(({ place }) => place === 'thread');
const inPrivate = () => house.shown.filter(({ place }) => place === 'dm:U1');

describe('where the platform has marks', () => {
  beforeEach(() => open({ marks: true }));

  it('the channel sees nothing but the mark', async () => {
    expect(await ask()).toBeUndefined();
    expect(inPrivate().map(({ reply }) => reply.title)).toEqual([expect.stringMatching(/^0xC004F074/)]);
    expect(inPrivate()[0]?.reply.summary).toContain('Only you see it');
    expect(inChannel()).toEqual([]);
    expect([...house.marks]).toEqual([['1700000000.000100', 'seen']]);
  });

  it('is answered once, however often it is delivered', async () => {
    await ask();
    await ask();
    expect(house.shown).toHaveLength(1);
  });

  it('goes on in private, where its buttons work', async () => {
    await ask();
    await house.bot.onPress(press(payloadOf(inPrivate()[0]?.reply, 'next'), IN_PRIVATE));
    await house.settled();
    expect(house.redraws).toEqual(['m1']);
    expect(inPrivate()[0]?.reply.summary).toContain('step 2 of');
  });

  it('follows an edit in private', async () => {
    await ask();
    expect(await house.bot.onEdit(post('sorry, it is 0x8007232B', IN_CHANNEL))).toBeUndefined();
    await house.settled();
    expect(inPrivate()).toHaveLength(1);
    expect(inPrivate()[0]?.reply.title).toMatch(/^0x8007232B/);
  });

  it('is the page of their own for a mention that holds nothing', async () => {
    expect(await ask('hi', { door: 'mention' })).toBeUndefined();
    expect(house.shown.map(({ place, reply }) => [place, reply.kind])).toEqual([['dm:U1', 'home']]);
  });

  it('shows what a word in a mention has set', async () => {
    await ask('mute', { door: 'mention' });
    const [page] = inPrivate();
    expect(page?.reply.summary).toContain('None until that is changed');
  });

  it.each(['refused', 'unknown'] as const)('tells the thread when it ends as %s, naming nothing', async (outcome) => {
    house.fail(outcome, 'one');
    await ask();
    const [line, ...more] = inChannel();
    expect([inPrivate(), more]).toEqual([[], []]);
    expect(line?.reply.summary).toMatch(/send the error there/);
    expect(JSON.stringify(line)).not.toMatch(/C004F074|U1/);
  });

  it('tells the thread when the help for a mention is refused', async () => {
    house.fail('refused', 'one');
    await ask('hi', { door: 'mention' });
    expect(inChannel().map(({ reply }) => reply.title)).toEqual(['A private answer was not delivered']);
  });
});

describe('where the platform has no marks', () => {
  beforeEach(() => open());

  it('a line says so in the thread, in the language of the post, naming nothing', async () => {
    await ask('激活失败 0xC004F074');
    expect(inChannel().map(({ reply }) => reply.title)).toEqual(['已私下回复']);
    expect(JSON.stringify(inChannel())).not.toMatch(/C004F074|U1/);
  });

  it('no line does where marks are switched off', async () => {
    await house.set('tenant', { marks: 'off' });
    await ask();
    expect(inChannel()).toEqual([]);
    expect(inPrivate()).toHaveLength(1);
  });
});

describe('an answer to who asked alone in a channel', () => {
  beforeEach(async () => {
    house = await openHouse({ triage: 'triage', agents: ['A1'] });
  });

  const question = () => post('it says 0xC004F074', { ...IN_CHANNEL, door: 'command' });

  it('is theirs, wherever they press, and nobody else’s', async () => {
    const answer = await house.bot.onMessage(question());
    const payload = payloadOf(answer?.reply, 'next');
    expect((await house.bot.onPress(press(payload, { ...IN_CHANNEL, person: 'U2' }))).card).toBeUndefined();
    expect((await house.bot.onPress(press(payload, IN_CHANNEL))).card?.summary).toContain('step 2 of');
  });

  it('does not become everybody’s by a press that names a message', async () => {
    const answer = await house.bot.onMessage(question());
    const payload = payloadOf(answer?.reply, 'next');
    await house.bot.onPress(press(payload, { ...IN_CHANNEL, message: 'a message of somebody' }));
    expect((await house.bot.onPress(press(payload, { ...IN_CHANNEL, person: 'U2' }))).card).toBeUndefined();
    await house.settled();
    expect(house.redraws).toEqual([]);
  });

  it('is given each time they ask, and beside that to everybody', async () => {
    expect(await answered(house, 'it says 0xC004F074', IN_CHANNEL)).toBeDefined();
    const first = await house.bot.onMessage(question());
    expect(await house.bot.onMessage({ ...question(), message: 'asked again' })).toBeDefined();
    expect(first?.reply.actions.map(({ id }) => id)).not.toContain('me-too');
  });

  it('is given once when the platform delivers the same request twice', async () => {
    const twice = await Promise.all([house.bot.onMessage(question()), house.bot.onMessage(question())]);
    expect(twice.filter(Boolean)).toHaveLength(1);
  });

  it('is given when the request comes again after a fault of ours', async () => {
    const { openCase } = house.store;
    house.store.openCase = () => Promise.reject(new Error('the disk is full'));
    await expect(house.bot.onMessage(question())).rejects.toThrow('the disk is full');
    house.store.openCase = openCase;
    expect(await house.bot.onMessage(question())).toBeDefined();
  });

  it('has its news told in private', async () => {
    const answer = await house.bot.onMessage(question());
    const { form } = await house.bot.onPress(press(payloadOf(answer?.reply, 'get-help'), IN_CHANNEL));
    const { payload, ...from } = press(JSON.parse(JSON.stringify(form?.token)), IN_CHANNEL);
    await house.bot.onSubmit({ ...from, token: payload, values: {} });
    await house.settled();
    const [card] = house.shown;
    const desk = { conversation: 'triage', place: 'triage', person: 'A1' };
    await house.bot.onPress(press(payloadOf(card?.reply, 'claim'), desk));
    await house.settled();
    expect(house.shown.map(({ place, reply }) => [place, reply.kind])).toEqual([
      ['triage', 'triage'],
      ['dm:U1', 'notice'],
    ]);
    const stored = await house.store.findCase('T1', payloadOf(answer?.reply, 'next').case ?? '');
    expect(stored?.cards.map(({ role }) => role)).toEqual(['triage']);
    expect(stored && deriveCase(stored.head, stored.moves).handOff?.state).toBe('claimed');
  });
});
