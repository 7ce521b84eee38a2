/** What must not start: half a configuration, example values, and anything unauthenticated within reach of strangers. */

import type { Fault } from '../errors';
import { isLoopback, isProduction } from './address';
import { findUnsafeApi } from './api';
import { type Environment, VARIABLE_NAMES } from './environment';
import { isPlaceholder } from './placeholder';
import { findUnsafeSlack } from './slack';
import { isInstalledByOthers } from './slack-install';
import { findUnsafeTeams } from './teams';
import { findUnsafeTeamsTriage } from './teams-triage';
import { findUnsafeWebhook } from './webhook';

const CREDENTIALS = [
  'MICROSOFT_APP_PASSWORD',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_SIGNING_SECRET_PREVIOUS',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'HEXFIX_TOKEN_KEYS',
  'HEXFIX_WEBHOOK_SECRET',
  'HEXFIX_WEBHOOK_SECRET_PREVIOUS',
] as const;
/** The values of `sslmode` that never fall back to a connection that others can read. */
const ENCRYPTED = /^(?:require|verify-ca|verify-full)$/;

/** Everything that is unsafe or incomplete in settings that are well-formed one by one. */
export function findUnsafe(env: Environment): Fault[] {
  return [
    ...placeholders(env),
    ...findUnsafeTeams(env),
    ...findUnsafeTeamsTriage(env),
    ...findUnsafeSlack(env),
    ...findUnsafeWebhook(env),
    ...findUnsafeApi(env),
    ...database(env),
    ...sharedLimits(env),
    ...reach(env),
  ];
}

/** Variables with one of our prefixes that nobody reads: most likely misspelled, so their setting has no effect. */
export function findUnknown(names: readonly string[]): Fault[] {
  return names
    .filter((name) => !VARIABLE_NAMES.some((known) => known === name))
    .map((name) => ({
      what: `${name} is not a setting of Hexfix.`,
      why: 'A misspelled name would silently leave the default in place.',
      fix: 'Compare it with .env.example, then correct or remove it.',
    }));
}

function placeholders(env: Environment): Fault[] {
  return CREDENTIALS.filter((name) => isPlaceholder(env[name] ?? '')).map((name) => ({
    what: `${name} still holds an example value.`,
    why: 'A secret that everybody knows authenticates nobody.',
    fix: `Put the real value of ${name} in, or unset it to run without what needs it.`,
  }));
}

function database(env: Environment): Fault[] {
  if (env.DATABASE_URL === undefined) return [];
  const { host, password, sslmode } = readDatabaseUrl(env.DATABASE_URL);
  const faults: Fault[] = [];
  if (isPlaceholder(password)) {
    faults.push({
      what: 'DATABASE_URL still holds an example value as its password.',
      why: 'Everybody who can reach the server could read and change what the bot remembers.',
      fix: 'Put the real password in, or unset DATABASE_URL to keep the data in a file.',
    });
  }
  // A path is a socket of this machine.
  if (isProduction(env) && !isLoopback(host) && !host.startsWith('/') && !ENCRYPTED.test(sslmode)) {
    faults.push({
      what: 'DATABASE_URL does not ask for an encrypted connection.',
      why: 'Who is on the way to another machine could read the password and change what the bot remembers.',
      fix: 'Append ?sslmode=verify-full to it, and &sslrootcert=<file> if an authority of your own signs the server’s certificate.',
    });
  }
  return faults;
}

/** As pg reads it: a parameter beats the part of the address that means the same, and its last value counts. */
function readDatabaseUrl(url: string) {
  const { hostname, password, searchParams } = new URL(url);
  const { host, password: parameter, sslmode = '' } = Object.fromEntries(searchParams);
  return { host: decode(host || hostname), password: parameter || decode(password), sslmode };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function sharedLimits({ HEXFIX_REDIS_URL: address }: Environment): Fault[] {
  if (address === undefined || !isPlaceholder(decode(new URL(address).password))) return [];
  return [
    {
      what: 'HEXFIX_REDIS_URL still holds an example value as its password.',
      why: 'Everybody who can reach the server could lift the limits for one organization, or use up those of another.',
      fix: 'Put the real password in, or unset HEXFIX_REDIS_URL to limit on each replica alone.',
    },
  ];
}

function reach(env: Environment): Fault[] {
  const hasSlack = env.SLACK_BOT_TOKEN !== undefined || isInstalledByOthers(env);
  const hasPlatform = env.MICROSOFT_APP_ID !== undefined || hasSlack;
  const exposed = isProduction(env) || !isLoopback(env.HEXFIX_HOST);
  const faults: Fault[] = [];
  if (exposed && env.HEXFIX_PLAYGROUND === 'on') {
    faults.push({
      what: 'HEXFIX_PLAYGROUND is on where others could reach it.',
      why: 'The local page asks nobody who they are, so it runs only on this machine and outside production.',
      fix: 'Unset HEXFIX_PLAYGROUND, or unset HEXFIX_HOST and NODE_ENV to try the bot locally.',
    });
  }
  if (exposed && !hasPlatform) {
    faults.push({
      what: 'Neither Teams nor Slack is configured.',
      why: 'In production, or on an address that others can reach, nothing runs without credentials.',
      fix: 'Set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD for Teams, or SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET for Slack; or unset HEXFIX_HOST and NODE_ENV to try the bot locally.',
    });
  }
  return faults;
}
