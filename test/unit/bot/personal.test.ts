/** What one person asks for beside answers to posts: home, cases, questions by a form, search, links, the welcome. */

import type { Prompt, Who } from '../../../src/bot';
import { LOCALES } from '../../../src/i18n/locale';
import type { FollowUp } from '../../../src/reply/follow-up';
import { answered, type House, openHouse, payloadOf, post, press } from './harness';

const MINUTE_MS = 60_000;
const SOURCE =
  'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes';

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'DESK', roles: { ADMIN: 'admin' } });
});
afterEach(() => house.close());

const who = (rest: Partial<Who> = {}): Who => {
  const { payload: _payload, ...where } = press(undefined, { platformLocale: 'en', ...rest });
  return where;
};
const idsOf = (reply: { readonly actions: readonly { readonly id: string }[] }) => reply.actions.map(({ id }) => id);

describe('home', () => {
  it('lists what is still open, and how it stands', async () => {
    const first = await answered(house, 'it says 0xC004F074');
    await answered(house, 'it says 0x8007232B', { message: '2' });
    await answered(house, 'somebody else has 0xC004F038', { message: '3', person: 'U2' });
    await house.bot.onPress(press(payloadOf(first, 'worked')));
    const { reply, search } = await house.bot.onHome(who());
    expect(reply.summary).toMatch(/0x8007232B .* open, asked 2026-11-22/);
    expect(reply.summary).not.toContain('0xC004F074');
    expect(reply.summary).not.toContain('0xC004F038');
    expect(search.label).toBe('Search error codes');
  });

  it('shows at most five of them', async () => {
    for (const message of ['1', '2', '3', '4', '5', '6', '7'])
      await answered(house, '0xC004F074', { message, door: 'mention' });
    const { reply } = await house.bot.onHome(who());
    expect(reply.summary.match(/0xC004F074/g)).toHaveLength(5);
  });

  it('has the settings of the organization for administrators alone', async () => {
    expect(idsOf((await house.bot.onHome(who())).reply)).not.toContain('settings-all');
    expect(idsOf((await house.bot.onHome(who({ person: 'ADMIN' }))).reply)).toContain('settings-all');
  });

  it('changes its language by the button, for good', async () => {
    const { reply } = await house.bot.onHome(who());
    const { card } = await house.bot.onPress(press(payloadOf(reply, 'language')));
    expect(card?.locale).toBe('zh-CN');
    expect((await house.bot.onHome(who())).reply.locale).toBe('zh-CN');
  });
});

describe('my cases', () => {
  it('are the last ten, with their state and a link where there is one', async () => {
    for (let message = 1; message <= 12; message += 1) {
      await answered(house, '0xC004F074', { message: `${message}`, door: 'mention' });
    }
    house.pass(MINUTE_MS);
    const asked = await answered(house, '0x8007232B', { message: 'asked' });
    const { form } = await house.bot.onPress(press(payloadOf(asked, 'get-help')));
    const { payload: token, ...where } = press(form?.token);
    await house.bot.onSubmit({ ...where, token, values: {} });
    const { reply } = (await house.bot.onMessage(post('my cases', { door: 'dm', message: 'ask' }))) ?? {};
    const listed = reply?.sections.flatMap((section) => (section.kind === 'sources' ? section.sources : []));
    expect(listed).toHaveLength(10);
    expect(listed?.filter(({ title }) => title.includes('waiting for the help desk'))).toEqual([
      expect.objectContaining({
        title: expect.stringMatching(/^0x8007232B/),
        url: 'https://chat.example/answer-to-asked',
      }),
    ]);
  });

  it('says so where there are none', async () => {
    const answer = await house.bot.onMessage(post('我的问题', { door: 'dm' }));
    expect(answer?.reply.summary).toContain('你还没有问过任何错误代码');
  });
});

