/** What the bot does with each kind of activity: posts, edits, presses, forms, installations. */

import { LRUCache } from 'lru-cache';
import type { Answer, Bot, Inbound } from '../../bot';
import type { RawResponse } from '../../ops/http';
import type { TeamsActivity } from './activity';
import { filesOf } from './files';
import { isFromBot, toInbound, whoAndWhere } from './inbound';
import type { People } from './people';
import { createPresses, type PressParts } from './presses';
import { DONE, NOT_IMPLEMENTED, NOT_SENT } from './responses';
import { createTakeSubmission } from './submissions';

/** An installation is told twice, by two kinds of activity within a second; their redeliveries come within minutes. */
const WELCOMED = { max: 10_000, ttl: 10 * 60 * 1000 };

export interface Turns {
  /** Handles a verified activity, and gives what the platform is to be told. */
  take(activity: TeamsActivity): Promise<RawResponse>;
  /** Resolves when nothing goes on behind the answers given. */
  settle(): Promise<void>;
}

/** Makes the handler of all activities. */
export function createTurns(
  parts: {
    readonly bot: Bot;
    readonly people: People;
    /** Where files may come from beside Microsoft's own hosts. */
    readonly fileHosts?: readonly string[] | undefined;
  } & Omit<PressParts, 'goOnBehind'>,
): Turns {
  const { bot, people, sender, fileHosts } = parts;
  const welcomed = new LRUCache<string, true>(WELCOMED);
  const underWay = new Set<Promise<unknown>>();
  const presses = createPresses({ ...parts, goOnBehind });
  const takeSubmission = createTakeSubmission(parts);

  async function take(activity: TeamsActivity): Promise<RawResponse> {
    people.see(activity);
    switch (activity.type) {
      case 'message':
        if (isFromBot(activity)) return DONE;
        return isSubmit(activity) ? presses.submit(activity) : answer(activity, (inbound) => bot.onMessage(inbound));
      case 'messageUpdate':
        return isFromBot(activity) ? DONE : answer(activity, (inbound) => bot.onEdit(inbound));
      case 'invoke':
        return takeInvoke(activity);
      case 'installationUpdate':
        if (activity.action === 'add') return welcome(activity);
        if (activity.action === 'remove') welcomed.delete(activity.conversation.id);
        return DONE;
      case 'conversationUpdate':
        return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ? welcome(activity) : DONE;
      default:
        return DONE;
    }
  }

  async function takeInvoke(activity: TeamsActivity): Promise<RawResponse> {
    switch (activity.name) {
      case 'adaptiveCard/action':
        return presses.execute(activity);
      case 'task/fetch':
        return presses.open(activity);
      case 'task/submit':
        return takeSubmission(activity);
      default:
        return NOT_IMPLEMENTED;
    }
  }

  async function answer(
    activity: TeamsActivity,
    ask: (inbound: Inbound) => Promise<Answer | undefined>,
  ): Promise<RawResponse> {
    const inbound = { ...toInbound(activity), files: filesOf(activity, fileHosts) };
    const answer = await ask(inbound);
    if (answer === undefined) return DONE;
    const { reply, replaces } = answer;
    const sent = await (replaces === undefined
      ? sender.reply(activity, reply)
      : sender.redraw(activity, replaces, reply));
    if (sent === undefined) {
      await bot.release(inbound);
      return NOT_SENT;
    }
    await bot.confirmSent(inbound, sent.id ?? replaces);
    return DONE;
  }

  function goOnBehind(work: Promise<unknown>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function welcome(activity: TeamsActivity): Promise<RawResponse> {
    const place = activity.conversation.id;
    if (welcomed.has(place)) return DONE;
    welcomed.set(place, true);
    const reply = await bot.onInstalled({
      ...whoAndWhere(activity),
      ...(activity.from.name !== undefined && { installer: activity.from.name }),
    });
    if ((await sender.reply(whereInstalled(activity), reply)) !== undefined) return DONE;
    welcomed.delete(place);
    return NOT_SENT;
  }

  return {
    take,
    async settle() {
      await Promise.all(underWay);
    },
  };
}

function isSubmit({ text, value }: TeamsActivity): boolean {
  return value !== undefined && value !== null && !text?.trim();
}

/** The channel that the installer chose, else where the news came from; a new post there, below nothing. */
function whereInstalled({ id: _news, ...activity }: TeamsActivity): TeamsActivity {
  const channel = activity.channelData?.settings?.selectedChannel?.id;
  return channel === undefined ? activity : { ...activity, conversation: { ...activity.conversation, id: channel } };
}
