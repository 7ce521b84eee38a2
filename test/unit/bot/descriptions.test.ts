/** Messages to the bot without a code: what they describe is answered, offered as a choice, or said to fit nothing. */

import { deriveCase } from '../../../src/cases/case';
import type { Reply } from '../../../src/reply/reply';
import { type House, openHouse, payloadOf, post, press } from './harness';

const FITS = /^No code in your message; this fits what you describe \(likely\)/;

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function ask(text: string, rest: Parameters<typeof post>[1] = {}): Promise<Reply> {
  const answer = await house.bot.onMessage(post(text, { door: 'dm', ...rest }));
  if (answer === undefined) throw new Error('no answer');
  return answer.reply;
}

const noteOf = ({ sections: [first] }: Reply) =>
  first?.kind === 'note'
    ? first.texts
        .flat()
        .map((run) => ('text' in run ? run.text : ''))
        .join('')
    : undefined;

describe('a description that fits one code', () => {
  it('is answered, beginning with how the code was found', async () => {
    const reply = await ask('KMS 计数不足，只有 12 台机器', { platformLocale: 'en' });
    expect(reply.title).toMatch(/^0xC004F038/);
    expect(noteOf(reply)).toMatch(/^消息中没有错误代码，根据你的描述，可能是这种情况/);
    expect(noteOf(await ask('blue screen when my laptop wakes from sleep', { message: '2' }))).toMatch(FITS);
  });

  it('says so to those who hear the answer, too', async () => {
    expect((await ask('blue screen when my laptop wakes from sleep')).summary).toMatch(/No code in your message/);
  });

  it('is still said to be likely in the other language, until people have gone on', async () => {
    const reply = await ask('blue screen when my laptop wakes from sleep');
    const { card } = await house.bot.onPress(press(payloadOf(reply, 'language')));
    expect(card?.summary).toContain('消息中没有错误代码');
    const { card: second } = await house.bot.onPress(press(payloadOf(card, 'next')));
    expect(second?.summary).not.toContain('消息中没有错误代码');
  });

  it('opens a case, whose buttons go on from there', async () => {
    const reply = await ask('blue screen when my laptop wakes from sleep');
    const next = payloadOf(reply, 'next');
    expect(next).toMatchObject({ case: expect.any(String), codes: ['0x0000009F'] });
    const { card } = await house.bot.onPress(press(next));
    expect(card?.summary).toContain('step 2 of');
  });
});

describe('a description that may mean several codes', () => {
  it.each(['mention', 'dm', 'command'] as const)('offers them (%s)', async (door) => {
    const reply = await ask('MAK', { door });
    expect(reply.kind).toBe('choices');
    const choices = reply.actions.filter(({ id }) => id.startsWith('choose-'));
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(3);
  });

  it('leads from a choice to its answer, on the same case', async () => {
    const reply = await ask('KMS host');
    const choice = payloadOf(reply, reply.actions.find(({ id }) => id.startsWith('choose-'))?.id ?? '');
    const { card } = await house.bot.onPress(press(choice));
    expect(card?.title.startsWith(choice.codes[0] ?? '-')).toBe(true);
    expect(choice.case).toMatch(/^[\w-]{22}$/);
    const found = await house.store.findCase('T1', choice.case ?? '');
    // The help desk is told of the chosen code, not of all that were offered.
    expect(found && deriveCase(found.head, found.moves).codes).toEqual(choice.codes);
  });

  it('counts as answered only what somebody has chosen', async () => {
    const count = jest.spyOn(house.store, 'openCase');
    await ask('MAK');
    expect(count.mock.calls[0]?.[2].outcomes).toEqual([]);
    await ask('blue screen when my laptop wakes from sleep', { message: '2' });
    expect(count.mock.calls[1]?.[2].outcomes).toHaveLength(1);
  });
});

describe('a message that fits nothing', () => {
  it('is told so plainly, with what else can be sent', async () => {
    const reply = await ask('what shall we have for lunch tomorrow');
    expect(reply).toMatchObject({ kind: 'help', title: 'No error code, and nothing that fits' });
    expect((await ask('明天中午吃什么', { message: '2' })).title).toBe('没有错误代码，也没有相符的内容');
  });

  it('is met with plain help when it asks nothing', async () => {
    expect((await ask('hi')).title).toBe('Hexfix explains Windows error codes');
  });

  it('leaves no case', async () => {
    await ask('what shall we have for lunch tomorrow');
    await ask('thanks, activation works now', { message: '2' });
    expect(await house.store.findCaseOfPost('anything')).toBeUndefined();
  });
});

it('is silent in a channel, however well a description fits', async () => {
  expect(await house.bot.onMessage(post('KMS count is insufficient, only 12 machines'))).toBeUndefined();
});
