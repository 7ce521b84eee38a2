/** A word to one person alone, by whatever way reaches them. */

import type { RespondFn } from '@slack/bolt';
import type { Reply } from '../../reply/reply';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import type { Place } from './place';

/** Whom to tell, and where; `respond` is missing where Slack gave no `response_url`. */
export interface Listener {
  readonly place: Place;
  readonly person: string;
  readonly respond: RespondFn | undefined;
}

/**
 * Through the `response_url`, which also works where the bot is no member; else by a call, which takes it and the person
 * to be in the channel. Rejects when neither has worked.
 */
export async function tellAside({ place, person, respond }: Listener, aside: Reply, tools: Tools): Promise<void> {
  const { outbound, logger } = tools;
  if (respond === undefined) return outbound.tell(place, person, aside);
  try {
    await outbound.tellThrough(respond, place, aside);
  } catch (error) {
    logger.warn(
      { code: readFailure(error).code },
      'Slack does not take a reply by its response_url; trying another way',
    );
    await outbound.tell(place, person, aside);
  }
}
