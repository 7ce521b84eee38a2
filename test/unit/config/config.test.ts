import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, readConfig } from '../../../src/config';
import { VARIABLE_NAMES } from '../../../src/config/environment';
import { FaultError } from '../../../src/errors';

const TEAMS = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_PASSWORD: 'p4ss' };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_SIGNING_SECRET: '8f742231b10e' };

function faultsOf(env: Record<string, string>): FaultError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('these settings were taken');
}

it('needs no setting: the local page on loopback, no platform', () => {
  expect(readConfig({})).toEqual<Config>({
    host: '127.0.0.1',
    mode: 'development',
    dataDir: 'data',
    defaultLocale: 'en',
    logLevel: 'info',
    drainMs: 0,
    unaskedAnswers: 5,
    eventsPerMinute: 1_200,
    playground: true,
    digest: 'off',
    manners: { privacy: 'thread', marks: 'on', cooldownMinutes: 10, ignoreMark: '-hexfix' },
    api: { tokens: [], perMinute: 60 },
  });
});

it('takes an empty value as not set', () => {
  expect(readConfig({ HEXFIX_PORT: '', SLACK_BOT_TOKEN: ' ', MICROSOFT_APP_ID: '' })).toEqual(readConfig({}));
});

it('switches a platform on by its credentials', () => {
  const config = readConfig({ ...TEAMS, ...SLACK, SLACK_SIGNING_SECRET_PREVIOUS: 'old0' });
  expect(config.teams).toMatchObject({ appId: 'app', password: 'p4ss', unauthenticatedLoopback: false });
  expect(config.slack).toEqual({ botToken: 'xoxb-1-2-abc', signingSecrets: ['8f742231b10e', 'old0'] });
});

it('takes the channel where the help desk works in Slack', () => {
  const { slack } = readConfig({ ...SLACK, SLACK_TRIAGE_CHANNEL: 'C0TRIAGE1' });
  expect(slack).toMatchObject({ triageChannel: 'C0TRIAGE1' });
});

