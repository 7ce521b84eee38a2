/** Settings with which Hexfix must not start, each with the variable that the refusal must name. */

type Variables = Readonly<Record<string, string>>;

export interface UnsafeSettings {
  readonly why: string;
  readonly env: Variables;
  readonly named: string;
}

/** Parts of the values below that are secret, as far as the program can know: none may be printed. */
export const SECRETS: readonly string[] = ['p4ss-', '8f742231b10e', 'xoxb-1-2-abc', 'a3f09c51b7', 'hunter2'];

const TEAMS = { MICROSOFT_APP_ID: '0f8fad5b-d9cb-469f-a165-70867728950e', MICROSOFT_APP_PASSWORD: 'p4ss-of-teams' };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_SIGNING_SECRET: '8f742231b10e' };
const LIVE = { NODE_ENV: 'production' };
const OPEN = { HEXFIX_HOST: '0.0.0.0' };
const LOCAL_TEAMS = { TEAMS_UNAUTHENTICATED_LOOPBACK: 'on' };
const INSTALL = {
  SLACK_CLIENT_ID: '1111.2222',
  SLACK_CLIENT_SECRET: 'a3f09c51b7',
  SLACK_SIGNING_SECRET: '8f742231b10e',
  HEXFIX_PUBLIC_URL: 'https://hexfix.example.com',
  HEXFIX_TOKEN_KEYS: '2026:8J+Rjw0Kq3mTz5fYc1vXhB2nLw7sPdEaUoGiRtMkQyA=',
};

