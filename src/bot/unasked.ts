/**
 * How often the bot speaks up in a channel unasked. Whatever makes it answer again and again, another bot for example, comes to
 * an end by this; who mentions it is answered always.
 */

import type { Decision } from '../cases/policy';
import type { Pace } from '../store/ports';
import { unaskedKey } from './keys';
import type { BotParts } from './parts';
import type { Inbound } from './values';

const MOST = 5;
const WINDOW_MS = 10 * 60 * 1000;

/**
 * The turns of which an answer before all takes one, where nobody has asked for it. Each is free again ten minutes after it was
 * taken, so that no ten minutes see more answers than there are turns.
 */
export function unaskedTurns(
  { platform, tenant, door, conversation, channel = conversation }: Inbound,
  to: Extract<Decision, { speak: true }>['to'],
  { mostUnasked = MOST }: Pick<BotParts, 'mostUnasked'>,
): readonly Pace[] | undefined {
  // On the local page nobody but one person is disturbed, who may want to try many codes.
  const isTrial = platform === 'playground';
  if (door !== 'message' || to !== 'thread' || mostUnasked === 0 || isTrial) return undefined;
  return Array.from({ length: mostUnasked }, (_, turn) => ({
    key: unaskedKey({ platform, tenant, channel }, turn),
    everyMs: WINDOW_MS,
    burst: 1,
  }));
}
