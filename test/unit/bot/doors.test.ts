/** Every setting at every door: what comes back, and to whom. */

import type { Door, Inbound } from '../../../src/bot';
import type { Settings, StoredLevel } from '../../../src/settings/settings';
import { type House, NOW, openHouse, post } from './harness';

/** `thread`: for all who see the post; `here`: by the adapter, to the one who asked; `alone`: in private, by the outbox. */
type End = 'thread' | 'here' | 'alone' | 'told that it is off' | 'silence';

const DOORS = ['message', 'mention', 'dm', 'command', 'shortcut', 'extension'] as const satisfies readonly Door[];
const CODE = 'it says 0xC004F074';

/** What is set and where, what is posted, and what follows at each door, in their order. */
const RULES: readonly (readonly [string, readonly [StoredLevel, Settings][], string, readonly End[]])[] = [
  ['nothing', [], CODE, ['thread', 'thread', 'here', 'here', 'here', 'here']],
  ['off, in the channel', [['channel', { mode: 'off' }]], CODE, offAt()],
  ['off, in the organization', [['tenant', { mode: 'off' }]], CODE, offAt()],
  [
    'off in the organization, and on in the channel',
    [
      ['tenant', { mode: 'off' }],
      ['channel', { mode: 'listen' }],
    ],
    CODE,
    ['thread', 'thread', 'here', 'here', 'here', 'here'],
  ],
  ['only when mentioned', [['channel', { mode: 'mention' }]], CODE, unaskedAt()],
  ['mute until they say so', [['person', { muted: 'until-unmuted' }]], CODE, unaskedAt()],
  ['mute for an hour', [['person', { muted: NOW + 3_600_000 }]], CODE, unaskedAt()],
  ['mute until just now', [['person', { muted: NOW }]], CODE, ['thread', 'thread', 'here', 'here', 'here', 'here']],
  ['private answers, in the channel', [['channel', { privacy: 'private' }]], CODE, aloneAt()],
  ['private answers, in the organization', [['tenant', { privacy: 'private' }]], CODE, aloneAt()],
  ['private answers, by the person', [['person', { privacy: 'private' }]], CODE, aloneAt()],
  [
    'a mark, on another post',
    [['tenant', { ignoreMark: '//' }]],
    CODE,
    ['thread', 'thread', 'here', 'here', 'here', 'here'],
  ],
  [
    'a mark, on this post',
    [['tenant', { ignoreMark: '//' }]],
    ` //${CODE}`,
    ['silence', 'silence', 'here', 'here', 'here', 'here'],
  ],
];

function offAt(): End[] {
  return ['silence', 'told that it is off', 'here', 'here', 'here', 'here'];
}

function unaskedAt(): End[] {
  return ['silence', 'thread', 'here', 'here', 'here', 'here'];
}

function aloneAt(): End[] {
  return ['alone', 'alone', 'here', 'here', 'here', 'here'];
}

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

function at(door: Door, text: string, rest: Partial<Inbound> = {}): Inbound {
  const where = door === 'dm' ? { conversation: 'D1', place: 'D1' } : { channel: 'C1' };
  return post(text, { door, ...where, ...rest });
}

async function endOf(inbound: Inbound, isEdit = false): Promise<End> {
  const answer = await (isEdit ? house.bot.onEdit(inbound) : house.bot.onMessage(inbound));
  await house.settled();
  expect(house.shown.filter(({ place }) => place !== 'dm:U1' && !isTold(place))).toEqual([]);
  if (answer !== undefined) {
    expect(house.shown).toEqual([]);
    return answer.reply.actions.some(({ id }) => id === 'me-too') ? 'thread' : 'here';
  }
  const [note] = house.shown;
  if (note === undefined) return 'silence';
  return /^0xC004F074/.test(note.reply.title) ? 'alone' : 'told that it is off';
}

/** A platform without marks says in the thread that there was an answer. */
function isTold(place: string): boolean {
  return place === 'C1' && house.shown.find((each) => each.place === place)?.reply.title === 'Answered in private';
}

