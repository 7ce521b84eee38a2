/** Settings changed by the people whom they concern: who may, what is checked, and what holds then. */

import type { PressAnswer, Submission, SubmitAnswer } from '../../../src/bot';
import type { FollowUp, PersonalMove } from '../../../src/reply/follow-up';
import type { Form } from '../../../src/reply/form';
import { type House, NOW, openHouse, post, press } from './harness';

const HOUR_MS = 60 * 60 * 1000;
const ROLES = { ADMIN: 'admin', GUEST: 'guest' } as const;
const IN_CHANNEL = { channel: 'C1' } as const;

let house: House;
beforeEach(async () => {
  house = await openHouse({ roles: ROLES });
});
afterEach(() => house.close());

const button = (move: PersonalMove): FollowUp => ({ v: 1, move, locale: 'en', codes: [] });

function pressed(move: PersonalMove, rest: Parameters<typeof press>[1] = IN_CHANNEL): Promise<PressAnswer> {
  return house.bot.onPress(press(button(move), rest));
}

async function formOf(move: PersonalMove, rest?: Parameters<typeof press>[1]): Promise<Form> {
  const { form } = await pressed(move, rest);
  if (form === undefined) throw new Error(`no form for ${move}`);
  return form;
}

function sent(move: PersonalMove, values: Submission['values'], rest: Partial<Submission> = IN_CHANNEL) {
  const { payload: token, ...who } = press(button(move), rest);
  return house.bot.onSubmit({ ...who, token, values });
}

const summaryOf = ({ aside, errors }: SubmitAnswer) => aside?.summary ?? JSON.stringify(errors);
const settingsOf = async () => (await house.store.listSettings('slack', 'T1')).map(({ settings }) => settings);
const optionsOf = (form: Form, id: string) =>
  form.fields.flatMap((field) =>
    field.id === id && field.kind === 'choice' ? field.options.map(({ value }) => value) : [],
  );

describe('rights', () => {
  it.each([
    ['settings-mine', 'GUEST', true],
    ['settings-here', 'U1', true],
    ['settings-here', 'GUEST', false],
    ['settings-all', 'ADMIN', true],
    ['settings-all', 'U1', false],
    ['settings-all', 'GUEST', false],
  ] as const)('to open %s as %s: %s', async (move, person, may) => {
    const { form, aside } = await pressed(move, { ...IN_CHANNEL, person });
    expect(form !== undefined).toBe(may);
    if (!may) expect(aside?.summary).toContain('hexfix settings');
  });

  it.each([
    ['settings-here', 'GUEST'],
    ['settings-all', 'U1'],
  ] as const)('are asked again when %s is sent in by %s', async (move, person) => {
    expect(summaryOf(await sent(move, { mode: 'off' }, { ...IN_CHANNEL, person }))).toContain('Nothing was changed');
    expect(await settingsOf()).toEqual([]);
  });

  it.each(['listen-here', 'mention-here'] as const)('to press %s are not the guests’', async (move) => {
    expect((await pressed(move, { ...IN_CHANNEL, person: 'GUEST' })).aside?.title).toBe('Not for guests');
    expect(await settingsOf()).toEqual([]);
  });

  it('are of no use where there is no channel', async () => {
    expect((await pressed('settings-here', {})).aside?.title).toBe('No channel here');
    expect((await pressed('listen-here', {})).aside?.title).toBe('No channel here');
  });
});

