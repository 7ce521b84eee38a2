/** What the bot does with each kind of activity: posts, edits, presses, installations. */

import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Answer, Bot, Inbound } from '../../bot';
import { errorFields } from '../../ops/error-fields';
import { jsonResponse, type RawResponse } from '../../ops/http';
import type { Logger } from '../../ops/logger';
import { renderAdaptiveCard } from '../../render/adaptive-card';
import type { Reply } from '../../reply/reply';
import { localeOf, type TeamsActivity } from './activity';
import type { Sent } from './connector';
import { isFromBot, toInbound, toPress } from './inbound';
import type { Outbound, OutgoingMessage } from './outbound';

/** The verb of our buttons, set by the renderer. */
const VERB = 'follow-up';
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** An installation is told twice, by two kinds of activity within a second; their redeliveries come within minutes. */
const WELCOMED = { max: 10_000, ttl: 10 * 60 * 1000 };

const DONE: RawResponse = { status: 200 };
const NOT_SENT: RawResponse = { status: 500 };
const NOT_IMPLEMENTED: RawResponse = { status: 501 };

const cardActionSchema = z.object({ action: z.object({ verb: z.literal(VERB), data: z.unknown().optional() }) });

export interface Turns {
  /** Handles a verified activity, and gives what the platform is to be told. */
  take(activity: TeamsActivity): Promise<RawResponse>;
  /** Resolves when nothing goes on behind the answers given. */
  settle(): Promise<void>;
}

/** Makes the handler of all activities. */
export function createTurns(options: {
  readonly bot: Bot;
  readonly outbound: () => Outbound;
  readonly logger: Logger;
}): Turns {
  const { bot, outbound, logger } = options;
  const welcomed = new LRUCache<string, true>(WELCOMED);
  const underWay = new Set<Promise<unknown>>();

  async function take(activity: TeamsActivity): Promise<RawResponse> {
    switch (activity.type) {
      case 'message':
        if (isFromBot(activity)) return DONE;
        return isSubmit(activity) ? redrawPressed(activity) : answer(activity, (inbound) => bot.onMessage(inbound));
      case 'messageUpdate':
        return isFromBot(activity) ? DONE : answer(activity, (inbound) => bot.onEdit(inbound));
      case 'invoke':
        return activity.name === 'adaptiveCard/action' ? replaceCard(activity) : NOT_IMPLEMENTED;
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

  async function answer(
    activity: TeamsActivity,
    ask: (inbound: Inbound) => Promise<Answer | undefined>,
  ): Promise<RawResponse> {
    const inbound = toInbound(activity);
    const answer = await ask(inbound);
    if (answer === undefined) return DONE;
    const { replaces } = answer;
    const message = toMessage(answer.reply);
    const sent = await trySending(() =>
      replaces === undefined ? outbound().reply(activity, message) : outbound().redraw(activity, replaces, message),
    );
    if (sent === undefined) {
      await bot.release(inbound);
      return NOT_SENT;
    }
    await bot.confirmSent(inbound, sent.id ?? replaces);
    return DONE;
  }

  /** A button pressed in a client that knows `Action.Execute`: the new card is the answer to the request. */
  async function replaceCard(activity: TeamsActivity): Promise<RawResponse> {
    const pressed = cardActionSchema.safeParse(activity.value);
    const reply = await bot.onPress(toPress(activity, pressed.data?.action.data));
    goOnBehind(showOthers(activity, reply));
    return jsonResponse(200, { statusCode: 200, type: CARD_TYPE, value: renderAdaptiveCard(reply) });
  }

  /**
   * The answer to the request changes the card of the person who pressed. Where others read along, the message itself is
   * redrawn as well; nobody waits for that. A fresh start is for the presser alone: the card of the others still serves.
   */
  async function showOthers(activity: TeamsActivity, reply: Reply): Promise<void> {
    const { replyToId, conversation } = activity;
    if (replyToId === undefined || conversation.conversationType === 'personal' || reply.kind === 'fresh-start') return;
    await trySending(() => outbound().redraw(activity, replyToId, toMessage(reply)));
  }

  /** The same button in an older client, by `Action.Submit`: it comes as a message without words. */
  async function redrawPressed(activity: TeamsActivity): Promise<RawResponse> {
    const message = toMessage(await bot.onPress(toPress(activity, activity.value)));
    const { replyToId } = activity;
    const sent = await trySending(() =>
      replyToId === undefined ? outbound().reply(activity, message) : outbound().redraw(activity, replyToId, message),
    );
    return sent === undefined ? NOT_SENT : DONE;
  }

  function goOnBehind(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function welcome(activity: TeamsActivity): Promise<RawResponse> {
    const place = activity.conversation.id;
    if (welcomed.has(place)) return DONE;
    welcomed.set(place, true);
    const platformLocale = localeOf(activity);
    const reply = bot.onInstalled({
      ...(platformLocale !== undefined && { platformLocale }),
      ...(activity.from.name !== undefined && { installer: activity.from.name }),
    });
    const sent = await trySending(() => outbound().reply(whereInstalled(activity), toMessage(reply)));
    if (sent !== undefined) return DONE;
    welcomed.delete(place);
    return NOT_SENT;
  }

  /** What the service told of our message, or `undefined` when it did not take it: then Teams is to deliver again. */
  async function trySending(send: () => Promise<string | undefined>): Promise<Sent | undefined> {
    try {
      const id = await send();
      return id === undefined ? {} : { id };
    } catch (error) {
      logger.warn({ platform: 'teams', ...errorFields(error) }, 'An answer could not be sent to Teams.');
      return undefined;
    }
  }

  return {
    take,
    async settle() {
      await Promise.all(underWay);
    },
  };
}

function toMessage(reply: Reply): OutgoingMessage {
  return {
    type: 'message',
    // With a text beside the card, Teams makes two messages of one activity and tells the id of only one.
    summary: reply.summary,
    locale: reply.locale,
    attachments: [{ contentType: CARD_TYPE, content: renderAdaptiveCard(reply) }],
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
