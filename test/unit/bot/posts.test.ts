import { answered, type House, openHouse, payloadOf, post, press, resolver } from './harness';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const bot = () => house.bot;

describe('a message that passes by', () => {
  it('is answered when it holds an error code', async () => {
    const answer = await bot().onMessage(post('anyone seen 0xC004F074 today?'));
    expect(answer?.reply.title).toMatch(/^0xC004F074/);
  });

  it('is not answered without one, and leaves no trace', async () => {
    expect(await bot().onMessage(post('lunch at 12?'))).toBeUndefined();
    expect(await house.store.prune(Date.UTC(2100, 0, 1))).toBe(0);
  });

  it('is answered once, however often and by whatever door it is delivered', async () => {
    const deliveries = [post('0xC004F074'), post('0xC004F074'), post('0xC004F074', { door: 'mention' })];
    const answers = await Promise.all(deliveries.map((inbound) => bot().onMessage(inbound)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is answered by the outbox, once', async () => {
    await bot().onMessage(post('0xC004F074'));
    await bot().onMessage(post('0xC004F074'));
    await house.settled();
    expect(house.answers.map(({ place, reply }) => [place, reply.title.slice(0, 10)])).toEqual([['C1', '0xC004F074']]);
  });

  it.each(['message', 'mention'] as const)('is known without the store when it comes again as a %s', async (door) => {
    await bot().onMessage(post('0xC004F074'));
    const asked = [jest.spyOn(house.store, 'findSettings'), jest.spyOn(house.store, 'openCase')];
    expect(await bot().onMessage(post('0xC004F074', { door }))).toBeUndefined();
    for (const call of asked) expect(call).not.toHaveBeenCalled();
  });

  it('is known to another process by the store', async () => {
    await bot().onMessage(post('0xC004F074'));
    await house.settled();
    expect(await house.anotherBot().onMessage(post('0xC004F074'))).toBeUndefined();
    await house.settled();
    expect(house.answers).toHaveLength(1);
  });

  it('is answered when it was let be before: nothing of it is stored', async () => {
    await house.set('tenant', { mode: 'off' });
    expect(await bot().onMessage(post('0xC004F074'))).toBeUndefined();
    await house.set('tenant', { mode: 'listen' });
    expect(await bot().onMessage(post('0xC004F074'))).toBeDefined();
  });

  it.each(['findSettings', 'openCase'] as const)(
    'is answered at the next try when the store fails (%s)',
    async (call) => {
      const kept = house.store[call];
      house.store[call] = (): Promise<never> => Promise.reject(new Error('the disk is full'));
      await expect(bot().onMessage(post('0xC004F074'))).rejects.toThrow('the disk is full');
      Object.assign(house.store, { [call]: kept });
      expect(await bot().onMessage(post('0xC004F074'))).toBeDefined();
    },
  );

  it('is drawn once, while it is stored', async () => {
    const follow = jest.spyOn(resolver, 'follow');
    const { openCase } = house.store;
    let drawnByThen = 0;
    house.store.openCase = async (...request) => {
      await new Promise((resolve) => setImmediate(resolve));
      drawnByThen = follow.mock.calls.length;
      return openCase(...request);
    };
    await bot().onMessage(post('0xC004F074'));
    expect([drawnByThen, follow.mock.calls.length]).toEqual([1, 1]);
    follow.mockRestore();
  });

  it('tells of a fault in drawing it, but of one in storing it first', async () => {
    const follow = jest.spyOn(resolver, 'follow').mockImplementation(() => {
      throw new Error('nothing to draw');
    });
    const unheard = jest.fn();
    process.on('unhandledRejection', unheard);
    await expect(bot().onMessage(post('0xC004F074'))).rejects.toThrow('nothing to draw');
    house.store.openCase = () => Promise.reject(new Error('the disk is full'));
    await expect(bot().onMessage(post('0xC004F074', { message: '2' }))).rejects.toThrow('the disk is full');
    await new Promise((resolve) => setImmediate(resolve));
    expect(unheard).not.toHaveBeenCalled();
    process.off('unhandledRejection', unheard);
    follow.mockRestore();
  });

  it('keeps no answer when it is deleted while that is on its way', async () => {
    await bot().onMessage(post('0xC004F074'));
    await bot().onDelete(post(''));
    await house.settled();
    expect(house.removed).toEqual(house.answers.map(({ message }) => message));
  });

  it('is another one in another conversation, tenant or platform', async () => {
    const others = [{ conversation: 'C2' }, { tenant: 'T2' }, { platform: 'teams' as const }];
    await bot().onMessage(post('0xC004F074'));
    for (const other of others) expect(await bot().onMessage(post('0xC004F074', other))).toBeDefined();
  });
});

describe('a message to the bot', () => {
  it.each(['mention', 'dm', 'command'] as const)('gets help when it holds no code (%s)', async (door) => {
    expect((await bot().onMessage(post('hi', { door })))?.reply.kind).toBe('help');
  });
});

describe('the language', () => {
  it('follows the script of the message, then the platform', async () => {
    expect((await bot().onMessage(post('激活失败 0xC004F074')))?.reply.locale).toBe('zh-CN');
    const bare = post('0xC004F074', { message: '2', platformLocale: 'zh-CN' });
    expect((await bot().onMessage(bare))?.reply.locale).toBe('zh-CN');
  });

  it('is asked of the platform only where neither a choice nor the writing tells it', async () => {
    const findLocale = jest.fn(async () => 'zh-CN');
    const say = async (text: string, message: string) =>
      (await bot().onMessage(post(text, { message, findLocale })))?.reply.locale;
    expect(await say('What does 0xC004F074 mean here?', '1')).toBe('en');
    expect(findLocale).not.toHaveBeenCalled();
    const bare = await bot().onMessage(post('0xC004F074', { message: '2', findLocale }));
    expect([bare?.reply.locale, findLocale.mock.calls.length]).toEqual(['zh-CN', 1]);
    await bot().onPress(press(payloadOf(bare?.reply, 'language')));
    expect(await say('0x8007232B', '3')).toBe('en');
    expect(findLocale).toHaveBeenCalledTimes(1);
  });

  it('is the person’s once they have chosen it by button, for them alone', async () => {
    const first = await bot().onMessage(post('What does 0xC004F074 mean here?'));
    expect((await bot().onPress(press(payloadOf(first?.reply, 'language')))).card?.locale).toBe('zh-CN');
    const question = 'And what does 0x8007232B mean?';
    expect((await bot().onMessage(post(question, { message: '2' })))?.reply.locale).toBe('zh-CN');
    expect((await bot().onMessage(post(question, { message: '3', person: 'U2' })))?.reply.locale).toBe('en');
  });
});

describe('an edited post', () => {
  it('has its answer drawn anew in place when its codes have changed, once however often it is told', async () => {
    const reply = await answered(house, '0xC004F074');
    expect(reply.title).toMatch(/^0xC004F074/);
    expect(await bot().onEdit(post('sorry, it is 0x8007232B'))).toBeUndefined();
    expect(await bot().onEdit(post('sorry, it is 0x8007232B'))).toBeUndefined();
    await house.settled();
    expect(house.redraws).toEqual(['answer-to-1700000000.000100']);
  });

  it('is answered in a new message when the platform has refused the first answer', async () => {
    house.fail('refused');
    await bot().onMessage(post('0xC004F074'));
    await house.settled();
    expect((await bot().onEdit(post('sorry, it is 0x8007232B')))?.reply.title).toMatch(/^0x8007232B/);
    await house.settled();
    expect(house.answers.map(({ reply }) => reply.title)).toEqual([expect.stringMatching(/^0x8007232B/)]);
  });

  it('is answered as edited when its answer was still on the way', async () => {
    await bot().onMessage(post('0xC004F074'));
    expect(await bot().onEdit(post('sorry, it is 0x8007232B'))).toBeUndefined();
    await house.settled();
    expect(house.answers.map(({ reply }) => reply.title)).toEqual([expect.stringMatching(/^0x8007232B/)]);
  });

  it('changes nothing when its codes are the same, or gone', async () => {
    await answered(house, '0xC004F074');
    expect(await bot().onEdit(post('it says 0xC004F074'))).toBeUndefined();
    expect(await bot().onEdit(post('never mind'))).toBeUndefined();
  });

  it('is answered like a new one when it had no code before', async () => {
    await bot().onMessage(post('what is this'));
    const answer = await bot().onEdit(post('what is 0xC004F074'));
    expect(answer?.reply.title).toMatch(/^0xC004F074/);
  });
});

describe('a press', () => {
  it.each([undefined, null, 'next', 42, {}, { v: 2 }, { v: 1, move: 'step', locale: 'en', codes: ['<!channel>'] }])(
    'with the payload %j gets a fresh start, for the presser alone',
    async (payload) => {
      expect(await bot().onPress(press(payload))).toMatchObject({ aside: { kind: 'fresh-start' } });
    },
  );

  it('gets its fresh start in the language of the platform', async () => {
    expect((await bot().onPress(press(0, { platformLocale: 'zh-CN' }))).aside?.locale).toBe('zh-CN');
  });
});

it('never lets a product key into the answer', async () => {
  const key = 'ABCDE-FGHJK-LMNPQ-RTVWX-Y2346';
  const answer = await bot().onMessage(post(`slmgr /ipk ${key} fails with 0xC004F050, also OxC004F05O`));
  expect(JSON.stringify(answer)).not.toContain(key);
});

it('welcomes in the language of the platform and names who installed it', async () => {
  const reply = await bot().onInstalled({ ...post(''), platformLocale: 'zh-CN', installer: 'Ana' });
  expect(reply).toMatchObject({ kind: 'welcome', locale: 'zh-CN' });
  expect(reply.summary).toContain('Ana，感谢你添加我。');
});

describe('pasted output', () => {
  const OUTPUT = [
    'Name: Windows(R), Professional edition',
    'Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel',
    'Partial Product Key: T83GX',
    'License Status: Notification',
    'Notification Reason: 0xC004F056.',
    'Registered KMS machine name: kms01.contoso.com:1688',
  ].join('\n');

  it('is told as facts of this computer, the host among them', async () => {
    const answer = await bot().onMessage(post(OUTPUT, { door: 'mention' }));
    expect(answer?.reply.summary).toContain('License status: notification mode');
    expect(answer?.reply.summary).toContain('kms01.contoso.com:1688');
  });

  it('is remembered for the next view of the same card, without the host', async () => {
    const answer = await answered(house, OUTPUT, { door: 'mention' });
    const { card } = await bot().onPress(press(payloadOf(answer, 'language')));
    expect(card?.summary).toContain('许可证状态：通知模式');
    expect(card?.summary).not.toContain('contoso');
  });

  it('without a code is answered when somebody asks, and only then', async () => {
    const healthy = OUTPUT.replace(/Notification\nNotification Reason: 0xC004F056\./, 'Licensed');
    expect(await bot().onMessage(post(healthy))).toBeUndefined();
    const answer = await bot().onMessage(post(healthy, { door: 'mention', message: '2' }));
    expect(answer?.reply.kind).toBe('evidence');
    expect(answer?.reply.summary).toContain('It is activated');
  });
});

it('loads the files of an edited post once', async () => {
  const read = jest.fn(async () => ({ bytes: Buffer.from('0xC004F074') }));
  const answer = await bot().onEdit(post('see the log', { door: 'mention', files: [{ name: 'setup.log', read }] }));
  expect(answer?.reply.title).toMatch(/^0xC004F074/);
  expect(read).toHaveBeenCalledTimes(1);
});