export const UNSAFE_SETTINGS: readonly UnsafeSettings[] = [
  // Nobody can tell who sends.
  unsafe('Teams without its secret', { MICROSOFT_APP_ID: 'app' }, 'MICROSOFT_APP_PASSWORD'),
  unsafe('Teams without an audience for tokens', { MICROSOFT_APP_PASSWORD: 'p4ss-' }, 'MICROSOFT_APP_ID'),
  unsafe('an empty audience', { ...TEAMS, MICROSOFT_APP_ID: '' }, 'MICROSOFT_APP_ID'),
  unsafe('Slack without a signing secret', { ...SLACK, SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET'),
  unsafe('a signing secret of blanks', { ...SLACK, SLACK_SIGNING_SECRET: '   ' }, 'SLACK_SIGNING_SECRET'),
  unsafe(
    'only the signing secret that was replaced',
    { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_APP_TOKEN: 'xapp-1-hunter2', SLACK_SIGNING_SECRET_PREVIOUS: 'hunter2' },
    'SLACK_SIGNING_SECRET is not',
  ),

  // Secrets that everybody knows.
  ...['changeme', 'development', 'secret', '<signing secret>', '$SLACK_SIGNING_SECRET', '00000000', 'your-secret'].map(
    (value) => unsafe(`the secret "${value}"`, { ...SLACK, SLACK_SIGNING_SECRET: value }, 'SLACK_SIGNING_SECRET'),
  ),
  unsafe('the beginning of a token', { ...SLACK, SLACK_BOT_TOKEN: 'xoxb-' }, 'SLACK_BOT_TOKEN'),
  unsafe('the token of an example', { ...SLACK, SLACK_BOT_TOKEN: 'xoxb-your-token' }, 'SLACK_BOT_TOKEN'),
  unsafe(
    'an example as the secret of Teams',
    { ...TEAMS, MICROSOFT_APP_PASSWORD: 'changeme' },
    'MICROSOFT_APP_PASSWORD',
  ),
  unsafe('an example as the key for tokens', { ...INSTALL, HEXFIX_TOKEN_KEYS: 'changeme' }, 'HEXFIX_TOKEN_KEYS'),
  unsafe(
    'a key for tokens that nobody has drawn',
    { ...INSTALL, HEXFIX_TOKEN_KEYS: `a:${'A'.repeat(43)}=` },
    'HEXFIX_TOKEN_KEYS',
  ),
  unsafe('an example password of the database', { DATABASE_URL: 'postgres://u:changeme@localhost/h' }, 'DATABASE_URL'),
  unsafe('an example password of Redis', { HEXFIX_REDIS_URL: 'redis://:changeme@localhost' }, 'HEXFIX_REDIS_URL'),
  unsafe('a short token of the API', { HEXFIX_API_TOKENS: 'hunter2' }, 'HEXFIX_API_TOKENS'),

  // Doors without a lock, within reach of strangers.
  unsafe('no platform in production', LIVE, 'MICROSOFT_APP_ID'),
  unsafe('no platform on a public address', OPEN, 'SLACK_BOT_TOKEN'),
  unsafe('unproved Teams in production', { ...SLACK, ...LOCAL_TEAMS, ...LIVE }, 'TEAMS_UNAUTHENTICATED_LOOPBACK'),
  unsafe('unproved Teams on a public address', { ...SLACK, ...LOCAL_TEAMS, ...OPEN }, 'TEAMS_UNAUTHENTICATED_LOOPBACK'),
  unsafe(
    'unproved Teams on a server called "prod"',
    { ...LOCAL_TEAMS, NODE_ENV: 'prod' },
    'TEAMS_UNAUTHENTICATED_LOOPBACK',
  ),
  unsafe('unproved Teams beside a registration', { ...TEAMS, ...LOCAL_TEAMS }, 'TEAMS_UNAUTHENTICATED_LOOPBACK'),
  unsafe('unproved Teams behind a public address', { ...INSTALL, ...LOCAL_TEAMS }, 'HEXFIX_PUBLIC_URL'),
  unsafe('the local page in production', { ...SLACK, ...LIVE, HEXFIX_PLAYGROUND: 'on' }, 'HEXFIX_PLAYGROUND'),
  unsafe('the local page on a public address', { ...SLACK, ...OPEN, HEXFIX_PLAYGROUND: 'on' }, 'HEXFIX_PLAYGROUND'),
  unsafe('an API for everybody', { ...SLACK, ...OPEN, HEXFIX_API: 'on' }, 'HEXFIX_API_TOKENS'),

  // Ways on which others can listen or answer.
  unsafe(
    'keys of Teams over plain http',
    { ...TEAMS, TEAMS_OPENID_METADATA_URL: 'http://keys.example/' },
    'TEAMS_OPENID',
  ),
  unsafe('tokens of Teams over plain http', { ...TEAMS, TEAMS_TOKEN_URL: 'http://token.example/' }, 'TEAMS_TOKEN_URL'),
  unsafe('any host for answers', { ...TEAMS, TEAMS_SERVICE_URL_HOSTS: '*' }, 'TEAMS_SERVICE_URL_HOSTS'),
  unsafe('a pattern of hosts', { ...TEAMS, TEAMS_SERVICE_URL_HOSTS: '*.example.com' }, 'TEAMS_SERVICE_URL_HOSTS'),
  unsafe(
    'an address for a host',
    { ...TEAMS, TEAMS_SERVICE_URL_HOSTS: 'https://a.example/' },
    'TEAMS_SERVICE_URL_HOSTS',
  ),
  unsafe(
    'answers to this machine in production',
    { ...TEAMS, ...LIVE, TEAMS_SERVICE_URL_HOSTS: '127.0.0.1:8443' },
    'TEAMS_SERVICE_URL_HOSTS',
  ),
  unsafe('another Web API than Slack’s', { ...SLACK, SLACK_API_URL: 'https://evil.example/api/' }, 'SLACK_API_URL'),
  unsafe(
    'installing over plain http',
    { ...INSTALL, HEXFIX_PUBLIC_URL: 'http://hexfix.example.com' },
    'HEXFIX_PUBLIC_URL',
  ),
  unsafe('installing without a key', { ...INSTALL, HEXFIX_TOKEN_KEYS: '' }, 'HEXFIX_TOKEN_KEYS'),
  unsafe(
    'a database that others can read along',
    { ...SLACK, ...LIVE, DATABASE_URL: 'postgres://hexfix:hunter2@db.example/hexfix' },
    'DATABASE_URL',
  ),
  unsafe(
    'a webhook over plain http',
    { HEXFIX_WEBHOOK_URL: 'http://tickets.example/', HEXFIX_WEBHOOK_SECRET: `whsec_${'aHVudGVyMg'.repeat(4)}` },
    'HEXFIX_WEBHOOK_URL',
  ),
  unsafe('a webhook without a signature', { HEXFIX_WEBHOOK_URL: 'https://tickets.example/' }, 'HEXFIX_WEBHOOK_SECRET'),
  unsafe('a setting that nobody reads', { TEAMS_ALLOWED_TENANT: 'hunter2' }, 'TEAMS_ALLOWED_TENANT'),
];

function unsafe(why: string, env: Variables, named: string): UnsafeSettings {
  return { why, env, named };
}
