/** The same code is not answered again and again in a channel, unless somebody asks. */

import type { Manners } from '../settings/manners';
import { cooldownKey, postKey } from './keys';
import type { BotParts } from './parts';
import type { Inbound } from './values';

/** What is about to be answered: the codes, and to whom. */
interface Answering {
  readonly codes: readonly string[];
  readonly to: 'thread' | 'writer';
}

/**
 * Tells whether all of these codes were answered there of late, so that nobody needs to hear it again unasked; who asks is
 * answered always. Either way their time begins now. An answer to one person alone keeps nobody else from theirs. When the
 * answer cannot be sent after all, the time goes on: the post itself has its case and is answered at the platform's next try.
 */
export async function isCoolingDown(
  inbound: Inbound,
  { codes, to }: Answering,
  { cooldownMs }: Pick<Manners, 'cooldownMs'>,
  { store, now }: Pick<BotParts, 'store' | 'now'>,
): Promise<boolean> {
  const { platform, tenant, door, conversation, channel = conversation, person } = inbound;
  if (cooldownMs === 0 || (door !== 'message' && door !== 'mention')) return false;
  const where = { platform, tenant, channel };
  const keys = codes.map((code) => cooldownKey(where, code, to === 'writer' ? person : undefined));
  const isFirst = await store.claimCooldown(keys, now(), cooldownMs);
  if (isFirst || door === 'mention') return false;
  return (await store.findCaseOfPost(postKey(inbound))) === undefined;
}
