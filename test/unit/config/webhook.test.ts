import { readConfig } from '../../../src/config';
import { complaintsAbout } from './complaints';

const URL_ONLY = { HEXFIX_WEBHOOK_URL: 'https://tickets.example/hexfix' };
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const PREVIOUS = 'a text of 24 characters!';
const WEBHOOK = { ...URL_ONLY, HEXFIX_WEBHOOK_SECRET: SECRET };
const PRODUCTION = { NODE_ENV: 'production', SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_SIGNING_SECRET: '8f742231b10e' };

it('is off unless it is told where to send', () => {
  expect(readConfig({}).webhook).toBeUndefined();
});

it('is on with an address and a secret', () => {
  expect(readConfig(WEBHOOK).webhook).toEqual({ url: URL_ONLY.HEXFIX_WEBHOOK_URL, secrets: [SECRET] });
});

it('signs with the current secret first while secrets are rotated', () => {
  const { webhook } = readConfig({ ...WEBHOOK, HEXFIX_WEBHOOK_SECRET_PREVIOUS: PREVIOUS });
  expect(webhook?.secrets).toEqual([SECRET, PREVIOUS]);
});

it.each(['http://127.0.0.1:8080/', 'http://[::1]/', 'http://localhost/'])('may send to %s for a trial', (url) => {
  expect(readConfig({ ...WEBHOOK, HEXFIX_WEBHOOK_URL: url }).webhook?.url).toBe(url);
});

describe('refuses to start with', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['an address without a secret', URL_ONLY, /^HEXFIX_WEBHOOK_URL is set, but HEXFIX_WEBHOOK_SECRET is not/],
    [
      'an address and only the previous secret',
      { ...URL_ONLY, HEXFIX_WEBHOOK_SECRET_PREVIOUS: PREVIOUS },
      /^HEXFIX_WEBHOOK_URL is set, but HEXFIX_WEBHOOK_SECRET is not/,
    ],
    [
      'a secret without an address',
      { HEXFIX_WEBHOOK_SECRET: SECRET },
      /^HEXFIX_WEBHOOK_SECRET is set, but HEXFIX_WEBHOOK_URL is not/,
    ],
    [
      'both secrets without an address',
      { HEXFIX_WEBHOOK_SECRET: SECRET, HEXFIX_WEBHOOK_SECRET_PREVIOUS: PREVIOUS },
      /^HEXFIX_WEBHOOK_SECRET and HEXFIX_WEBHOOK_SECRET_PREVIOUS are set, but HEXFIX_WEBHOOK_URL is not/,
    ],
    ['no address', { ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'tickets.example' }, /^HEXFIX_WEBHOOK_URL has a value/],
    [
      'plain http',
      { ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'http://tickets.example/' },
      /^HEXFIX_WEBHOOK_URL is not an https/,
    ],
    ['another protocol', { ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'ftp://tickets.example/' }, /is not an https address/],
    [
      'plain http to this machine in production',
      { ...PRODUCTION, ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'http://127.0.0.1:8080/' },
      /^HEXFIX_WEBHOOK_URL is not an https address/,
    ],
    [
      'a user name',
      { ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'https://me@tickets.example/' },
      /holds a user name or a password/,
    ],
    [
      'a password',
      { ...WEBHOOK, HEXFIX_WEBHOOK_URL: 'https://:p4ss@tickets.example/' },
      /holds a user name or a password/,
    ],
    ['a short secret', { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET: 'p4ss' }, /^HEXFIX_WEBHOOK_SECRET cannot sign/],
    ['a short key', { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET: 'whsec_cDRzcw==' }, /^HEXFIX_WEBHOOK_SECRET cannot sign/],
    [
      'a previous secret in broken base64',
      { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET_PREVIOUS: `${SECRET}*` },
      /^HEXFIX_WEBHOOK_SECRET_PREVIOUS cannot sign/,
    ],
    [
      'a word for a secret',
      { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET: 'changeme' },
      /^HEXFIX_WEBHOOK_SECRET still holds an example/,
    ],
    [
      'an example of the right length',
      { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET: '<the secret of the ticket system>' },
      /^HEXFIX_WEBHOOK_SECRET still holds an example/,
    ],
    [
      'an example as the previous secret',
      { ...WEBHOOK, HEXFIX_WEBHOOK_SECRET_PREVIOUS: 'your-previous-secret-goes-here' },
      /^HEXFIX_WEBHOOK_SECRET_PREVIOUS still holds an example/,
    ],
  ])('%s', (_name, env, complaint) => {
    const complaints = complaintsAbout(env);
    expect(complaints).toEqual([expect.stringMatching(complaint)]);
    expect(complaints.join()).not.toMatch(/p4ss|cDRzcw|BwcH|24 characters!/);
  });
});