describe('a question by the form', () => {
  const token: FollowUp = { v: 1, move: 'ask', locale: 'en', codes: [] };
  const ask = (question: string) => house.bot.onSubmit({ ...who(), token, values: { question } });

  it('is answered in the own chat, by a case of the person’s own', async () => {
    const { aside, errors } = await ask('It says 0xC004F074');
    expect(errors).toBeUndefined();
    expect(aside?.summary).toContain('own chat');
    await house.settled();
    expect(house.shown.map(({ place }) => place)).toEqual(['dm:U1']);
    const [{ reply } = { reply: undefined }] = house.shown;
    expect(reply?.title).toMatch(/^0xC004F074/);
    const next = await house.bot.onPress(press(payloadOf(reply, 'next'), { conversation: 'dm:U1', place: 'dm:U1' }));
    expect(next.card?.summary).toContain('step 2');
  });

  it('is answered each time, as a person may ask the same again', async () => {
    await ask('It says 0xC004F074');
    await ask('It says 0xC004F074');
    await house.settled();
    expect(house.shown).toHaveLength(2);
  });

  it('that nothing fits is told so at once', async () => {
    const { aside } = await ask('The coffee machine is empty');
    expect(aside?.kind).toBe('help');
    await house.settled();
    expect(house.shown).toEqual([]);
  });

  it('must not be empty, nor longer than the field', async () => {
    expect((await ask('  ')).errors).toHaveProperty('question');
    expect((await ask('x'.repeat(3_001))).errors?.question).toContain('3001');
    expect((await house.bot.onSubmit({ ...who(), token, values: {} })).errors).toHaveProperty('question');
  });

  it('opens with the text at hand, without product keys', async () => {
    const { fields } = await house.bot.askForm(who(), 'slmgr /ipk BBBBB-CCCCC-DDDDD-FFFFF-GGGGG fails');
    const [field] = fields;
    const initial = field?.kind === 'text' ? field.initial : undefined;
    expect(initial).toMatch(/^slmgr \/ipk .* fails$/);
    expect(initial).not.toContain('CCCCC');
  });
});

describe('search', () => {
  const find = async (query: string) => (await house.bot.search(who(), query)).map(({ code }) => code);

  it.each([
    ['c004f074', '0xC004F074'],
    ['-1073418124', '0xC004F074'],
    ['SL_E_VL_KEY_MANAGEMENT_SERVICE_ID_MISMATCH', '0xC004F042'],
    ['0xC004F0', '0xC004F00'],
    ['sl_e_vl_key', '0xC004F041'],
    ['KMS count is insufficient', '0xC004F038'],
    ['KMS 计数不足', '0xC004F038'],
  ])('finds by %s', async (query, code) => {
    expect((await find(query))[0]).toMatch(new RegExp(`^${code}`));
  });

  it('takes a plain word for a word, not for the beginning of a name or a code', async () => {
    const [first, second] = await house.bot.search(who(), 'dns_');
    expect([first?.text, second?.text]).toEqual([expect.stringMatching(/^DNS_/), expect.stringMatching(/^DNS_/)]);
    expect((await find('dns'))[0]).not.toBe(first?.code);
    expect(await find('dead')).not.toContain('0xDEADDEAD');
  });

  it('gives at most ten, each once, with the whole answer and no case', async () => {
    const hits = await house.bot.search(who(), '0x8007');
    expect(hits).toHaveLength(10);
    expect(new Set(hits.map(({ code }) => code)).size).toBe(10);
    for (const { reply, title, text } of hits) {
      expect(title).toBe(reply.title);
      expect(text).not.toBe('');
      expect(idsOf(reply)).not.toContain('get-help');
      expect(JSON.stringify(reply.actions)).not.toContain('"case"');
    }
  });

  it('shows what people meet most before anybody has typed', async () => {
    expect(await find('')).toHaveLength(10);
    expect(await find('')).toContain('0x8007232B');
  });

  it('tells what is known of a code without an entry', async () => {
    expect(await house.bot.search(who(), '0xDEADBEEF')).toEqual([
      expect.objectContaining({ code: '0xDEADBEEF', reply: expect.objectContaining({ kind: 'unknown' }) }),
    ]);
  });
});

