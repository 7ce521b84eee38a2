/**
 * The message extension: the search beside the message box, previews of links, and "explain" in the menu of a post. It works
 * also where the bot is not, so nothing here is sent: every answer stands in the request's own.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/what-are-messaging-extensions
 */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Bot, PressAnswer } from '../../bot';
import type { RawResponse } from '../../ops/http';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import type { Dialogs } from './dialogs';
import { whoAndWhere } from './inbound';
import { type MessagePayload, messagePayloadSchema, textOfPayload } from './message-payload';
import type { People } from './people';
import { placeOf } from './place';
import { type Result, resultsResponse } from './results';
import type { Roles } from './roles';
import { createTakeSubmission } from './submissions';

/** Sent when the search opens, before anything is typed. */
const INITIAL_RUN = 'initialRun';

const parameterSchema = z.object({ name: z.string().optional(), value: z.string() });
const querySchema = z.object({ parameters: z.array(parameterSchema) });
const linkSchema = z.object({ url: z.string() });
const fetchSchema = z.object({ messagePayload: messagePayloadSchema });

export interface Extension {
  /** A search, as people type. */
  query(activity: TeamsActivity): Promise<RawResponse>;
  /** A link that was pasted into the message box. */
  previewLink(activity: TeamsActivity): Promise<RawResponse>;
  /** "Explain" on a post; without a post, a form to describe an error in. */
  open(activity: TeamsActivity): Promise<RawResponse>;
  /** A dialog that was sent in. */
  submit(activity: TeamsActivity): Promise<RawResponse>;
}

export function createExtension(parts: {
  readonly bot: Bot;
  readonly people: People;
  readonly dialogs: Dialogs;
  readonly roles: Roles;
}): Extension {
  const { bot, people, roles } = parts;
  const takeSubmission = createTakeSubmission({ bot, people, dialogs: { show }, isAnswerShown: true });

  /** No button promises to put an answer where we cannot send. */
  async function show(activity: TeamsActivity, answer: PressAnswer): Promise<RawResponse> {
    const canSend = await roles.canSend(placeOf(activity), activity.from.id);
    return parts.dialogs.show(activity, canSend ? answer : withoutShare(answer));
  }

  /** `post` is the one that somebody points at; every time is a question of its own. */
  async function explain(activity: TeamsActivity, post: MessagePayload, text: string): Promise<RawResponse> {
    const inbound = {
      ...whoAndWhere(activity, post.id),
      door: 'extension' as const,
      message: randomUUID(),
      text,
    };
    const answer = await bot.onMessage(inbound);
    if (answer === undefined) return ask(activity, text);
    return show(activity, { card: answer.reply });
  }

  async function ask(activity: TeamsActivity, text?: string): Promise<RawResponse> {
    return show(activity, { form: await bot.askForm(whoAndWhere(activity), text) });
  }

  return {
    async query(activity) {
      const { parameters = [] } = querySchema.safeParse(activity.value).data ?? {};
      const typed = parameters.find(({ name }) => name !== INITIAL_RUN)?.value ?? '';
      const hits = await bot.search(whoAndWhere(activity), typed);
      return resultsResponse(hits);
    },

    async previewLink(activity) {
      const { url } = linkSchema.safeParse(activity.value).data ?? {};
      const previews = url === undefined ? [] : await bot.onLinks(whoAndWhere(activity), [url]);
      return resultsResponse(previews.slice(0, 1).map(({ reply }) => toResult(reply)));
    },

    async open(activity) {
      const { messagePayload } = fetchSchema.safeParse(activity.value).data ?? {};
      if (messagePayload === undefined) return ask(activity);
      return explain(activity, messagePayload, textOfPayload(messagePayload));
    },

    submit: takeSubmission,
  };
}

function toResult(reply: Reply): Result {
  return { title: reply.title, text: reply.subtitle ?? '', reply };
}

function withoutShare({ card, aside, ...answer }: PressAnswer): PressAnswer {
  return {
    ...answer,
    ...(card !== undefined && { card: withoutShareButton(card) }),
    ...(aside !== undefined && { aside: withoutShareButton(aside) }),
  };
}

function withoutShareButton(reply: Reply): Reply {
  const actions = reply.actions.filter((action) => action.kind === 'link' || action.followUp.move !== 'share');
  return { ...reply, actions };
}
