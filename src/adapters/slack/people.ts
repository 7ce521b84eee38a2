/** What Slack tells about a person: the language they use it in, and their name. Events carry neither. */

import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../ops/logger';
import { readFailure } from './failure';
import { withTimeLimit } from './time-limit';

const TTL_MS = 12 * 60 * 60 * 1000;
/** After a failure Slack is asked again soon, but not for every message. */
const FAILURE_TTL_MS = 5 * 60 * 1000;

export interface Person {
  /** A language tag, for example `zh-CN`. */
  readonly locale?: string;
  readonly name?: string;
}

export interface People {
  /** Never rejects: an answer in the default language is better than none. */
  find(userId: string): Promise<Person>;
}

/** Makes the look-up. It waits at most `timeoutMs`; what comes later serves the person's next message. */
export function createPeople(client: webApi.WebClient, logger: Logger, timeoutMs: number, mostPeople: number): People {
  const known = new LRUCache<string, Promise<Person>>({ max: mostPeople, ttl: TTL_MS });
  let lastComplaint: string | undefined;

  /** Once for the same trouble, however many people it concerns. Somebody of another workspace is no trouble. */
  function complain(code: string): void {
    if (code === lastComplaint || code === 'user_not_found' || code === 'user_not_visible') return;
    lastComplaint = code;
    logger.warn(
      { code },
      'Slack does not tell a person’s language and name; check that the app has the scope users:read',
    );
  }

  async function ask(userId: string): Promise<Person> {
    try {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      const name = user?.profile?.display_name || user?.real_name;
      return { ...(user?.locale ? { locale: user.locale } : {}), ...(name ? { name } : {}) };
    } catch (error) {
      complain(readFailure(error).code);
      known.set(userId, Promise.resolve({}), { ttl: FAILURE_TTL_MS });
      return {};
    }
  }

  return {
    find(userId) {
      let pending = known.get(userId);
      if (pending === undefined) {
        pending = ask(userId);
        known.set(userId, pending);
      }
      return withTimeLimit(pending, timeoutMs, {});
    },
  };
}