describe('links to our sources', () => {
  const preview = (urls: readonly string[], rest: Partial<Who> = {}) =>
    house.bot.onLinks(who({ channel: 'C1', ...rest }), urls);

  it.each([
    SOURCE,
    `${SOURCE}/`,
    `${SOURCE}?view=x#dns`,
    SOURCE.replace('.com/', '.com/en-us/'),
    SOURCE.replace('.com/', '.com/zh-CN/'),
  ])('are known in any spelling: %s', async (url) => {
    const [shown] = await preview([url]);
    expect(shown?.url).toBe(url);
    expect(shown?.reply.summary).toContain('0x8007232B');
    expect(idsOf(shown?.reply ?? { actions: [] }).every((id) => id.startsWith('show-0x'))).toBe(true);
  });

  it.each(['https://learn.microsoft.com/windows/', 'https://example.com/', 'no link', 'javascript:alert(1)'])(
    'are not all links: %s',
    async (url) => {
      expect(await preview([url])).toEqual([]);
    },
  );

  it('are shown once in half an hour in a place, however they are spelled', async () => {
    expect(await preview([SOURCE, `${SOURCE}/?x`])).toHaveLength(1);
    expect(await preview([SOURCE])).toEqual([]);
    expect(await preview([SOURCE], { conversation: 'C2', channel: 'C2' })).toHaveLength(1);
    house.pass(30 * MINUTE_MS);
    expect(await preview([SOURCE])).toHaveLength(1);
  });

  it('are left alone in a list of three', async () => {
    expect(await preview([SOURCE, 'https://example.com/a', 'https://example.com/b'])).toEqual([]);
  });

  it.each([{ mode: 'off' }, { mode: 'mention' }] as const)('are left alone in a channel set to %j', async (change) => {
    await house.set('channel', change);
    expect(await preview([SOURCE])).toEqual([]);
    expect(await house.bot.onLinks(who(), [SOURCE])).toHaveLength(1);
  });

  it('are left alone of somebody who wants no unasked answers', async () => {
    await house.set('person', { muted: 'until-unmuted' });
    expect(await preview([SOURCE])).toEqual([]);
  });
});

describe('questions to begin with', () => {
  it.each(LOCALES)('are answered well in %s', async (platformLocale) => {
    const prompts: readonly Prompt[] = await house.bot.prompts(who({ platformLocale }));
    expect(prompts).toHaveLength(4);
    for (const { message } of prompts) {
      const answer = await house.bot.onMessage(post(message, { door: 'dm', message, platformLocale }));
      expect(answer?.reply).toMatchObject({ kind: 'found', locale: platformLocale });
    }
  });
});

describe('the welcome', () => {
  const welcome = (rest: Partial<Who> = {}) => house.bot.onInstalled({ ...who(rest), installer: 'Ana' });

  it('offers to listen in a channel that does not', async () => {
    await house.set('channel', { mode: 'mention' });
    const reply = await welcome({ channel: 'C1' });
    expect(reply.summary).toContain('Ana');
    expect(reply.summary).toContain('To silence me');
    expect(idsOf(reply).slice(0, 2)).toEqual(['listen-here', 'mention-here']);
  });

  it('is plain help where it listens already, cannot listen, or one person alone reads it', async () => {
    expect(idsOf(await welcome({ channel: 'C1' }))).not.toContain('listen-here');
    expect(idsOf(await welcome())).not.toContain('listen-here');
    await house.close();
    house = await openHouse({ listens: false, defaults: { mode: 'mention' } });
    expect(idsOf(await welcome({ channel: 'C1' }))).not.toContain('listen-here');
  });
});
