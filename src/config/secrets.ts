/** The secrets among the settings, for whoever must not let them out: by its look a client secret is a word like any other. */

import { ownVariables, type VariableName } from './environment';

/** Each value is a secret as a whole. */
const WHOLE: readonly VariableName[] = [
  'MICROSOFT_APP_PASSWORD',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_SIGNING_SECRET_PREVIOUS',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'HEXFIX_WEBHOOK_SECRET',
  'HEXFIX_WEBHOOK_SECRET_PREVIOUS',
];
/** Addresses that may hold a password. */
const ADDRESSES: readonly VariableName[] = ['DATABASE_URL', 'HEXFIX_REDIS_URL', 'HEXFIX_WEBHOOK_URL'];

/** Every secret in `env`, which need not be valid: settings that are refused must not be repeated either. */
export function readSecrets(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const set: Readonly<Record<string, string>> = ownVariables(env);
  const whole = WHOLE.map((name) => set[name] ?? '');
  const passwords = ADDRESSES.flatMap((name) => passwordsIn(set[name] ?? ''));
  const tokens = (set.HEXFIX_API_TOKENS ?? '').split(',');
  const keys = (set.HEXFIX_TOKEN_KEYS ?? '').split(',').map((pair) => pair.slice(pair.indexOf(':') + 1));
  return [...whole, ...passwords, ...tokens, ...keys].map((secret) => secret.trim()).filter((secret) => secret !== '');
}

/** As it stands in the address, and as the server gets it. */
function passwordsIn(address: string): readonly string[] {
  const url = URL.parse(address);
  if (url === null) return [];
  return [url.password, decode(url.password), ...url.searchParams.getAll('password')];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
