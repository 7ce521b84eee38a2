/** The variables that Hexfix reads, with their forms and defaults. `.env.example` explains each one. */

import { z } from 'zod';

/** Where the Bot Framework publishes the keys that sign its requests to bots. */
const BOT_FRAMEWORK_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const onOff = z.enum(['on', 'off']);
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

export const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  HEXFIX_HOST: z.string().default('127.0.0.1'),
  HEXFIX_PORT: z.coerce.number<string>().int().min(0).max(65_535).optional(),
  HEXFIX_DATA_DIR: z.string().default('data'),
  HEXFIX_OVERLAY_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'It is not an address that begins with postgres:// or postgresql://.')
    .optional(),
  HEXFIX_LOCALE: z.enum(['en', 'zh-CN']).default('en'),
  HEXFIX_LOG_LEVEL: z.enum(['error', 'warn', 'info']).default('info'),
  HEXFIX_METRICS_PORT: z.coerce.number<string>().int().min(0).max(65_535).optional(),
  HEXFIX_METRICS_HOST: z.string().default('127.0.0.1'),
  // Ten seconds at most, so that five are left for the rest of the way out.
  HEXFIX_DRAIN_SECONDS: z.coerce.number<string>().int().min(0).max(10).default(0),
  HEXFIX_EVENTS_PER_MINUTE: z.coerce.number<string>().int().min(0).max(1_000_000).default(1_200),
  HEXFIX_REDIS_URL: z
    .string()
    .refine(isRedisUrl, 'It is not an address that begins with redis:// or rediss://.')
    .optional(),
  HEXFIX_PLAYGROUND: onOff.optional(),
  HEXFIX_DIGEST: z.enum(['off', 'weekly']).default('off'),

  HEXFIX_MODE: z.enum(['off', 'mention', 'listen']).optional(),
  HEXFIX_PRIVACY: z.enum(['thread', 'private']).default('thread'),
  HEXFIX_MARKS: onOff.default('on'),
  HEXFIX_COOLDOWN_MINUTES: z.coerce.number<string>().int().min(0).max(1_440).default(10),
  HEXFIX_UNASKED_ANSWERS: z.coerce.number<string>().int().min(0).max(100).default(5),
  HEXFIX_IGNORE_MARK: z.string().max(16).regex(/^\S+$/).default('-hexfix'),

  HEXFIX_API: onOff.optional(),
  HEXFIX_API_TOKENS: list,
  HEXFIX_API_PER_MINUTE: z.coerce.number<string>().int().min(1).max(100_000).default(60),

  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  TEAMS_ALLOWED_TENANTS: list,
  TEAMS_SERVICE_URL_HOSTS: list,
  TEAMS_LISTENING: onOff.default('off'),
  TEAMS_ADMINS: list.pipe(z.array(z.guid())),
  TEAMS_TRIAGE_CHANNEL: z.string().optional(),
  TEAMS_TRIAGE_TENANT: z.string().optional(),
  TEAMS_TRIAGE_SERVICE_URL: z.url().optional(),
  TEAMS_OPENID_METADATA_URL: z.url().default(BOT_FRAMEWORK_METADATA),
  TEAMS_TOKEN_ISSUER: z.string().optional(),
  TEAMS_TOKEN_URL: z.url().optional(),
  TEAMS_TOKEN_SCOPE: z.string().optional(),
  TEAMS_UNAUTHENTICATED_LOOPBACK: onOff.default('off'),
  // Only `npm run package:teams` uses these.
  TEAMS_APP_ID: z.guid().optional(),
  TEAMS_WEBSITE_URL: z.url().optional(),
  TEAMS_PRIVACY_URL: z.url().optional(),
  TEAMS_TERMS_URL: z.url().optional(),

  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_SIGNING_SECRET_PREVIOUS: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_TRIAGE_CHANNEL: z.string().optional(),
  SLACK_STATUS_EMOJI: z
    .string()
    .refine(isStatusEmoji, 'It is not three different names of emoji, separated by commas.')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_ALLOWED_TEAMS: list,
  HEXFIX_PUBLIC_URL: z.url().optional(),
  HEXFIX_TOKEN_KEYS: z.string().optional(),
  SLACK_API_URL: z.url().optional(),

  HEXFIX_WEBHOOK_URL: z.url().optional(),
  HEXFIX_WEBHOOK_SECRET: z.string().optional(),
  HEXFIX_WEBHOOK_SECRET_PREVIOUS: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
export type VariableName = keyof Environment;

/** Names that hosting services and Microsoft's own guides use for the same settings. */
const ALIASES: Readonly<Record<string, VariableName>> = {
  PORT: 'HEXFIX_PORT',
  MicrosoftAppId: 'MICROSOFT_APP_ID',
  MicrosoftAppPassword: 'MICROSOFT_APP_PASSWORD',
  MicrosoftAppTenantId: 'MICROSOFT_APP_TENANT_ID',
};

/** Every variable, in the order in which they are explained. */
export const VARIABLE_NAMES = Object.keys(environmentSchema.shape) as readonly VariableName[];

/** The variables that are set, under their own names. An empty value counts as not set, an alias yields to the name. */
export function ownVariables(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set = Object.entries(env).filter((pair): pair is [string, string] => (pair[1] ?? '').trim() !== '');
  const aliases = set.filter(([name]) => Object.hasOwn(ALIASES, name)).map(([name, value]) => [ALIASES[name], value]);
  return Object.fromEntries([...aliases, ...set.filter(([name]) => isOurs(name))]);
}

/** As Slack writes them between colons. Equal ones could not be told apart. */
function isStatusEmoji(value: string): boolean {
  const names = value.split(',').map((name) => name.trim());
  return names.length === 3 && new Set(names).size === 3 && names.every((name) => /^[a-z0-9_'+-]{1,100}$/.test(name));
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value);
}

function isRedisUrl(value: string): boolean {
  return /^rediss?:\/\//.test(value) && URL.canParse(value);
}

/** Ours by name or by prefix: a misspelled one must not pass unnoticed. */
function isOurs(name: string): boolean {
  return /^(?:HEXFIX|TEAMS|SLACK|MICROSOFT_APP)_/.test(name) || name === 'NODE_ENV' || name === 'DATABASE_URL';
}
