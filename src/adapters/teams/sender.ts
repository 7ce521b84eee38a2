/** Sending while a request is at hand: into its conversation, with the names of the people in the reply. */

import { errorFields } from '../../ops/error-fields';
import type { Logger } from '../../ops/logger';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import type { Sent } from './connector';
import { toMessage } from './message';
import type { Outbound } from './outbound';
import type { People } from './people';
import { placeOf } from './place';
import type { Viewers } from './viewers';

/** Both give what the service told of our message, or `undefined` when it did not take it. Neither rejects. */
export interface Sender {
  reply(activity: TeamsActivity, reply: Reply): Promise<Sent | undefined>;
  /** Puts the reply in the place of a message of ours. */
  redraw(activity: TeamsActivity, messageId: string, reply: Reply): Promise<Sent | undefined>;
}

export function createSender(parts: {
  readonly outbound: () => Promise<Outbound>;
  readonly people: People;
  readonly viewers: Viewers;
  readonly logger: Logger;
}): Sender {
  const { outbound, people, viewers, logger } = parts;

  async function trySending(send: () => Promise<string | undefined>): Promise<Sent | undefined> {
    try {
      const id = await send();
      return id === undefined ? {} : { id };
    } catch (error) {
      logger.warn({ platform: 'teams', ...errorFields(error) }, 'An answer could not be sent to Teams.');
      return undefined;
    }
  }

  async function draw(activity: TeamsActivity, reply: Reply) {
    return toMessage(await people.name(reply, placeOf(activity)), viewers.ofActivity(activity, reply));
  }

  return {
    reply: (activity, reply) => trySending(async () => (await outbound()).reply(activity, await draw(activity, reply))),
    redraw: (activity, messageId, reply) =>
      trySending(async () => (await outbound()).redraw(activity, messageId, await draw(activity, reply))),
  };
}
