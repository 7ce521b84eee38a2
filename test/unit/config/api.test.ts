import { readConfig } from '../../../src/config';
import { complaintsAbout } from './complaints';

const TOKEN = 'f1d2'.repeat(8);
const OTHER = 'a0b9'.repeat(8);
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_SIGNING_SECRET: '8f742231b10e' };
const PRODUCTION = { ...SLACK, NODE_ENV: 'production' };
const REACHABLE = { ...SLACK, HEXFIX_HOST: '0.0.0.0' };

it('is on without a token on this machine alone', () => {
  expect(readConfig({}).api).toEqual({ tokens: [], perMinute: 60 });
  expect(readConfig({ HEXFIX_API: 'off' }).api).toBeUndefined();
  expect(readConfig(PRODUCTION).api).toBeUndefined();
  expect(readConfig(REACHABLE).api).toBeUndefined();
});

it.each([PRODUCTION, REACHABLE])('is on where others reach it once there are tokens', (env) => {
  const api = { HEXFIX_API: 'on', HEXFIX_API_TOKENS: `${TOKEN}, ${OTHER}`, HEXFIX_API_PER_MINUTE: '600' };
  expect(readConfig({ ...env, ...api }).api).toEqual({ tokens: [TOKEN, OTHER], perMinute: 600 });
});

it('may stay off beside its tokens when that is said', () => {
  expect(readConfig({ ...PRODUCTION, HEXFIX_API: 'off', HEXFIX_API_TOKENS: TOKEN }).api).toBeUndefined();
});

describe('refuses to start with', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['no token in production', { ...PRODUCTION, HEXFIX_API: 'on' }, /^HEXFIX_API is on, but HEXFIX_API_TOKENS is not/],
    ['no token within reach of others', { ...REACHABLE, HEXFIX_API: 'on' }, /anybody could ask.*openssl rand -hex 32/],
    ['tokens for nothing', { ...PRODUCTION, HEXFIX_API_TOKENS: TOKEN }, /HEXFIX_API is not.*Set HEXFIX_API=on/],
    ['a short token', { HEXFIX_API_TOKENS: `${TOKEN},${OTHER.slice(1)}` }, /shorter than 32 characters/],
    ['a token of an example', { HEXFIX_API_TOKENS: 'x'.repeat(40) }, /no good as a token/],
    ['a token that fits no header', { HEXFIX_API_TOKENS: `${TOKEN} ${OTHER}` }, /no good as a token/],
    ['no questions at all', { HEXFIX_API_PER_MINUTE: '0' }, /HEXFIX_API_PER_MINUTE/],
  ])('%s', (_what, env, complaint) => {
    const complaints = complaintsAbout(env);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(complaint);
    expect(complaints[0]).not.toContain(TOKEN);
  });
});
