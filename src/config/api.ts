/** The HTTP API for programs: whether it is on, and what must not start with it. */

import type { Fault } from '../errors';
import { isLoopback, isProduction } from './address';
import type { Environment } from './environment';
import { isPlaceholder } from './placeholder';

/** As many characters as make a token that nobody guesses. */
const LEAST_TOKEN_LENGTH = 32;
/**
 * What a header can carry as a token.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

export interface ApiSettings {
  /** Empty only where nobody but this machine can reach the server. */
  readonly tokens: readonly string[];
  /** How many questions a token or an address may ask. */
  readonly perMinute: number;
}

/** The settings, once nothing is unsafe about them; `undefined` where the API is off. */
export function apiSettings(env: Environment): ApiSettings | undefined {
  if (!isOn(env)) return undefined;
  return { tokens: env.HEXFIX_API_TOKENS, perMinute: env.HEXFIX_API_PER_MINUTE };
}

/** What would let strangers ask, or keep programs from it that should. */
export function findUnsafeApi(env: Environment): Fault[] {
  const { HEXFIX_API: wanted, HEXFIX_API_TOKENS: tokens } = env;
  const faults: Fault[] = [];
  if (isOn(env) && isExposed(env) && tokens.length === 0) {
    faults.push({
      what: 'HEXFIX_API is on, but HEXFIX_API_TOKENS is not set.',
      why: 'On a server that others can reach, anybody could ask the API, as often as they like.',
      fix: 'Make a token for each program (openssl rand -hex 32) and put them in HEXFIX_API_TOKENS, or unset HEXFIX_API to run without the API.',
    });
  }
  if (wanted === undefined && !isOn(env) && tokens.length > 0) {
    faults.push({
      what: 'HEXFIX_API_TOKENS is set, but HEXFIX_API is not.',
      why: 'On a server that others can reach the API is off unless it is switched on, so the tokens would be of no use.',
      fix: 'Set HEXFIX_API=on, or unset HEXFIX_API_TOKENS to run without the API.',
    });
  }
  if (tokens.some((token) => isPlaceholder(token) || token.length < LEAST_TOKEN_LENGTH || !TOKEN.test(token))) {
    faults.push({
      what: 'HEXFIX_API_TOKENS holds something that is no good as a token.',
      why: `A token shorter than ${LEAST_TOKEN_LENGTH} characters can be guessed, and one with other characters than letters, digits and -._~+/ fits no header.`,
      fix: 'Make each token with: openssl rand -hex 32',
    });
  }
  return faults;
}

/** Without a word about it, it runs where the local page does: on this machine and outside production. */
function isOn(env: Environment): boolean {
  return env.HEXFIX_API === undefined ? !isExposed(env) : env.HEXFIX_API === 'on';
}

function isExposed(env: Environment): boolean {
  return isProduction(env) || !isLoopback(env.HEXFIX_HOST);
}
