/**
 * The settings: the only reader of the environment. Every fault is reported at once, each with what to do; whatever
 * would run unauthenticated within reach of strangers does not start.
 */

import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { isLoopback, isProduction } from './config/address';
import { type ApiSettings, apiSettings } from './config/api';
import { type Environment, environmentSchema, ownVariables } from './config/environment';
import { findUnknown, findUnsafe } from './config/safety';
import { type SlackSettings, slackSettings } from './config/slack';
import { type TeamsTriageSettings, teamsTriageSettings } from './config/teams-triage';
import { type Fault, FaultError } from './errors';

export { readSecrets } from './config/secrets';

/** Everything the program can be told. */
export interface Config {
  readonly host: string;
  /** Absent when nobody asked for one: then the usual port, or a free one if that is taken. */
  readonly port?: number;
  /** What `/readyz` tells the operator: whether this is a server for others, and whether it asks who comes. */
  readonly mode: 'production' | 'development' | 'unauthenticated';
  readonly dataDir: string;
  /** Where PostgreSQL is. Absent for the file in `dataDir`. */
  readonly databaseUrl?: string;
  readonly defaultLocale: Environment['HEXFIX_LOCALE'];
  readonly logLevel: Environment['HEXFIX_LOG_LEVEL'];
  /** Where Prometheus may ask for the metrics. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** How long to go on answering after the order to stop, until balancers have noticed. */
  readonly drainMs: number;
  /** How often the bot may speak up in a channel unasked, in ten minutes; 0 for no limit. */
  readonly unaskedAnswers: number;
  /** How much one organization may send, 0 for no limit. */
  readonly eventsPerMinute: number;
  /** Where the replicas count that together. Absent: each counts alone. */
  readonly redisUrl?: string;
  readonly playground: boolean;
  /** How to behave where nobody has set anything else. */
  readonly manners: MannersSettings;
  /** The folder of the organization's own knowledge. */
  readonly overlayDir?: string;
  /** The weekly report in the triage channels. */
  readonly digest: Environment['HEXFIX_DIGEST'];
  /** The HTTP API for programs. */
  readonly api?: ApiSettings;
  readonly teams?: TeamsSettings;
  readonly slack?: SlackSettings;
  readonly webhook?: WebhookSettings;
}

export interface MannersSettings {
  /** Absent: the platform's own, which is `listen` in Slack, where somebody has invited the bot, and `mention` in Teams. */
  readonly mode?: NonNullable<Environment['HEXFIX_MODE']>;
  readonly privacy: Environment['HEXFIX_PRIVACY'];
  readonly marks: Environment['HEXFIX_MARKS'];
  readonly cooldownMinutes: number;
  /** A post that begins with it is left alone. */
  readonly ignoreMark: string;
}

export interface TeamsSettings {
  readonly appId: string;
  readonly password: string;
  readonly tenantId?: string;
  readonly allowedTenants: readonly string[];
  readonly serviceUrlHosts: readonly string[];
  /** The package that reads posts without a mention is the one installed. */
  readonly listening: boolean;
  /** Ids in Microsoft Entra of those who may change the settings of the organization. */
  readonly admins: readonly string[];
  /** The channel where people take over. */
  readonly triage?: TeamsTriageSettings;
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer?: string;
  readonly tokenUrl?: string;
  readonly tokenScope?: string;
  readonly unauthenticatedLoopback: boolean;
}

export interface WebhookSettings {
  readonly url: string;
  /** The current secret first; a second one while secrets are rotated. */
  readonly secrets: readonly string[];
}

/** The environment, with a `.env` file of the working folder beneath it if there is one. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The settings in `env`. Throws a `FaultError` that lists everything wrong with them. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = ownVariables(env);
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...findUnknown(Object.keys(given)),
    ...(parsed.success ? findUnsafe(parsed.data) : parsed.error.issues.map(malformed)),
  ];
  if (!parsed.success || faults.length > 0) throw new FaultError(faults, 78);
  return toConfig(parsed.data);
}

/** The folder of the organization's own knowledge, for commands of the terminal, which need no other setting. */
export function readOverlayDir(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return ownVariables(env).HEXFIX_OVERLAY_DIR;
}