const CASES = RULES.flatMap(([what, settings, text, ends]) =>
  DOORS.map((door, index) => [what, door, ends[index] ?? 'silence', settings, text] as const),
);

it.each(CASES)('%s: by %s comes %s', async (_what, door, end, settings, text) => {
  for (const [level, change] of settings) await house.set(level, change);
  expect(await endOf(at(door, text))).toBe(end);
});

it.each(CASES.filter(([, door]) => door === 'message' || door === 'mention'))(
  '%s: by %s comes %s, for a code that an edit has put in, too',
  async (_what, door, end, settings, text) => {
    for (const [level, change] of settings) await house.set(level, change);
    expect(await endOf(at(door, text), true)).toBe(end);
  },
);

it.each(DOORS)('bots are left alone by %s, with all they wrote', async (door) => {
  const text = `${CODE} ABCDE-FGHJK-23456-QRTVW-98765`;
  expect(await endOf(at(door, text, { isFromBot: true }))).toBe('silence');
  expect(await endOf(at(door, text, { isFromBot: true }), true)).toBe('silence');
});

describe('the store', () => {
  it.each(['lunch at 12?', 'perhaps 1603'])(
    'is not asked for the manners of a message that says “%s”',
    async (text) => {
      const findSettings = jest.spyOn(house.store, 'findSettings');
      await house.bot.onMessage(at('message', text));
      await house.bot.onEdit(at('message', text));
      expect(findSettings).not.toHaveBeenCalled();
    },
  );
});

describe('a warning of a product key', () => {
  const KEY = 'our key is ABCDE-FGHJK-23456-QRTVW-98765';

  async function isWarned(inbound: Inbound): Promise<boolean> {
    await house.bot.onMessage(inbound);
    await house.settled();
    return house.shown.some(({ place, reply }) => place === 'dm:U1' && reply.title.includes('product key'));
  }

  it.each([
    ['message', true],
    ['mention', true],
    ['dm', true],
    ['command', true],
    ['shortcut', false],
    ['extension', false],
  ] as const)('goes to whoever wrote it (%s: %s)', async (door, isWritten) => {
    expect(await isWarned(at(door, KEY))).toBe(isWritten);
  });

  it.each([
    ['off', { mode: 'off' }],
    ['only when mentioned', { mode: 'mention' }],
  ] as const)('is not given where the channel is %s', async (_what, change) => {
    await house.set('channel', change);
    expect(await isWarned(at('message', KEY))).toBe(false);
  });
});

describe('who mentions the bot where it is off', () => {
  beforeEach(() => house.set('channel', { mode: 'off' }));

  it('is told so once a post, in the language of the post', async () => {
    const mention = at('mention', '这是什么错误 0xC004F074');
    await house.bot.onMessage(mention);
    await house.bot.onMessage(mention);
    await house.settled();
    expect(house.shown.map(({ place, reply }) => [place, reply.locale])).toEqual([['dm:U1', 'zh-CN']]);
    expect(house.shown[0]?.reply.summary).toContain('/hexfix');
  });
});

describe('the language', () => {
  it('is that of the channel, where the person has chosen none', async () => {
    await house.set('channel', { language: 'zh-CN' });
    const answer = await house.bot.onMessage(at('message', 'What does 0xC004F074 mean here?'));
    expect(answer?.reply.locale).toBe('zh-CN');
    await house.set('person', { language: 'en' });
    const own = await house.bot.onMessage(at('message', '0xC004F074 是什么', { message: '2' }));
    expect(own?.reply.locale).toBe('en');
  });

  it('is that of the organization only where nothing else tells', async () => {
    await house.set('tenant', { language: 'zh-CN' });
    expect((await house.bot.onMessage(at('message', '0xC004F074')))?.reply.locale).toBe('zh-CN');
    const english = at('message', 'What does 0xC004F074 mean here?', { message: '2' });
    expect((await house.bot.onMessage(english))?.reply.locale).toBe('en');
  });
});
