/** The one message that the bot posts unasked: a welcome in the channel it has been invited to. */

import { LRUCache } from 'lru-cache';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import type { SlackArrival } from './inbound';
import { writePlace } from './place';

/** Longer than Slack's retries take, shorter than anybody needs to change their mind. */
const REMEMBER_MS = 15 * 60 * 1000;

/** Makes a greeter that welcomes once, however often Slack tells of the same arrival. */
export function createGreeter(): (arrival: SlackArrival, tools: Tools) => Promise<void> {
  const greeted = new LRUCache<string, true>({ max: 1_000, ttl: REMEMBER_MS });

  return async ({ tenant, channel, inviter }, { bot, outbound, people, logger }) => {
    const key = `${tenant}:${channel}`;
    if (greeted.has(key)) return;
    greeted.set(key, true);
    const { name, locale } = inviter === undefined ? {} : await people.find(inviter);
    const welcome = await bot.onInstalled({
      ...{ platform: 'slack', tenant, conversation: channel, channel, person: inviter ?? '' },
      place: writePlace({ channel, tenant }),
      ...(locale === undefined ? {} : { platformLocale: locale }),
      ...(name === undefined ? {} : { installer: name }),
    });
    try {
      await outbound.post({ channel }, welcome);
    } catch (error) {
      const { outcome, code } = readFailure(error);
      logger.error({ code }, 'The welcome could not be posted to Slack');
      if (outcome !== 'not-sent') return;
      greeted.delete(key);
      throw error;
    }
  };
}
