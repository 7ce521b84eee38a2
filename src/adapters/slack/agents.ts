/** Who works at the help desk: the members of the triage channel. */

import type { webApi } from '@slack/bolt';
import type { Logger } from '../../ops/logger';
import { readFailure } from './failure';
import { withTimeLimit } from './time-limit';

/** Somebody who has just been invited, or removed, is taken for what they were no longer than this. */
const TTL_MS = 5 * 60 * 1000;
/** After a failure Slack is asked again soon, but not at every press. */
const FAILURE_TTL_MS = 30 * 1000;
/** Slack's most; it recommends fewer, but a help desk hardly has more than one page of members. */
const PAGE = 999;
const MOST_PAGES = 5;

/** The members, or `undefined` where they cannot be found out. */
type Members = ReadonlySet<string> | undefined;

export interface Agents {
  /** `true` also where it cannot be found out, or not in time. Never rejects. */
  has(client: webApi.WebClient, person: string): Promise<boolean>;
}

/** Makes the look-up for a channel. It waits at most `timeoutMs`. */
export function createAgents(options: {
  readonly channel: string;
  readonly logger: Logger;
  readonly timeoutMs: number;
  readonly nowMs: () => number;
}): Agents {
  const { channel, logger, timeoutMs, nowMs } = options;
  let known: { readonly members: Promise<Members>; untilMs: number } | undefined;
  let lastComplaint: string | undefined;

  async function ask(client: webApi.WebClient): Promise<Members> {
    try {
      return await readMembers(client, channel);
    } catch (error) {
      const { code } = readFailure(error);
      if (code !== lastComplaint) {
        logger.warn(
          { code },
          'Slack does not tell who is in the triage channel, so nobody is refused as a stranger to it; invite Hexfix to it, and give the app the scope groups:read (channels:read if the channel is public)',
        );
      }
      lastComplaint = code;
      return undefined;
    }
  }

  function look(client: webApi.WebClient): Promise<Members> {
    if (known !== undefined && nowMs() < known.untilMs) return known.members;
    const asked = { members: ask(client), untilMs: nowMs() + TTL_MS };
    known = asked;
    void asked.members.then((members) => {
      if (members === undefined) asked.untilMs = nowMs() + FAILURE_TTL_MS;
    });
    return asked.members;
  }

  return {
    async has(client, person) {
      const members = await withTimeLimit(look(client), timeoutMs, undefined);
      return members === undefined || members.has(person);
    },
  };
}

/** All of them, or `undefined` where there are more than is worth reading. */
async function readMembers(client: webApi.WebClient, channel: string): Promise<Members> {
  const members = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
    for (const member of answer.members ?? []) members.add(member);
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return members;
  }
  return undefined;
}
