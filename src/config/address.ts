/** Who can reach an address, and who can listen on the way to it. */

import type { Environment } from './environment';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);
const TRIALS: ReadonlySet<string> = new Set(['development', 'test']);

/** Tells whether only this machine can reach `host`. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.has(host.toLowerCase());
}

/** Nobody on the way can read or change it; plain http on this machine serves for trials. */
export function isPrivateChannel(address: string, env: Environment): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname) && !isProduction(env));
}

/** Tells whether this is a server for others, and no trial. A word that nobody knows, such as `prod`, means one, too. */
export function isProduction({ NODE_ENV }: Pick<Environment, 'NODE_ENV'>): boolean {
  return NODE_ENV !== undefined && !TRIALS.has(NODE_ENV.trim().toLowerCase());
}
