/** What Slack tells about a person: the language they use it in, their name, and their role. Events carry none of it. */

import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../ops/logger';
import type { Role } from '../../outbox/messenger';
import { readFailure } from './failure';
import { withTimeLimit } from './time-limit';

/** What people set, and who they are. */
const TTL_MS = 12 * 60 * 60 * 1000;
/** Whoever has lost a right keeps it no longer than this. */
const ROLE_TTL_MS = 5 * 60 * 1000;
/** After a failure Slack is asked again soon, but not for every message. */
const FAILURE_TTL_MS = 5 * 60 * 1000;

export interface Person {
  /** A language tag, for example `zh-CN`. */
  readonly locale?: string;
  readonly name?: string;
  readonly role?: Role;
  /** The workspaces that they belong to. */
  readonly teams?: readonly string[];
}

export interface People {
  /** Never rejects: an answer in the default language is better than none. */
  find(userId: string): Promise<Person>;
  /** What they may change in a workspace; `member` where Slack does not tell, or not in time. Never rejects. */
  roleOf(userId: string, team: string | undefined): Promise<Role>;
}

/** Makes the look-up. It waits at most `timeoutMs`; what comes later serves the person's next message. */
export function createPeople(client: webApi.WebClient, logger: Logger, timeoutMs: number, mostPeople: number): People {
  const known = new LRUCache<string, Promise<Person>>({ max: mostPeople, ttl: TTL_MS });
  const knownLately = new LRUCache<string, Promise<Person>>({ max: mostPeople, ttl: ROLE_TTL_MS });
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
      if (user === undefined) return {};
      const { profile, real_name, locale } = user;
      const name = profile?.display_name || real_name;
      return { ...(locale ? { locale } : {}), ...(name ? { name } : {}), role: toRole(user), teams: teamsOf(user) };
    } catch (error) {
      complain(readFailure(error).code);
      known.set(userId, Promise.resolve({}), { ttl: FAILURE_TTL_MS });
      return {};
    }
  }

  function askAnew(userId: string): Promise<Person> {
    const pending = ask(userId);
    known.set(userId, pending);
    knownLately.set(userId, pending);
    return pending;
  }

  return {
    find(userId) {
      return withTimeLimit(known.get(userId) ?? askAnew(userId), timeoutMs, {});
    },

    async roleOf(userId, team) {
      const { role, teams = [] } = await withTimeLimit(knownLately.get(userId) ?? askAnew(userId), timeoutMs, {});
      // Who has rights in another workspace, with which this one shares a channel, has none here.
      const isFromElsewhere = team !== undefined && teams.length > 0 && !teams.includes(team);
      return isFromElsewhere ? 'guest' : (role ?? 'member');
    },
  };
}

type Rights = NonNullable<webApi.UsersInfoResponse['user']>;

/** Guests, and people whom Slack itself hardly knows, change nothing for others. */
function toRole({
  is_admin,
  is_owner,
  is_primary_owner,
  is_restricted,
  is_ultra_restricted,
  is_stranger,
}: Rights): Role {
  if (is_restricted || is_ultra_restricted || is_stranger) return 'guest';
  return is_admin || is_owner || is_primary_owner ? 'admin' : 'member';
}

function teamsOf({ team_id, enterprise_user }: Rights): readonly string[] {
  return [...(team_id === undefined ? [] : [team_id]), ...(enterprise_user?.teams ?? [])];
}
