import { personKey } from '../../../src/bot/keys';
import { settingsWords } from '../../../src/cli/settings-words';
import type { ReadFault } from '../../../src/settings/read';
import type { SettingsScope, Store } from '../../../src/store/ports';
import { openMemoryStore } from '../../per-worker/memory-store';
import { NOW, type Outcome, run } from './terminal';

const HOUR_MS = 60 * 60 * 1000;
const TENANT = ['--platform', 'slack', '--tenant', 'T1'];
const ORGANIZATION: SettingsScope = { platform: 'slack', tenant: 'T1', level: 'tenant', subject: '' };
const CHANNEL: SettingsScope = { ...ORGANIZATION, level: 'channel', subject: 'C1' };
const PERSON: SettingsScope = {
  ...ORGANIZATION,
  level: 'person',
  subject: personKey({ platform: 'slack', tenant: 'T1', person: 'U1' }),
};

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

/** Runs the command on the store, which stays open for a look at what it did. */
async function settings(...argv: readonly string[]): Promise<Outcome & { readonly isClosed: boolean }> {
  let isClosed = false;
  const close = async () => {
    isClosed = true;
  };
  const outcome = await run(['settings', ...argv], { store: { ...store, close } });
  return { ...outcome, isClosed };
}

const said = async (scope: SettingsScope) => (await store.findSettings([scope]))[0];

async function fill(): Promise<void> {
  const routes = [
    { families: ['activation' as const, 'update' as const], channel: 'C0456' },
    { families: ['setup' as const], channel: 'C0789' },
  ];
  await store.changeSettings(ORGANIZATION, { mode: 'mention', routes }, NOW);
  await store.changeSettings(CHANNEL, { mode: 'listen' }, NOW);
  await store.changeSettings({ ...CHANNEL, subject: 'C2' }, { cooldownMinutes: 5 }, NOW);
  await store.changeSettings(PERSON, { muted: NOW + HOUR_MS }, NOW);
  await store.changeSettings({ ...CHANNEL, tenant: 'T2' }, { mode: 'off' }, NOW);
}

describe('what is set', () => {
  it('is listed below what holds by default, as it is typed', async () => {
    await fill();
    expect(await settings(...TENANT)).toEqual({
      exitCode: 0,
      err: '',
      isClosed: true,
      out: `By default
  mode=listen
  language=en

In the organization
  mode=mention
  routes="activation,update:C0456; setup:C0789"

In the channel C1
  mode=listen

In the channel C2
  cooldown=5

For the person ${PERSON.subject}
  mute=2026-11-22T13:00:00.000Z
`,
    });
  });

  it('is listed in Chinese', async () => {
    await fill();
    const { out } = await settings(...TENANT, '--lang', 'zh-CN');
    expect(out.match(/^\S.*/gm)).toEqual(['默认值', '整个组织', '频道 C1', '频道 C2', `个人 ${PERSON.subject}`]);
  });

  it('is listed for one channel or person with what stands above it', async () => {
    await fill();
    const headings = async (...argv: readonly string[]) => (await settings(...TENANT, ...argv)).out.match(/^\S.*/gm);
    expect(await headings('--channel', 'C1')).toEqual(['By default', 'In the organization', 'In the channel C1']);
    expect(await headings('--person', 'U1')).toEqual([
      'By default',
      'In the organization',
      `For the person ${PERSON.subject}`,
    ]);
    expect(await headings('--person', 'U2')).toEqual(['By default', 'In the organization']);
  });

  it('is given to programs by name', async () => {
    await fill();
    const { out } = await settings(...TENANT, '--json');
    expect(JSON.parse(out)).toEqual({
      platform: 'slack',
      tenant: 'T1',
      default: { mode: 'listen', language: 'en' },
      organization: {
        mode: 'mention',
        routes: [
          { families: ['activation', 'update'], channel: 'C0456' },
          { families: ['setup'], channel: 'C0789' },
        ],
      },
      channels: { C1: { mode: 'listen' }, C2: { cooldown: 5 } },
      people: { [PERSON.subject]: { mute: NOW + HOUR_MS } },
    });
  });

  it('may be nothing: exit code 1, and the default all the same', async () => {
    const nothing = await settings(...TENANT);
    expect(nothing).toMatchObject({ exitCode: 1, isClosed: true });
    expect(nothing.out).toBe('By default\n  mode=listen\n  language=en\n\nNobody has set anything else.\n');
    expect(JSON.parse((await settings(...TENANT, '--json')).out)).toMatchObject({
      organization: {},
      channels: {},
      people: {},
    });
  });

  it('depends on the platform', async () => {
    await fill();
    const { exitCode, out } = await settings('--platform', 'teams', '--tenant', 'T1');
    expect(exitCode).toBe(1);
    expect(out).toContain('mode=mention');
  });
});

