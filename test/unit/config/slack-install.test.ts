import { readConfig } from '../../../src/config';
import { complaintsAbout } from './complaints';

const KEY = '8J+Rjw0Kq3mTz5fYc1vXhB2nLw7sPdEaUoGiRtMkQyA=';
const OLDER = 'mZ4x1QvLr8TtYw2cNn6JkHs9DfGaPeWoUiBbVvCcXxE=';
const APP = {
  SLACK_CLIENT_ID: '1111.2222',
  SLACK_CLIENT_SECRET: 'a3f09c51b7',
  SLACK_SIGNING_SECRET: '8f742231b10e',
  HEXFIX_PUBLIC_URL: 'https://hexfix.example.com/',
  HEXFIX_TOKEN_KEYS: `2026:${KEY}`,
};

it('lets every workspace install the app', () => {
  expect(readConfig(APP).slack).toEqual({
    signingSecrets: ['8f742231b10e'],
    install: {
      clientId: '1111.2222',
      clientSecret: 'a3f09c51b7',
      publicUrl: 'https://hexfix.example.com',
      keys: [{ id: '2026', key: Buffer.from(KEY, 'base64') }],
      allowedTeams: [],
    },
  });
});

it('lets some workspaces install it, over Socket Mode, with a ring of keys', () => {
  const { slack } = readConfig({
    ...APP,
    SLACK_SIGNING_SECRET: '',
    SLACK_APP_TOKEN: 'xapp-1-abc',
    SLACK_ALLOWED_TEAMS: 'T1, E2',
    HEXFIX_TOKEN_KEYS: `2026:${KEY}, 2025:${OLDER}`,
  });
  expect(slack).toMatchObject({ appToken: 'xapp-1-abc', install: { allowedTeams: ['T1', 'E2'] } });
  expect(slack).toHaveProperty('install.keys.1', { id: '2025', key: Buffer.from(OLDER, 'base64') });
});

it('is enough of a platform for production', () => {
  expect(complaintsAbout({ ...APP, NODE_ENV: 'production' })).toEqual([]);
});

describe('refuses', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no secret', { SLACK_CLIENT_SECRET: '' }, 'but SLACK_CLIENT_SECRET is not'],
    ['no id', { SLACK_CLIENT_ID: '', SLACK_SIGNING_SECRET: '' }, 'but SLACK_CLIENT_ID is not'],
    ['no address', { HEXFIX_PUBLIC_URL: '' }, 'but HEXFIX_PUBLIC_URL is not'],
    ['no keys', { HEXFIX_TOKEN_KEYS: '' }, 'but HEXFIX_TOKEN_KEYS is not'],
    ['no way to verify requests', { SLACK_SIGNING_SECRET: '' }, 'unset SLACK_CLIENT_ID'],
    ['a bot token as well', { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' }, 'SLACK_BOT_TOKEN and SLACK_CLIENT_ID'],
    ['a triage channel of one workspace', { SLACK_TRIAGE_CHANNEL: 'C0TRIAGE1' }, 'SLACK_TRIAGE_CHANNEL and'],
    ['an address that others can read', { HEXFIX_PUBLIC_URL: 'http://hexfix.example.com' }, 'plain https address'],
    ['an address with a password', { HEXFIX_PUBLIC_URL: 'https://a:b@hexfix.example.com' }, 'plain https address'],
    ['an address with a question', { HEXFIX_PUBLIC_URL: 'https://hexfix.example.com/?a' }, 'plain https address'],
    ['an example value as the secret', { SLACK_CLIENT_SECRET: '<your secret>' }, 'SLACK_CLIENT_SECRET still holds'],
    ['an example value as the keys', { HEXFIX_TOKEN_KEYS: 'changeme' }, 'HEXFIX_TOKEN_KEYS still holds'],
    ['a key without a name', { HEXFIX_TOKEN_KEYS: KEY }, 'no good as a key'],
    ['a key of 31 bytes', { HEXFIX_TOKEN_KEYS: `a:${Buffer.alloc(31, 'abc').toString('base64')}` }, 'no good as a key'],
    [
      'a key that was never drawn',
      { HEXFIX_TOKEN_KEYS: `a:${Buffer.alloc(32).toString('base64')}` },
      'no good as a key',
    ],
    ['two keys of one name', { HEXFIX_TOKEN_KEYS: `a:${KEY},a:${OLDER}` }, 'no good as a key'],
    ['an empty part in the ring', { HEXFIX_TOKEN_KEYS: `a:${KEY},` }, 'no good as a key'],
  ])('%s', (_what, change, named) => {
    const complaints = complaintsAbout({ ...APP, ...change });
    expect(complaints).toEqual([expect.stringContaining(named)]);
    for (const secret of [APP.SLACK_CLIENT_SECRET, KEY, OLDER]) expect(complaints.join()).not.toContain(secret);
  });

  test('a list of workspaces without an app that they could install', () => {
    const complaints = complaintsAbout({ SLACK_ALLOWED_TEAMS: 'T1' });
    expect(complaints).toEqual([expect.stringContaining('SLACK_ALLOWED_TEAMS is set, but SLACK_CLIENT_ID')]);
  });
});
