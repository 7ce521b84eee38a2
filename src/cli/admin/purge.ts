/** `admin purge`: deletes everything of an organization, for example because it has left Teams without a word. */

import { UsageError } from '../usage-error';
import type { Prepare } from './task';

const PLATFORMS: readonly string[] = ['slack', 'teams', 'playground'];

/** Exit code 1 when there was nothing of it. */
export const purge: Prepare = ({ rest, yes, json }, words) => {
  const [platform, tenant, ...more] = rest;
  if (platform === undefined || tenant === undefined || tenant === '' || more.length > 0)
    throw new UsageError(words.purgeWhom);
  if (!PLATFORMS.includes(platform)) throw new UsageError(words.badPlatform(platform));
  if (!yes) throw new UsageError(words.sayYes(platform, tenant));
  return async (store, io) => {
    const rows = await store.purge(platform, tenant, io.now());
    await io.write(json ? `${JSON.stringify({ rows })}\n` : `${words.purged(rows)}\n`);
    return rows > 0 ? 0 : 1;
  };
};