describe('a change', () => {
  it('is made for the organization, and printed', async () => {
    const { exitCode, out } = await settings(...TENANT, 'mode=off', 'cooldown=15', 'ignore=-hexfix', 'privacy=private');
    expect(exitCode).toBe(0);
    expect(out).toContain('In the organization\n  mode=off\n  privacy=private\n  cooldown=15\n  ignore=-hexfix\n');
    expect(await said(ORGANIZATION)).toEqual({
      mode: 'off',
      cooldownMinutes: 15,
      ignoreMark: '-hexfix',
      privacy: 'private',
    });
  });

  it('is made for a channel alone', async () => {
    await settings(...TENANT, '--channel', 'C1', 'routes=update:C0456; setup:C0789', 'triage=C0123');
    expect(await said(CHANNEL)).toEqual({
      triage: 'C0123',
      routes: [
        { families: ['update'], channel: 'C0456' },
        { families: ['setup'], channel: 'C0789' },
      ],
    });
    expect(await said(ORGANIZATION)).toEqual({});
  });

  it('is made for a person by the id that the platform gives them, of which nothing is kept', async () => {
    const { out } = await settings(...TENANT, '--person', 'U1', 'mute=24h', 'language=zh-CN');
    expect(await said(PERSON)).toEqual({ muted: NOW + 24 * HOUR_MS, language: 'zh-CN' });
    expect(JSON.stringify([out, await store.listSettings('slack', 'T1')])).not.toContain('U1');
  });

  it('takes back what has no value, and leaves the rest', async () => {
    await store.changeSettings(ORGANIZATION, { mode: 'off', privacy: 'private' }, NOW);
    expect((await settings(...TENANT, 'mode=')).exitCode).toBe(0);
    expect(await said(ORGANIZATION)).toEqual({ privacy: 'private' });
    expect(await settings(...TENANT, 'privacy=')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('Nobody has set anything else.'),
    });
    expect(await said(ORGANIZATION)).toEqual({});
  });

  it('unmutes', async () => {
    await store.changeSettings(PERSON, { muted: 'until-unmuted' }, NOW);
    await settings(...TENANT, '--person', 'U1', 'mute=off');
    expect(await said(PERSON)).toEqual({});
  });
});

describe('what cannot be', () => {
  it.each([
    ['no organization', ['--platform', 'slack'], /needs --platform and --tenant/],
    ['no platform', ['--tenant', 'T1'], /needs --platform and --tenant/],
    ['an unknown platform', ['--platform', 'discord', '--tenant', 'T1'], /discord is no platform.*Use slack, teams/],
    ['an empty tenant', ['--platform', 'slack', '--tenant', ''], /needs --platform and --tenant/],
    ['an empty channel', [...TENANT, '--channel', ''], /need an id/],
    ['a channel and a person', [...TENANT, '--channel', 'C1', '--person', 'U1'], /do not go together/],
    ['an unknown name', [...TENANT, 'volume=11'], /"volume=11" is no setting.*mode, language/],
    ['a name without a value', [...TENANT, 'mode'], /"mode" is no setting.*name=value/],
    ['a field of the store', [...TENANT, 'ignoreMark=-'], /"ignoreMark=-" is no setting/],
    ['a value of nothing', [...TENANT, 'mode=loud'], /mode=loud cannot be set: .*Write mode=off or mode=mention/],
    ['a mute of an organization', [...TENANT, 'mute=1h'], /mute cannot be set for an organization.*mode/],
    ['a mark of a channel', [...TENANT, '--channel', 'C1', 'ignore=-'], /ignore cannot be set for a channel/],
    ['a mode of a person', [...TENANT, '--person', 'U1', 'mode=off'], /mode cannot be set for a person.*mute/],
    ['one bad change of two', [...TENANT, 'mode=off', 'cooldown=soon'], /cooldown=soon cannot be set.*0 to 1440/],
  ])('is said with why and what to do, and changes nothing: %s', async (_, argv, why) => {
    const { exitCode, out, err } = await settings(...argv);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(why);
    expect(await store.listSettings('slack', 'T1')).toEqual([]);
  });

  it('is said in Chinese', async () => {
    const { err } = await settings(...TENANT, 'mode=loud', '--lang', 'zh-CN');
    expect(err).toBe('无法设置 mode=loud：没有这个选项。请写成 mode=off 或 mode=mention 或 mode=listen。\n');
  });

  it('is a store where no bot has run', async () => {
    expect(await run(['settings', ...TENANT])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('no bot has run'),
    });
  });
});

it.each<ReadFault>([
  'not-a-choice',
  'not-minutes',
  'not-a-mark',
  'not-a-channel',
  'not-a-route',
  'not-a-family',
  'too-many-routes',
])('says something else for each fault, in each language: %s', (fault) => {
  const [en, zhCN] = (['en', 'zh-CN'] as const).map((locale) => settingsWords(locale).badValue('a=b', fault, 'routes'));
  expect(en).toMatch(/^a=b cannot be set: .+\. Write routes=/);
  expect(zhCN).toMatch(/^无法设置 a=b：.+。请写成 routes=/);
});
