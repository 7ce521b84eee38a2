/** `admin rotate-keys`: seals what older keys have sealed with the first of `HEXFIX_TOKEN_KEYS`, so that those can go. */

import { UsageError } from '../usage-error';
import type { Prepare } from './task';

/** Exit code 1 when an installation opens with none of the keys, or there are no keys. */
export const rotateKeys: Prepare = ({ rest, json }, words) => {
  if (rest.length > 0) throw new UsageError(words.takesNoWords('rotate-keys'));
  return async (store, io) => {
    const rotation = await io.rotateKeys(store);
    if (rotation === undefined) {
      io.complain(words.noKeys);
      return 1;
    }
    const { resealed, current, unreadable } = rotation;
    await io.write(json ? `${JSON.stringify(rotation)}\n` : `${words.rotated(resealed, current)}\n`);
    if (unreadable.length === 0) return 0;
    io.complain(words.unreadable(unreadable));
    return 1;
  };
};
