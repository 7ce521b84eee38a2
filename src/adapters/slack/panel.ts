/**
 * The assistant's panel: questions to begin with, and a title for what has been asked. Both are extras: without the scope
 * for them the panel is a chat like any other.
 * @see https://docs.slack.dev/ai/developing-ai-apps
 */

import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../bot';
import type { Reply } from '../../reply/reply';
import type { People } from './people';
import type { Place } from './place';
import { whoAt } from './who';

/** Threads that were begun there; only they have a title, which nobody misses after a restart. */
const MOST_THREADS = 1_000;
const CODE = /0x[0-9A-F]{8}/;

export interface Panel {
  /** Somebody has opened it. */
  begin(place: Place, person: string, tools: PanelTools): Promise<void>;
  /** Something was answered at a place, perhaps there. Never rejects. */
  nameThread(place: Place, reply: Reply, client: webApi.WebClient): Promise<void>;
}

export interface PanelTools {
  readonly bot: Bot;
  readonly client: webApi.WebClient;
  readonly people: People;
}

export function createPanel(): Panel {
  const begun = new LRUCache<string, true>({ max: MOST_THREADS });

  return {
    async begin({ channel, thread = '', tenant }, person, { bot, client, people }) {
      begun.set(keyOf(channel, thread), true);
      const { locale } = await people.find(person);
      const prompts = await bot.prompts(whoAt({ channel, thread, tenant }, person, locale));
      if (prompts.length === 0) return;
      await quietly(
        client.assistant.threads.setSuggestedPrompts({ channel_id: channel, thread_ts: thread, prompts: [...prompts] }),
      );
    },

    async nameThread({ channel, thread = '' }, { title: answered }, client) {
      const [title] = CODE.exec(answered) ?? [];
      if (title === undefined || !begun.has(keyOf(channel, thread))) return;
      await quietly(client.assistant.threads.setTitle({ channel_id: channel, thread_ts: thread, title }));
    },
  };
}

async function quietly(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}

function keyOf(channel: string, thread: string): string {
  return `${channel}:${thread}`;
}
