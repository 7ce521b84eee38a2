/** What must not start: half a configuration, example values, and anything unauthenticated within reach of strangers. */

import type { Fault } from '../errors';
import { isLoopback, isPrivateChannel, isProduction } from './address';
import { findUnsafeApi } from './api';
import { type Environment, VARIABLE_NAMES } from './environment';
import { isPlaceholder } from './placeholder';
import { findUnsafeTeamsTriage } from './teams-triage';
import { findUnsafeWebhook } from './webhook';

/** A public or private channel; a direct message (D…) is for one person alone. */
const SLACK_CHANNEL_ID = /^[CG][A-Z0-9]{2,31}$/;
const CREDENTIALS = [
  'MICROSOFT_APP_PASSWORD',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_SIGNING_SECRET_PREVIOUS',
  'SLACK_APP_TOKEN',
  'HEXFIX_WEBHOOK_SECRET',
  'HEXFIX_WEBHOOK_SECRET_PREVIOUS',
] as const;
/** The values of `sslmode` that never fall back to a connection that others can read. */
const ENCRYPTED = /^(?:require|verify-ca|verify-full)$/;

/** Everything that is unsafe or incomplete in settings that are well-formed one by one. */
export function findUnsafe(env: Environment): Fault[] {
  return [
    ...placeholders(env),
    ...teams(env),
    ...findUnsafeTeamsTriage(env),
    ...slack(env),
    ...findUnsafeWebhook(env),
    ...findUnsafeApi(env),
    ...database(env),
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

function teams(env: Environment): Fault[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password } = env;
  const faults: Fault[] = [];
  if (id !== undefined && password === undefined) {
    faults.push({
      what: 'MICROSOFT_APP_ID is set, but MICROSOFT_APP_PASSWORD is not.',
      why: 'Without the client secret no reply can be sent to Teams.',
      fix: 'Create a client secret for the app registration and put it in MICROSOFT_APP_PASSWORD, or unset MICROSOFT_APP_ID to run without Teams.',
    });
  }
  if (id === undefined && password !== undefined) {
    faults.push({
      what: 'MICROSOFT_APP_PASSWORD is set, but MICROSOFT_APP_ID is not.',
      why: 'Without the app id requests from Teams cannot be verified.',
      fix: 'Put the application (client) id of the app registration in MICROSOFT_APP_ID, or unset MICROSOFT_APP_PASSWORD to run without Teams.',
    });
  }
  if (env.TEAMS_UNAUTHENTICATED_LOOPBACK === 'on' && (isProduction(env) || !isLoopback(env.HEXFIX_HOST))) {
    faults.push({
      what: 'TEAMS_UNAUTHENTICATED_LOOPBACK is on where it is not allowed.',
      why: 'It takes messages without proof of origin, so it works only on this machine and outside production.',
      fix: 'Unset it, or unset HEXFIX_HOST and NODE_ENV to try the bot locally.',
    });
  }
  for (const name of ['TEAMS_OPENID_METADATA_URL', 'TEAMS_TOKEN_URL'] as const) {
    if (env[name] !== undefined && !isPrivateChannel(env[name], env)) {
      faults.push({
        what: `${name} is not an https address.`,
        why: 'Who can read or change what travels there can speak for Teams or for the bot.',
        fix: `Use the https address of your cloud, or unset ${name} for Microsoft’s public one.`,
      });
    }
  }
  return faults;
}

function slack(env: Environment): Fault[] {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = env;
  const triageChannel = env.SLACK_TRIAGE_CHANNEL;
  const faults: Fault[] = [];
  if (token !== undefined && secret === undefined && appToken === undefined) {
    faults.push({
      what: 'SLACK_SIGNING_SECRET is not set.',
      why: 'Without it nobody can tell whether a request comes from Slack.',
      fix: 'Copy it from your Slack app’s Basic Information page (or set SLACK_APP_TOKEN for Socket Mode), or unset SLACK_BOT_TOKEN to run without Slack.',
    });
  }
  if (token === undefined && [secret, appToken, triageChannel].some((value) => value !== undefined)) {
    faults.push({
      what: 'SLACK_BOT_TOKEN is not set.',
      why: 'Without it no reply can be sent to Slack.',
      fix: 'Copy the bot token from your Slack app’s OAuth & Permissions page, or unset the other SLACK_ variables to run without Slack.',
    });
  }
  faults.push(...wrongKind('SLACK_BOT_TOKEN', token, 'xoxb-', 'Bot User OAuth Token'));
  faults.push(...wrongKind('SLACK_APP_TOKEN', appToken, 'xapp-', 'app-level token with connections:write'));
  if (triageChannel !== undefined && !SLACK_CHANNEL_ID.test(triageChannel)) {
    faults.push({
      what: 'SLACK_TRIAGE_CHANNEL is not the id of a channel.',
      why: 'A name such as #help can change or be given to another channel; an id (C… or G…) stays.',
      fix: 'In Slack, open the channel’s details and copy the channel ID at the bottom of the tab "About".',
    });
  }
  if (env.SLACK_API_URL !== undefined && (isProduction(env) || !isLoopback(new URL(env.SLACK_API_URL).hostname))) {
    faults.push({
      what: 'SLACK_API_URL is set where it is not allowed.',
      why: 'The bot token is sent to that address; another server than Slack’s is for tests on this machine only.',
      fix: 'Unset SLACK_API_URL.',
    });
  }
  return faults;
}

function wrongKind(name: string, value: string | undefined, prefix: string, wanted: string): Fault[] {
  if (value === undefined || value.startsWith(prefix) || isPlaceholder(value)) return [];
  return [
    {
      what: `${name} does not begin with ${prefix}.`,
      why: 'Slack refuses any other kind of token here.',
      fix: `Use the ${wanted} of your Slack app.`,
    },
  ];
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

function reach(env: Environment): Fault[] {
  const hasPlatform = env.MICROSOFT_APP_ID !== undefined || env.SLACK_BOT_TOKEN !== undefined;
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
