/** A post handed to the bot: once it has resolved, the outbox answers, and Slack may forget the event. */

import type { webApi } from '@slack/bolt';
import type { Bot, Inbound } from '../../bot';
import type { Logger } from '../../ops/logger';
import type { Files } from './files';
import type { SlackPost } from './inbound';
import type { Outbound } from './outbound';
import type { Panel } from './panel';
import { readParent } from './parent';
import type { People } from './people';

/** What handling anything from Slack takes. */
export interface Tools {
  readonly bot: Bot;
  readonly client: webApi.WebClient;
  readonly outbound: Outbound;
  readonly people: People;
  readonly files: Files;
  readonly logger: Logger;
}

/** Rejects when nothing was stored, and the event is worth sending again. */
export async function answerPost(post: SlackPost, tools: Tools, panel: Pick<Panel, 'nameThread'>): Promise<void> {
  const { bot, client, people } = tools;
  const files = await tools.files.open(post.files ?? []);
  const findLocale = async () => (await people.find(post.inbound.person)).locale;
  const inbound: Inbound = { ...post.inbound, ...parentOf(post, client), files, findLocale };
  const answer = await (post.kind === 'edit' ? bot.onEdit(inbound) : bot.onMessage(inbound));
  if (answer !== undefined) await panel.nameThread(post.place, answer.reply, client);
}

/** A mention below another post may be about that one. */
function parentOf({ inbound, place }: SlackPost, client: webApi.WebClient): Pick<Inbound, 'parent'> {
  const { channel, thread } = place;
  if (inbound.door !== 'mention' || thread === undefined || thread === inbound.message) return {};
  return { parent: () => readParent(client, channel, thread) };
}
