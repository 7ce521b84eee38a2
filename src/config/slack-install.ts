/** What it takes for other workspaces to install the Slack app by themselves, and what must not start with it. */

import type { Fault } from '../errors';
import type { Environment } from './environment';
import { isPlaceholder } from './placeholder';

/** All of them, or none. */
const NEEDED = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'HEXFIX_PUBLIC_URL', 'HEXFIX_TOKEN_KEYS'] as const;
const KEY_BYTES = 32;
/** An id, and base64 with its padding: a key that was cut off must not pass for another one. */
const TOKEN_KEY = /^(?<id>[A-Za-z0-9_-]{1,32}):(?<key>[A-Za-z0-9+/]{43}=)$/;

export interface SlackInstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** The current key first; the others open what was sealed before. */
  readonly keys: readonly TokenKey[];
  /** Ids of the workspaces and organizations that may install it. Empty: all. */
  readonly allowedTeams: readonly string[];
}

interface TokenKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Whether the bot is for whoever installs it, rather than for one workspace. */
export function isInstalledByOthers(env: Environment): boolean {
  return env.SLACK_CLIENT_ID !== undefined;
}

/** The settings, once nothing is unsafe about them; `undefined` where the bot is for one workspace, or for none. */
export function slackInstallSettings(env: Environment): SlackInstallSettings | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, HEXFIX_PUBLIC_URL: publicUrl } = env;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) return undefined;
  const keys = (readKeys(env) ?? []).filter((key) => key !== undefined);
  return {
    clientId,
    clientSecret,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    keys,
    allowedTeams: env.SLACK_ALLOWED_TEAMS,
  };
}

/** Half of it, two ways at once, an address that others can read, keys that are none. */
export function findUnsafeSlackInstall(env: Environment): Fault[] {
  return [...incomplete(env), ...ambiguous(env), ...unsafeAddress(env), ...unsafeKeys(env)];
}

function incomplete(env: Environment): Fault[] {
  const missing = NEEDED.filter((name) => env[name] === undefined);
  const set = NEEDED.filter((name) => env[name] !== undefined);
  const named: readonly string[] = env.SLACK_ALLOWED_TEAMS.length === 0 ? set : [...set, 'SLACK_ALLOWED_TEAMS'];
  if (named.length === 0 || missing.length === 0) return [];
  return [
    {
      what: `${named.join(', ')} ${named.length === 1 ? 'is' : 'are'} set, but ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not.`,
      why: 'Other workspaces can install Hexfix only with all of these, and their tokens are kept only encrypted.',
      fix: `Set ${missing.join(', ')} as .env.example explains, or unset ${named.join(', ')} to run for one workspace or without Slack.`,
    },
  ];
}

function ambiguous(env: Environment): Fault[] {
  if (!isInstalledByOthers(env)) return [];
  const faults: Fault[] = [];
  if (env.SLACK_BOT_TOKEN !== undefined) {
    faults.push({
      what: 'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set.',
      why: 'The one is for a single workspace, the other for all that install Hexfix; nobody could tell which token a workspace gets.',
      fix: 'Unset SLACK_BOT_TOKEN and install Hexfix in your own workspace like the others, or unset SLACK_CLIENT_ID and what belongs to it.',
    });
  }
  if (env.SLACK_TRIAGE_CHANNEL !== undefined) {
    faults.push({
      what: 'SLACK_TRIAGE_CHANNEL and SLACK_CLIENT_ID are both set.',
      why: 'A channel belongs to one workspace, and cases of one must never be posted in another.',
      fix: 'Unset SLACK_TRIAGE_CHANNEL. Each workspace chooses its channel in the settings of Hexfix in Slack.',
    });
  }
  return faults;
}

function unsafeAddress({ HEXFIX_PUBLIC_URL: address }: Environment): Fault[] {
  if (address === undefined) return [];
  const { protocol, username, password, search, hash } = new URL(address);
  if (protocol === 'https:' && [username, password, search, hash].every((part) => part === '')) return [];
  return [
    {
      what: 'HEXFIX_PUBLIC_URL is not a plain https address.',
      why: 'Slack sends people back to it with a code that is worth a token, and their browsers keep the proof of who they are for https alone.',
      fix: 'Use https://, the host name and at most a path, for example https://hexfix.example.com.',
    },
  ];
}

function unsafeKeys(env: Environment): Fault[] {
  const keys = readKeys(env);
  if (keys === undefined || isPlaceholder(env.HEXFIX_TOKEN_KEYS ?? '')) return [];
  const good = keys.filter((key) => key !== undefined);
  const isUnique = new Set(good.map(({ id }) => id)).size === keys.length;
  if (keys.length > 0 && isUnique && good.every(({ key }) => isRandom(key))) return [];
  return [
    {
      what: 'HEXFIX_TOKEN_KEYS holds something that is no good as a key.',
      why: `Each part must be name:key with a name of its own and ${KEY_BYTES} random bytes in base64; with anything less, whoever reads the store could use the tokens in it.`,
      fix: 'Make a key with: echo "$(date +%Y%m):$(openssl rand -base64 32)".',
    },
  ];
}

/** By part; `undefined` for a part that is none. */
function readKeys({ HEXFIX_TOKEN_KEYS: ring }: Environment): readonly (TokenKey | undefined)[] | undefined {
  return ring?.split(',').map((part) => {
    const { id, key } = TOKEN_KEY.exec(part.trim())?.groups ?? {};
    return id === undefined || key === undefined ? undefined : { id, key: Buffer.from(key, 'base64') };
  });
}

/** Bytes that nobody would draw: those of an example, or of a key that was never filled in. */
function isRandom(key: Uint8Array): boolean {
  return new Set(key).size > KEY_BYTES / 4;
}
