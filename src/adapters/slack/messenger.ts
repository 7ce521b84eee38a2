/** Sends what nobody waits for, and tells who works at the help desk. */

import type { Logger } from '../../ops/logger';
import { type Messenger, type Posted, SendFailure } from '../../outbox/messenger';
import type { Reply } from '../../reply/reply';
import { type Agents, createAgents } from './agents';
import type { SlackConfig } from './config';
import type { Line } from './connection';
import { readFailure, toSendFailure } from './failure';
import { findPosted } from './find-posted';
import type { Sent } from './outbound';
import { createPermalinks } from './permalinks';
import { type Place, readPlace, writePlace } from './place';
import type { Timing } from './timing';

/** Makes it around a line to Slack, which is absent until Slack has accepted us. */
export function createMessenger(options: {
  readonly line: () => Line | undefined;
  readonly config: SlackConfig;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly nowMs: () => number;
}): Messenger {
  const { line, logger, timing, nowMs } = options;
  const { triageChannel } = options.config;
  const permalinks = createPermalinks(timing.lookUpMs);
  const agents = new Map<string, Agents>();

  async function post(place: Place, reply: Reply, key: string): Promise<Posted> {
    const { outbound, identity } = expectLine(line());
    const tenant = place.tenant ?? identity.team;
    return toPosted({ ...place, tenant }, await sending(outbound.post(place, reply, key)));
  }

  /** One bot token, one workspace: whatever stands in another one has no triage channel. */
  function isOurs({ tenant }: Place): boolean {
    return tenant === undefined || tenant === line()?.identity.team;
  }

  function agentsOf(channel: string): Agents {
    const known = agents.get(channel) ?? createAgents({ channel, logger, timeoutMs: timing.lookUpMs, nowMs });
    agents.set(channel, known);
    return known;
  }

  return {
    async post(place, reply, key) {
      return post(expectPlace(place), reply, key);
    },

    async postPrivately(near, person, reply, key) {
      const { tenant } = expectPlace(near);
      // Slack opens the direct message by itself when a person stands in the channel's place.
      return post({ channel: person, ...(tenant === undefined ? {} : { tenant }) }, reply, key);
    },

    async redraw(place, message, reply) {
      const { channel } = expectPlace(place);
      await sending(expectLine(line()).outbound.replace(channel, message, reply));
    },

    async findPosted(place, key) {
      const to = readPlace(place);
      const current = line();
      if (to === undefined || current === undefined) return 'cannot-tell';
      try {
        const { botId } = current.identity;
        const found = await findPosted(current.client, to, { key, botId, nowMs: nowMs() });
        return typeof found === 'string' ? found : toPosted(to, { channel: to.channel, ts: found.ts });
      } catch (error) {
        logger.warn({ code: readFailure(error).code }, 'Slack does not let Hexfix look whether a message was posted');
        return 'cannot-tell';
      }
    },

    async remove(place, message) {
      const { channel } = expectPlace(place);
      await sending(expectLine(line()).outbound.remove(channel, message));
    },

    triagePlace(near, route) {
      const place = readPlace(near);
      const channel = route?.slack ?? triageChannel;
      if (channel === undefined || place === undefined || !isOurs(place)) return undefined;
      return writePlace({ ...place, channel, thread: undefined });
    },

    digest() {
      const tenant = line()?.identity.team;
      if (triageChannel === undefined || tenant === undefined) return undefined;
      return { place: writePlace({ channel: triageChannel, tenant }), tenant };
    },

    async isAgent(near, person, route) {
      const place = readPlace(near);
      const current = line();
      const channel = route?.slack ?? triageChannel;
      if (channel === undefined || current === undefined || place === undefined || !isOurs(place)) return true;
      return agentsOf(channel).has(current.client, person);
    },

    roleOf: async () => 'member',

    canListen: () => true,

    async linkTo(place, message) {
      const at = readPlace(place);
      const current = line();
      if (at === undefined || current === undefined) return undefined;
      return permalinks.find(current.client, at.channel, message);
    },
  };
}

async function sending<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toSendFailure(error);
  }
}

function expectLine(line: Line | undefined): Line {
  if (line === undefined) throw new SendFailure('not-sent', 'not_connected');
  return line;
}

/** A place that we did not write will not become one by waiting. */
function expectPlace(text: string): Place {
  const place = readPlace(text);
  if (place === undefined) throw new SendFailure('refused', 'unreadable_place');
  return place;
}

/** What Slack has taken without telling its id cannot be redrawn or found again. */
function toPosted({ thread, tenant }: Place, { channel, ts }: Sent): Posted {
  if (ts === undefined) throw new SendFailure('unknown', 'no_message_id');
  return { conversation: channel, place: writePlace({ channel, thread, tenant }), message: ts };
}
