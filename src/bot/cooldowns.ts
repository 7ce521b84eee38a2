/** The same code is not answered again and again in a channel, unless somebody asks. */

import type { Manners } from '../settings/manners';
import type { NewCooldown } from '../store/ports';
import { cooldownKey } from './keys';
import type { Inbound } from './values';

/** What is about to be answered: the codes, and to whom. */
interface Answering {
  readonly codes: readonly string[];
  readonly to: 'thread' | 'writer';
}

/**
 * The time that begins with an answer to these codes; `undefined` where there is none. Where all of them were answered of late,
 * a post that asks nobody opens no case; who asks is answered always. An answer to one person alone keeps nobody else from
 * theirs.
 */
export function cooldownFor(
  { platform, tenant, door, conversation, channel = conversation, person }: Inbound,
  { codes, to }: Answering,
  { cooldownMs }: Pick<Manners, 'cooldownMs'>,
): NewCooldown | undefined {
  if (cooldownMs === 0 || codes.length === 0 || (door !== 'message' && door !== 'mention')) return undefined;
  const where = { platform, tenant, channel };
  const keys = codes.map((code) => cooldownKey(where, code, to === 'writer' ? person : undefined));
  return { keys, lastsMs: cooldownMs, isBinding: door === 'message' };
}
