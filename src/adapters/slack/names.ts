/** Names in what we send: the bot speaks of people by their ids, and Slack knows what they are called. */

import { nameReply, peopleIn } from '../../reply/people';
import type { Reply } from '../../reply/reply';
import type { People } from './people';

/** Each name may cost a call, so a message waits for a few at most; nobody is missed who is not named. */
const MOST_NAMES = 20;

/** The reply with the names that Slack tells in time. Whoever stays unknown keeps the reply's own neutral words. */
export async function withNames(reply: Reply, people: People): Promise<Reply> {
  const ids = [...peopleIn(reply)].slice(0, MOST_NAMES);
  const found = await Promise.all(ids.map(async (id) => ({ id, name: (await people.find(id)).name })));
  const names = found.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const]));
  return nameReply(reply, new Map(names));
}