function toConfig(env: Environment): Config {
  const teams = teamsSettings(env);
  const slack = slackSettings(env);
  const webhook = webhookSettings(env);
  const api = apiSettings(env);
  const local = isLoopback(env.HEXFIX_HOST) && !isProduction(env);
  return {
    host: env.HEXFIX_HOST,
    ...(env.HEXFIX_PORT === undefined ? {} : { port: env.HEXFIX_PORT }),
    mode: modeOf(env),
    dataDir: env.HEXFIX_DATA_DIR,
    ...(env.HEXFIX_OVERLAY_DIR === undefined ? {} : { overlayDir: env.HEXFIX_OVERLAY_DIR }),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    defaultLocale: env.HEXFIX_LOCALE,
    logLevel: env.HEXFIX_LOG_LEVEL,
    ...(env.HEXFIX_METRICS_PORT === undefined
      ? {}
      : { metrics: { host: env.HEXFIX_METRICS_HOST, port: env.HEXFIX_METRICS_PORT } }),
    drainMs: env.HEXFIX_DRAIN_SECONDS * 1_000,
    unaskedAnswers: env.HEXFIX_UNASKED_ANSWERS,
    eventsPerMinute: env.HEXFIX_EVENTS_PER_MINUTE,
    ...(env.HEXFIX_REDIS_URL === undefined ? {} : { redisUrl: env.HEXFIX_REDIS_URL }),
    playground: local && env.HEXFIX_PLAYGROUND !== 'off',
    digest: env.HEXFIX_DIGEST,
    manners: mannersSettings(env),
    ...(api === undefined ? {} : { api }),
    ...(teams === undefined ? {} : { teams }),
    ...(slack === undefined ? {} : { slack }),
    ...(webhook === undefined ? {} : { webhook }),
  };
}

function modeOf(env: Environment): Config['mode'] {
  if (env.TEAMS_UNAUTHENTICATED_LOOPBACK === 'on') return 'unauthenticated';
  return isProduction(env) ? 'production' : 'development';
}

function mannersSettings(env: Environment): MannersSettings {
  return {
    ...(env.HEXFIX_MODE === undefined ? {} : { mode: env.HEXFIX_MODE }),
    privacy: env.HEXFIX_PRIVACY,
    marks: env.HEXFIX_MARKS,
    cooldownMinutes: env.HEXFIX_COOLDOWN_MINUTES,
    ignoreMark: env.HEXFIX_IGNORE_MARK,
  };
}

function teamsSettings(env: Environment): TeamsSettings | undefined {
  const unauthenticatedLoopback = env.TEAMS_UNAUTHENTICATED_LOOPBACK === 'on';
  const triage = teamsTriageSettings(env);
  if (env.MICROSOFT_APP_ID === undefined && !unauthenticatedLoopback) return undefined;
  return {
    appId: env.MICROSOFT_APP_ID ?? '',
    password: env.MICROSOFT_APP_PASSWORD ?? '',
    ...(env.MICROSOFT_APP_TENANT_ID === undefined ? {} : { tenantId: env.MICROSOFT_APP_TENANT_ID }),
    allowedTenants: env.TEAMS_ALLOWED_TENANTS,
    serviceUrlHosts: env.TEAMS_SERVICE_URL_HOSTS,
    listening: env.TEAMS_LISTENING === 'on',
    admins: env.TEAMS_ADMINS,
    ...(triage === undefined ? {} : { triage }),
    openIdMetadataUrl: env.TEAMS_OPENID_METADATA_URL,
    ...(env.TEAMS_TOKEN_ISSUER === undefined ? {} : { tokenIssuer: env.TEAMS_TOKEN_ISSUER }),
    ...(env.TEAMS_TOKEN_URL === undefined ? {} : { tokenUrl: env.TEAMS_TOKEN_URL }),
    ...(env.TEAMS_TOKEN_SCOPE === undefined ? {} : { tokenScope: env.TEAMS_TOKEN_SCOPE }),
    unauthenticatedLoopback,
  };
}

function webhookSettings(env: Environment): WebhookSettings | undefined {
  if (env.HEXFIX_WEBHOOK_URL === undefined) return undefined;
  const secrets = [env.HEXFIX_WEBHOOK_SECRET, env.HEXFIX_WEBHOOK_SECRET_PREVIOUS];
  return { url: env.HEXFIX_WEBHOOK_URL, secrets: secrets.filter((secret) => secret !== undefined) };
}

/** The value itself is left out: it may be a secret in the wrong place. */
function malformed(issue: z.core.$ZodIssue): Fault {
  return {
    what: `${issue.path.join('.')} has a value that cannot be used.`,
    why: issue.message,
    fix: 'Compare it with .env.example, then correct it or remove it to get the default.',
  };
}