it('serves metrics where a port is set for them, to this machine unless told otherwise', () => {
  expect(readConfig({})).not.toHaveProperty('metrics');
  expect(readConfig({ HEXFIX_METRICS_HOST: '0.0.0.0' })).not.toHaveProperty('metrics');
  expect(readConfig({ HEXFIX_METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  const { metrics } = readConfig({ HEXFIX_METRICS_PORT: '9464', HEXFIX_METRICS_HOST: '0.0.0.0' });
  expect(metrics).toEqual({ host: '0.0.0.0', port: 9464 });
});

it('knows a server for others, and one that asks nobody who they are', () => {
  expect(readConfig({ ...TEAMS, NODE_ENV: 'production' }).mode).toBe('production');
  expect(readConfig({ TEAMS_UNAUTHENTICATED_LOOPBACK: 'on' }).mode).toBe('unauthenticated');
});

it('goes on answering for as long as balancers need to notice', () => {
  expect(readConfig({ HEXFIX_DRAIN_SECONDS: '5' }).drainMs).toBe(5_000);
});

it('takes a limit for what organizations send, and where the replicas count it together', () => {
  const redisUrl = 'rediss://hexfix:p4ss@redis.example:6380';
  expect(readConfig({ HEXFIX_EVENTS_PER_MINUTE: '0', HEXFIX_REDIS_URL: redisUrl })).toMatchObject({
    eventsPerMinute: 0,
    redisUrl,
  });
  expect(faultsOf({ HEXFIX_REDIS_URL: 'http://redis.example' }).message).toContain('redis://');
});

describe('the emoji of Slack’s marks', () => {
  it('are three names, of which each mark has its own', () => {
    const { slack } = readConfig({ ...SLACK, SLACK_STATUS_EMOJI: 'eyes, hexfix_ok,sos' });
    expect(slack).toMatchObject({ statusEmoji: { seen: 'eyes', solved: 'hexfix_ok', 'handed-over': 'sos' } });
  });

  it('are the adapter’s own where nobody has said anything', () => {
    expect(readConfig(SLACK).slack).not.toHaveProperty('statusEmoji');
  });

  it.each(['eyes', 'eyes,sos', 'eyes,eyes,sos', 'a,b,c,d', ':eyes:,:ok:,:sos:', 'eyes,,sos', '👀,✅,❗'])(
    'are not "%s"',
    (value) => {
      expect(() => readConfig({ ...SLACK, SLACK_STATUS_EMOJI: value })).toThrow('SLACK_STATUS_EMOJI');
    },
  );
});

describe('the channel where the help desk works in Teams', () => {
  const channel = '19:5a1c@thread.tacv2';
  const tenant = '9f4a2c1e-0000-4000-8000-000000000001';
  const other = '9f4a2c1e-0000-4000-8000-000000000002';
  const triageOf = (env: Record<string, string>) =>
    readConfig({ ...TEAMS, TEAMS_TRIAGE_CHANNEL: channel, ...env }).teams?.triage;

  it.each<[string, Record<string, string>]>([
    ['as said', { TEAMS_TRIAGE_TENANT: tenant.toUpperCase(), MICROSOFT_APP_TENANT_ID: other }],
    ['that of the registration', { MICROSOFT_APP_TENANT_ID: tenant, TEAMS_ALLOWED_TENANTS: `${other},${tenant}` }],
    ['the only one there is', { TEAMS_ALLOWED_TENANTS: tenant }],
  ])('belongs to an organization: %s', (_how, env) => {
    expect(triageOf(env)).toEqual({ channel, tenant });
  });

  it('may be reached at another address', () => {
    const serviceUrl = 'https://smba.infra.gov.teams.microsoft.us/teams/';
    const env = { TEAMS_TRIAGE_TENANT: tenant, TEAMS_TRIAGE_SERVICE_URL: serviceUrl };
    expect(triageOf(env)).toEqual({ channel, tenant, serviceUrl });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an organization that nobody can tell', {}, 'which organization'],
    ['one of several organizations', { TEAMS_ALLOWED_TENANTS: `${tenant},${other}` }, 'which organization'],
    ['an organization by its name', { MICROSOFT_APP_TENANT_ID: 'contoso.onmicrosoft.com' }, 'which organization'],
    [
      'an organization that may not talk to the bot',
      { TEAMS_TRIAGE_TENANT: tenant, TEAMS_ALLOWED_TENANTS: other },
      'TEAMS_ALLOWED_TENANTS',
    ],
    ['a chat', { TEAMS_TRIAGE_TENANT: tenant, TEAMS_TRIAGE_CHANNEL: '19:5a1c@thread.v2' }, 'not the id of a channel'],
    [
      'a channel as a link writes it',
      { TEAMS_TRIAGE_TENANT: tenant, TEAMS_TRIAGE_CHANNEL: '19%3a5a1c%40thread.tacv2' },
      '%3a is a colon',
    ],
    [
      'a thread',
      { TEAMS_TRIAGE_TENANT: tenant, TEAMS_TRIAGE_CHANNEL: `${channel};messageid=1` },
      'not the id of a channel',
    ],
    [
      'an address that others can read',
      { TEAMS_TRIAGE_TENANT: tenant, TEAMS_TRIAGE_SERVICE_URL: 'http://smba.example/' },
      'TEAMS_TRIAGE_SERVICE_URL',
    ],
    ['no channel at all', { TEAMS_TRIAGE_CHANNEL: '', TEAMS_TRIAGE_TENANT: tenant }, 'TEAMS_TRIAGE_CHANNEL is not set'],
    [
      'no Teams at all',
      { MICROSOFT_APP_ID: '', MICROSOFT_APP_PASSWORD: '', TEAMS_TRIAGE_TENANT: tenant },
      'MICROSOFT_APP_ID is not',
    ],
  ])('is refused with %s', (_what, env, named) => {
    const { faults, message } = faultsOf({ ...TEAMS, TEAMS_TRIAGE_CHANNEL: channel, ...env });
    expect(faults).toHaveLength(1);
    expect(message).toContain(named);
  });
});

it('takes the names that Azure and hosting services use', () => {
  const config = readConfig({ MicrosoftAppId: 'app', MicrosoftAppPassword: 'p4ss', PORT: '8080' });
  expect(config).toMatchObject({ port: 8080, teams: { appId: 'app', password: 'p4ss' } });
});

it('takes the addresses of another cloud', () => {
  const cloud = {
    TEAMS_TOKEN_ISSUER: 'https://api.botframework.us',
    TEAMS_TOKEN_URL: 'https://login.microsoftonline.us/t',
  };
  expect(readConfig({ ...TEAMS, ...cloud, TEAMS_TOKEN_SCOPE: 'scope' }).teams).toMatchObject({
    tokenIssuer: 'https://api.botframework.us',
    tokenUrl: 'https://login.microsoftonline.us/t',
    tokenScope: 'scope',
  });
});

it('does not take a variable named like what every object has for an alias', () => {
  expect(readConfig({ constructor: 'x', toString: 'y' })).toEqual(readConfig({}));
});

it('splits lists at commas', () => {
  expect(readConfig({ ...TEAMS, TEAMS_ALLOWED_TENANTS: 'a, b,,c ' }).teams?.allowedTenants).toEqual(['a', 'b', 'c']);
});

it('takes Teams for mention-only, and nobody for an administrator, unless told', () => {
  expect(readConfig(TEAMS).teams).toMatchObject({ listening: false, admins: [] });
  const admin = 'b7e1c7a0-0000-4000-8000-000000000002';
  const told = readConfig({ ...TEAMS, TEAMS_LISTENING: 'on', TEAMS_ADMINS: ` ${admin},` }).teams;
  expect(told).toMatchObject({ listening: true, admins: [admin] });
  // A name or an address would be an administrator who never is one.
  expect(() => readConfig({ ...TEAMS, TEAMS_ADMINS: 'ana@contoso.com' })).toThrow(/TEAMS_ADMINS/);
});

it('switches the local page off where others could reach it', () => {
  expect(readConfig({ ...SLACK, NODE_ENV: 'production' }).playground).toBe(false);
  expect(readConfig({ ...SLACK, HEXFIX_HOST: '0.0.0.0' }).playground).toBe(false);
  expect(readConfig({ HEXFIX_PLAYGROUND: 'off' }).playground).toBe(false);
});

it('keeps the data in PostgreSQL when told where it is', () => {
  const databaseUrl = 'postgres://hexfix:p4ss@db.example/hexfix';
  expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
});

describe('a database in production', () => {
  const take = (address: string) => readConfig({ ...SLACK, NODE_ENV: 'production', DATABASE_URL: address }).databaseUrl;

  test.each([
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=require',
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=verify-ca',
    'postgresql://hexfix:p4ss@db.example/hexfix?sslrootcert=ca.pem&sslmode=verify-full',
    'postgres://hexfix:p4ss@127.0.0.1:5432/hexfix',
    'postgres://hexfix:p4ss@[::1]/hexfix',
    'postgres://%2Fvar%2Frun%2Fpostgresql/hexfix',
    'postgres:///hexfix?host=/var/run/postgresql',
  ])('may be at %s', (address) => {
    expect(take(address)).toBe(address);
  });

  test.each([
    'postgres://hexfix:p4ss@db.example/hexfix',
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=disable',
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=prefer',
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=no-verify',
    'postgres://hexfix:p4ss@db.example/hexfix?sslmode=verify-full&sslmode=disable',
    'postgres://hexfix:p4ss@localhost/hexfix?host=db.example',
    'postgres:///hexfix',
  ])('may not be at %s, which others could read', (address) => {
    expect(() => take(address)).toThrow(/DATABASE_URL does not ask for an encrypted connection.*sslmode=verify-full/s);
  });
});

describe('refuses to start', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a Teams app id without its secret', { MICROSOFT_APP_ID: 'app' }, 'MICROSOFT_APP_PASSWORD'],
    ['a Teams secret without its app id', { MICROSOFT_APP_PASSWORD: 'p4ss' }, 'MICROSOFT_APP_ID'],
    ['a Slack token without a way to verify requests', { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' }, 'SLACK_SIGNING_SECRET'],
    ['a Slack secret without a token', { SLACK_SIGNING_SECRET: '8f742231b10e' }, 'SLACK_BOT_TOKEN'],
    ['a token of the wrong kind', { ...SLACK, SLACK_BOT_TOKEN: 'xoxp-1-2-abc' }, 'xoxb-'],
    ['an app token of the wrong kind', { ...SLACK, SLACK_APP_TOKEN: 'xoxb-1-2-abc' }, 'xapp-'],
    ['an example value as a secret', { ...TEAMS, MICROSOFT_APP_PASSWORD: 'changeme' }, 'example value'],
    ['an example value as a token', { ...SLACK, SLACK_BOT_TOKEN: '<your token>' }, 'example value'],
    ['the page in production', { ...SLACK, NODE_ENV: 'production', HEXFIX_PLAYGROUND: 'on' }, 'HEXFIX_PLAYGROUND'],
    [
      'the page on a public address',
      { ...SLACK, HEXFIX_HOST: '0.0.0.0', HEXFIX_PLAYGROUND: 'on' },
      'HEXFIX_PLAYGROUND',
    ],
    ['production without credentials', { NODE_ENV: 'production' }, 'Neither Teams nor Slack'],
    ['a public address without credentials', { HEXFIX_HOST: '0.0.0.0' }, 'Neither Teams nor Slack'],
    [
      'unauthenticated Teams in production',
      { ...SLACK, NODE_ENV: 'production', TEAMS_UNAUTHENTICATED_LOOPBACK: 'on' },
      'TEAMS_UNAUTHENTICATED_LOOPBACK',
    ],
    [
      'unauthenticated Teams on a public address',
      { ...SLACK, HEXFIX_HOST: '10.0.0.5', TEAMS_UNAUTHENTICATED_LOOPBACK: 'on' },
      'TEAMS_UNAUTHENTICATED_LOOPBACK',
    ],
    [
      'keys over plain http',
      { ...TEAMS, TEAMS_OPENID_METADATA_URL: 'http://keys.example/' },
      'TEAMS_OPENID_METADATA_URL',
    ],
    [
      'a token address over plain http in production',
      { ...TEAMS, NODE_ENV: 'production', TEAMS_TOKEN_URL: 'http://127.0.0.1:9/token' },
      'TEAMS_TOKEN_URL',
    ],
    ['a channel by its name', { ...SLACK, SLACK_TRIAGE_CHANNEL: '#help' }, 'tab "About"'],
    ['a direct message as the channel', { ...SLACK, SLACK_TRIAGE_CHANNEL: 'D0123456789' }, 'SLACK_TRIAGE_CHANNEL'],
    ['a triage channel without Slack', { SLACK_TRIAGE_CHANNEL: 'C0TRIAGE1' }, 'SLACK_BOT_TOKEN is not set'],
    ['a foreign address for the bot token', { ...SLACK, SLACK_API_URL: 'https://evil.example/api/' }, 'SLACK_API_URL'],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://hexfix:p4ss@db.example/hexfix' }, 'postgres://'],
    ['a database address without slashes', { DATABASE_URL: 'postgres:hexfix' }, 'postgres://'],
    ['a database address that is none', { DATABASE_URL: 'postgres://hexfix:p4ss@/' }, 'postgres://'],
    ['an example password of the database', { DATABASE_URL: 'postgres://u:changeme@localhost/h' }, 'example value'],
    ['an example password in brackets', { DATABASE_URL: 'postgres://u:<password>@localhost/h' }, 'example value'],
    ['an example password as a parameter', { DATABASE_URL: 'postgres:///h?user=u&password=secret' }, 'example value'],
    ['a misspelled variable', { HEXFIX_PROT: '80' }, 'HEXFIX_PROT'],
    ['a port that is none', { HEXFIX_PORT: 'eighty' }, 'HEXFIX_PORT'],
    ['a drain that outlasts the way out', { HEXFIX_DRAIN_SECONDS: '11' }, 'HEXFIX_DRAIN_SECONDS'],
    ['a language that it does not speak', { HEXFIX_LOCALE: 'fr' }, 'HEXFIX_LOCALE'],
  ])('%s', (_name, env, named) => {
    const error = faultsOf(env);
    expect(error.exitCode).toBe(78);
    expect(error.message).toContain(named);
    for (const fault of error.faults) expect(fault.fix).toMatch(/\.$/);
  });
});

it('reports every fault at once and prints no secret', () => {
  const { faults, message } = faultsOf({
    SLACK_SIGNING_SECRET: '8f742231b10e',
    MICROSOFT_APP_PASSWORD: 'p4ss',
    HEXFIX_X: '1',
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://hexfix:p4ss@db.example/hexfix',
  });
  expect(faults).toHaveLength(5);
  expect(message).not.toMatch(/8f742231b10e|p4ss/);
});

it('does not repeat a malformed value, which may be a secret in the wrong place', () => {
  expect(faultsOf({ HEXFIX_PORT: 'xoxb-secret' }).message).not.toContain('xoxb-secret');
});

it('explains every variable in .env.example, and no other', () => {
  const example = readFileSync(path.join(__dirname, '../../../.env.example'), 'utf8');
  const explained = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
  expect(explained).toEqual([...VARIABLE_NAMES]);
});
