/** Sends what nobody waits for, and tells who works at the help desk. */

import { LRUCache } from 'lru-cache';
import type { Logger } from '../../ops/logger';
import { type Messenger, type Posted, SendFailure, type Sending } from '../../outbox/messenger';
import type { Reply } from '../../reply/reply';
import { type Agents, createAgents } from './agents';
import type { SlackConfig } from './config';
import { toSendFailure } from './failure';
import { findPosted } from './find-posted';
import type { Line, Lines, NoLine } from './lines';
import { createMarks, DEFAULT_EMOJI } from './marks';
import { mayRead } from './may-read';
import type { Sent } from './outbound';
import { pacesOf } from './paces';
import { createPermalinks } from './permalinks';
import { type Place, readPlace, writePlace } from './place';
import type { Timing } from './timing';

/** Channels whose members are remembered; a workspace has a few of these at most. */
const MOST_CHANNELS = 1_000;

/** Makes it around the lines to Slack, which are absent until `start` has loaded what speaks to it. */
export function createMessenger(options: {
  readonly lines: () => Lines | undefined;
  readonly config: SlackConfig;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly nowMs: () => number;
}): Messenger {
  const { lines, config, logger, timing, nowMs } = options;
  const triageChannel = 'botToken' in config ? config.triageChannel : undefined;
  const marks = createMarks({ emoji: config.statusEmoji ?? DEFAULT_EMOJI, logger });
  const permalinks = createPermalinks(timing.lookUpMs);
  const agents = new LRUCache<string, Agents>({ max: MOST_CHANNELS });

  async function post(place: Place, reply: Reply, sending: Sending): Promise<Posted> {
    const { outbound, identity } = await expectLine(place);
    const tenant = place.tenant ?? identity.team;
    return toPosted({ ...place, tenant }, await orSendFailure(outbound.post(place, reply, sending)));
  }

  async function findLine({ tenant }: Place): Promise<Line | NoLine> {
    return (await lines()?.find({ teamId: tenant })) ?? 'not_connected';
  }

  async function expectLine(place: Place): Promise<Line> {
    const found = await findLine(place).catch(() => 'not_connected' as const);
    if (typeof found === 'object') return found;
    throw new SendFailure(found === 'not_installed' ? 'refused' : 'not-sent', found);
  }

  /** For what is only looked up: no line, no answer. */
  async function lineIfAny(place: Place): Promise<Line | undefined> {
    const found = await findLine(place).catch(() => undefined);
    return typeof found === 'object' ? found : undefined;
  }

  /** With one bot token, whatever stands in another workspace has no triage channel. */
  function isOurs({ tenant }: Place): boolean {
    return !('botToken' in config) || tenant === undefined || tenant === lines()?.peek(tenant)?.identity.team;
  }

  function agentsOf(channel: string, { tenant }: Place): Agents {
    const key = JSON.stringify([tenant, channel]);
    const known = agents.get(key) ?? createAgents({ channel, logger, timeoutMs: timing.lookUpMs, nowMs });
    agents.set(key, known);
    return known;
  }

  return {
    async post(place, reply, sending) {
      return post(expectPlace(place), reply, sending);
    },

    async postPrivately(near, person, reply, sending) {
      const { tenant } = expectPlace(near);
      // Slack opens the direct message by itself when a person stands in the channel's place.
      return post({ channel: person, ...(tenant === undefined ? {} : { tenant }) }, reply, sending);
    },

    async redraw(place, message, reply) {
      const at = expectPlace(place);
      const { outbound } = await expectLine(at);
      await orSendFailure(outbound.replace(at.channel, message, reply));
    },

    async findPosted(place, key) {
      const to = readPlace(place);
      if (to === undefined) return 'cannot-tell';
      try {
        const { client, identity } = await expectLine(to);
        const found = await findPosted(client, to, { key, botId: identity.botId, nowMs: nowMs() });
        return typeof found === 'string' ? found : toPosted(to, { channel: to.channel, ts: found.ts });
      } catch (error) {
        const failure = toSendFailure(error);
        // Where Slack is away or busy, there is something to see later.
        if (failure.outcome !== 'refused') throw failure;
        logger.warn({ code: failure.message }, 'Slack does not let Hexfix look whether a message was posted');
        return 'cannot-tell';
      }
    },

    async remove(place, message) {
      const at = expectPlace(place);
      const { outbound } = await expectLine(at);
      await orSendFailure(outbound.remove(at.channel, message));
    },

    triagePlace(near, route) {
      const place = readPlace(near);
      const channel = route?.slack ?? triageChannel;
      if (channel === undefined || place === undefined || !isOurs(place)) return undefined;
      return writePlace({ ...place, channel, thread: undefined });
    },

    digest() {
      const tenant = lines()?.peek(undefined)?.identity.team;
      if (triageChannel === undefined || tenant === undefined) return undefined;
      return { place: writePlace({ channel: triageChannel, tenant }), tenant };
    },

    async isAgent(near, person, route) {
      const place = readPlace(near);
      const channel = route?.slack ?? triageChannel;
      if (channel === undefined || place === undefined || !isOurs(place)) return true;
      const current = await lineIfAny(place);
      return current === undefined || agentsOf(channel, place).has(current.client, person);
    },

    async mark(place, message, mark, isFirst = false) {
      const at = expectPlace(place);
      const { client } = await expectLine(at);
      await orSendFailure(marks.put(client, at.channel, message, { mark, isFirst }));
    },

    pacesOf,

    async roleOf(near, person) {
      const place = readPlace(near);
      const current = place && (await lineIfAny(place));
      return current === undefined ? 'member' : current.people.roleOf(person, place?.tenant);
    },

    canListen(near) {
      const place = readPlace(near);
      return place === undefined || mayRead(place, lines()?.peek(place.tenant)?.scopes ?? []);
    },

    async linkTo(place, message) {
      const at = readPlace(place);
      const current = at && (await lineIfAny(at));
      if (at === undefined || current === undefined) return undefined;
      return permalinks.find(current.client, at.channel, message);
    },
  };
}

async function orSendFailure<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toSendFailure(error);
  }
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