describe('a form', () => {
  it('opens with what the level says itself, and names what holds otherwise', async () => {
    await house.set('tenant', { mode: 'off', cooldownMinutes: 45 });
    await house.set('channel', { privacy: 'private', triage: 'C0TRIAGE' });
    const { fields } = await formOf('settings-here');
    const initials = Object.fromEntries(
      fields.map((field) => [field.id, 'initial' in field ? field.initial : undefined]),
    );
    expect(initials).toMatchObject({ mode: 'inherit', privacy: 'private', triage: 'C0TRIAGE', cooldown: undefined });
    const mode = fields.find(({ id }) => id === 'mode');
    expect(mode?.kind === 'choice' && mode.options[0]?.label).toBe('As in the organization (now: Never)');
    const privacy = fields.find(({ id }) => id === 'privacy');
    expect(privacy?.kind === 'choice' && privacy.options[0]?.label).toBe(
      'As in the organization (now: Into the thread)',
    );
    const cooldown = fields.find(({ id }) => id === 'cooldown');
    expect(cooldown?.kind === 'text' && cooldown.hint).toContain('Left empty: 45 minutes.');
  });

  it('changes what was chosen, and takes back what was left to the level above', async () => {
    await house.set('channel', { mode: 'off', privacy: 'private', cooldownMinutes: 5 });
    const values = {
      mode: 'mention',
      privacy: 'inherit',
      language: 'zh-CN',
      triage: 'C0TRIAGE',
      routes: 'update: C0UPD',
    };
    const { aside, errors } = await sent('settings-here', values);
    expect(errors).toBeUndefined();
    expect(aside?.title).toBe('已保存');
    expect(await settingsOf()).toEqual([
      { mode: 'mention', language: 'zh-CN', triage: 'C0TRIAGE', routes: [{ families: ['update'], channel: 'C0UPD' }] },
    ]);
  });

  it('leaves alone a choice that did not come, and a level’s settings that it does not show', async () => {
    await house.set('channel', { mode: 'off', marks: 'off' });
    await sent('settings-here', { privacy: 'private' });
    expect(await settingsOf()).toEqual([{ mode: 'off', marks: 'off', privacy: 'private' }]);
  });

  it('says what to mend of every field, and changes nothing', async () => {
    const { errors } = await sent(
      'settings-all',
      {
        ...{ mode: 'loud', cooldown: '-1', ignore: 'a b', triage: 'general', routes: 'printers: C0123' },
      },
      { ...IN_CHANNEL, person: 'ADMIN' },
    );
    expect(Object.keys(errors ?? {}).sort()).toEqual(['cooldown', 'ignore', 'mode', 'routes', 'triage']);
    expect(errors?.routes).toContain('blue-screen');
    expect(await settingsOf()).toEqual([]);
  });

  it('takes no setting that the level does not have', async () => {
    await sent('settings-mine', { mode: 'off', triage: 'C0MINE', privacy: 'private' });
    expect(await settingsOf()).toEqual([{ privacy: 'private' }]);
  });

  it.each([
    [
      'https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/General?groupId=1&tenantId=2',
      '19:abc@thread.tacv2',
    ],
    ['https://acme.slack.com/archives/C0HELP', 'C0HELP'],
  ])('takes a link to a channel for the channel (%s)', async (link, channel) => {
    await sent('settings-here', { triage: link, routes: `update: ${link}\nsetup: ${link}` });
    expect(await settingsOf()).toEqual([
      {
        triage: channel,
        routes: [
          { families: ['update'], channel },
          { families: ['setup'], channel },
        ],
      },
    ]);
  });

  it('holds for the person everywhere from then on', async () => {
    await sent('settings-mine', { language: 'zh-CN', privacy: 'private', mute: 'off' });
    const answer = await house.bot.onMessage(post('What is 0xC004F074?', { door: 'dm' }));
    expect(answer?.reply.locale).toBe('zh-CN');
    expect(await house.bot.onMessage(post('0xC004F074', { message: '2', ...IN_CHANNEL }))).toBeUndefined();
    await house.settled();
    expect(house.shown.map(({ place }) => place)).toContain('dm:U1');
  });

  it('keeps a mute that runs, unless another is chosen', async () => {
    await pressed('mute-hour');
    house.pass(HOUR_MS / 2);
    const form = await formOf('settings-mine');
    expect(optionsOf(form, 'mute')).toEqual(['keep', 'off', '1h', '24h', 'on']);
    await sent('settings-mine', { mute: 'keep', language: 'en' });
    expect(await settingsOf()).toEqual([{ muted: NOW + HOUR_MS, language: 'en' }]);
    await sent('settings-mine', { mute: '1h', language: 'inherit' });
    expect(await settingsOf()).toEqual([{ muted: NOW + HOUR_MS / 2 + HOUR_MS }]);
    await sent('settings-mine', { mute: 'off' });
    expect(await settingsOf()).toEqual([]);
    expect(optionsOf(await formOf('settings-mine'), 'mute')).toEqual(['off', '1h', '24h', 'on']);
  });
});

describe('listening', () => {
  it('is switched on and off by the buttons of the welcome', async () => {
    expect((await pressed('listen-here')).aside?.summary).toContain('mention me with settings');
    expect(await settingsOf()).toEqual([{ mode: 'listen' }]);
    expect((await pressed('mention-here')).aside?.title).toBe('Only when mentioned');
    expect(await settingsOf()).toEqual([{ mode: 'mention' }]);
  });

  it('cannot be chosen where nothing would be heard, and says why', async () => {
    await house.close();
    house = await openHouse({ roles: ROLES, listens: false });
    const form = await formOf('settings-here');
    expect(optionsOf(form, 'mode')).toEqual(['inherit', 'off', 'mention']);
    expect(JSON.stringify(form.sections)).toContain('mention-only package');
    expect((await pressed('listen-here')).aside?.summary).toContain('mention-only package');
    expect((await sent('settings-here', { mode: 'listen' })).errors?.mode).toContain('mention-only package');
    expect(await settingsOf()).toEqual([]);
  });

  it('may be chosen for everyone, as each place may differ', async () => {
    await house.close();
    house = await openHouse({ roles: ROLES, listens: false });
    const form = await formOf('settings-all', { person: 'ADMIN' });
    expect(optionsOf(form, 'mode')).toContain('listen');
    expect(JSON.stringify(form.sections)).toContain('only where its listening package is installed');
  });
});

describe('the view of settings', () => {
  it('is a card between one person and the bot, and for the presser alone in a channel', async () => {
    expect((await pressed('settings', {})).card?.kind).toBe('settings');
    const { aside, card } = await pressed('settings');
    expect(aside?.kind).toBe('settings');
    expect(card).toBeUndefined();
  });

  it('shows the levels that concern somebody here', async () => {
    const lines = async (rest: Parameters<typeof press>[1]) => (await pressed('settings', rest)).aside?.summary ?? '';
    expect(await lines(IN_CHANNEL)).toContain('In this channel');
    expect(await lines(IN_CHANNEL)).not.toContain('In the whole organization');
    expect(await lines({ ...IN_CHANNEL, person: 'ADMIN' })).toContain('In the whole organization');
  });

  it('tells which values are a level’s own', async () => {
    await house.set('channel', { mode: 'off' });
    const { aside } = await pressed('settings');
    expect(aside?.summary).toContain('- When Hexfix answers: Never\n');
    expect(aside?.summary).toContain('- Where answers go: Into the thread (as in the organization)');
  });

  it('offers marks only where the platform has them', async () => {
    expect((await formOf('settings-here')).fields.map(({ id }) => id)).not.toContain('marks');
    await house.close();
    house = await openHouse({ marks: true });
    expect((await formOf('settings-here')).fields.map(({ id }) => id)).toContain('marks');
  });
});
