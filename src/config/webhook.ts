/** What must not start with a webhook: half of its settings, a channel that others can read, a secret that is none. */

import type { Fault } from '../errors';
import { readSecret } from '../webhook/secret';
import { isPrivateChannel } from './address';
import type { Environment } from './environment';
import { isPlaceholder } from './placeholder';

const SECRETS = ['HEXFIX_WEBHOOK_SECRET', 'HEXFIX_WEBHOOK_SECRET_PREVIOUS'] as const;

/** Everything that is unsafe or incomplete in the settings of the webhook. */
export function findUnsafeWebhook(env: Environment): Fault[] {
  return [...missing(env), ...unsafeAddress(env), ...SECRETS.flatMap((name) => unreadable(name, env[name] ?? ''))];
}

function missing(env: Environment): Fault[] {
  const { HEXFIX_WEBHOOK_URL: url, HEXFIX_WEBHOOK_SECRET: secret } = env;
  if (url !== undefined && secret === undefined) {
    return [
      {
        what: 'HEXFIX_WEBHOOK_URL is set, but HEXFIX_WEBHOOK_SECRET is not.',
        why: 'Without a signature the ticket system cannot tell our events from anybody else’s.',
        fix: 'Make a secret, put it in HEXFIX_WEBHOOK_SECRET and into the ticket system (docs/webhook.md shows how), or unset HEXFIX_WEBHOOK_URL to run without a webhook.',
      },
    ];
  }
  const set = SECRETS.filter((name) => env[name] !== undefined);
  if (url !== undefined || set.length === 0) return [];
  return [
    {
      what: `${set.join(' and ')} ${set.length === 1 ? 'is' : 'are'} set, but HEXFIX_WEBHOOK_URL is not.`,
      why: 'Without an address no event is sent, though it looks as if they were.',
      fix: `Put the address of the ticket system in HEXFIX_WEBHOOK_URL, or unset ${set.join(' and ')} to run without a webhook.`,
    },
  ];
}

function unsafeAddress(env: Environment): Fault[] {
  const { HEXFIX_WEBHOOK_URL: url } = env;
  if (url === undefined) return [];
  const faults: Fault[] = [];
  if (!isPrivateChannel(url, env)) {
    faults.push({
      what: 'HEXFIX_WEBHOOK_URL is not an https address.',
      why: 'The events hold what people wrote to the help desk; on the way there nobody else may read it.',
      fix: 'Use the https address of the ticket system, or unset HEXFIX_WEBHOOK_URL to run without a webhook.',
    });
  }
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    faults.push({
      what: 'HEXFIX_WEBHOOK_URL holds a user name or a password.',
      why: 'They are not sent with an event: its signature says who it is from.',
      fix: 'Remove everything between // and @ from HEXFIX_WEBHOOK_URL, and let the ticket system verify the signature.',
    });
  }
  return faults;
}

function unreadable(name: string, secret: string): Fault[] {
  if (secret === '' || isPlaceholder(secret) || readSecret(secret) !== undefined) return [];
  return [
    {
      what: `${name} cannot sign: it is too short or too long, or its base64 is broken.`,
      why: 'A short secret can be guessed; from a broken one each side would make another key.',
      fix: 'Use whsec_ and 24 to 64 random bytes in base64, for example: echo "whsec_$(openssl rand -base64 32)".',
    },
  ];
}
