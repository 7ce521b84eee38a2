/** What the bot does with each kind of activity: posts, edits, deletions, presses, forms, searches, installations. */

import { LRUCache } from 'lru-cache';
import type { Bot, Inbound } from '../../bot';
import type { RawResponse } from '../../ops/http';
import { mentionsOfBot, type TeamsActivity } from './activity';
import { createDialogs } from './dialogs';
import { createExtension } from './extension';
import { createFeedback } from './feedback';
import { filesOf } from './files';
import { isFromBot, isPersonal, toInbound, whoAndWhere } from './inbound';
import type { People } from './people';
import { channelOf } from './place';
import { createPresses, type PressParts } from './presses';
import { DONE, NOT_IMPLEMENTED, NOT_SENT } from './responses';
import type { Roles } from './roles';
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
  options: {
    readonly bot: Bot;
    readonly people: People;
    readonly roles: Roles;
    /** Whether posts that do not mention the bot are looked at. */
    readonly listening: boolean;
    /** Where files may come from beside Microsoft's own hosts. */
    readonly fileHosts?: readonly string[] | undefined;
  } & Omit<PressParts, 'goOnBehind' | 'dialogs'>,
): Turns {
  const { bot, people, sender, listening, fileHosts } = options;
  const welcomed = new LRUCache<string, true>(WELCOMED);
  const underWay = new Set<Promise<unknown>>();
  const parts = { ...options, dialogs: createDialogs(people), goOnBehind };
  const presses = createPresses(parts);
  const takeSubmission = createTakeSubmission({ ...parts, isAnswerShown: false });
  const extension = createExtension(parts);
  const feedback = createFeedback(parts);

  async function take(activity: TeamsActivity): Promise<RawResponse> {
    people.see(activity);
    switch (activity.type) {
      case 'message':
        return isSubmit(activity) && !isFromBot(activity) ? presses.submit(activity) : takePost(activity);
      case 'messageUpdate':
        return takePost(activity);
      case 'messageDelete':
        return forget(activity);
      case 'invoke':
        return takeInvoke(activity);
      case 'installationUpdate':
        // Where the bot is removed from, nothing can be sent any more, and what is stored goes by its age. That a whole
        // organization has removed it is told to nobody: Teams names each place, and never the last one.
        if (activity.action === 'remove') welcomed.delete(activity.conversation.id);
        return activity.action === 'add' ? welcome(activity) : DONE;
      case 'conversationUpdate':
        return isArrival(activity) ? welcome(activity) : DONE;
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
      case 'composeExtension/query':
        return extension.query(activity);
      case 'composeExtension/queryLink':
        return extension.previewLink(activity);
      case 'composeExtension/fetchTask':
        return extension.open(activity);
      case 'composeExtension/submitAction':
        return extension.submit(activity);
      case 'message/fetchTask':
        return feedback.open(activity);
      case 'message/submitAction':
        return feedback.submit(activity);
      default:
        return NOT_IMPLEMENTED;
    }
  }

  /** A post, new, edited, or restored after it was deleted, which counts as new. */
  async function takePost(activity: TeamsActivity): Promise<RawResponse> {
    if (isFromBot(activity) || !isHeard(activity)) return DONE;
    const isUpdate = activity.type === 'messageUpdate';
    const isRestored = isUpdate && activity.channelData?.eventType === 'undeleteMessage';
    const post: Inbound = { ...toInbound(activity), files: filesOf(activity, fileHosts) };
    const inbound = isRestored ? { ...post, isRestored } : post;
    // Once that has resolved, the outbox answers, and Teams may forget the post.
    await (isUpdate && !isRestored ? bot.onEdit(inbound) : bot.onMessage(inbound));
    return DONE;
  }

  /** What passes by is dropped unread unless the organization has consented to more by what it has installed. */
  function isHeard(activity: TeamsActivity): boolean {
    return listening || isPersonal(activity) || mentionsOfBot(activity).length > 0;
  }

  async function forget(activity: TeamsActivity): Promise<RawResponse> {
    const { id: message } = activity;
    if (message !== undefined) await bot.onDelete({ ...whoAndWhere(activity), message });
    return DONE;
  }

  function goOnBehind(work: Promise<unknown>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function welcome(activity: TeamsActivity): Promise<RawResponse> {
    const place = activity.conversation.id;
    // There the prompt starters of the manifest greet, and Teams shows them only as long as the chat is empty.
    if (isPersonal(activity) || welcomed.has(place)) return DONE;
    welcomed.set(place, true);
    const there = whereInstalled(activity);
    const reply = await bot.onInstalled({
      ...whoAndWhere(there),
      ...(activity.from.name !== undefined && { installer: activity.from.name }),
    });
    if ((await sender.reply(there, reply)) !== undefined) return DONE;
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

/** The bot has come into a chat. Of a team the other kind of activity tells too, and it alone names the chosen channel. */
function isArrival({ conversation, recipient, membersAdded }: TeamsActivity): boolean {
  const isInTeam = channelOf(conversation.id) !== undefined;
  return !isInTeam && membersAdded?.some(({ id }) => id === recipient.id) === true;
}

/** The channel that the installer chose, else where the news came from; a new post there, below nothing. */
function whereInstalled({ id: _news, ...activity }: TeamsActivity): TeamsActivity {
  const channel = activity.channelData?.settings?.selectedChannel?.id;
  return channel === undefined ? activity : { ...activity, conversation: { ...activity.conversation, id: channel } };
}
