/**
 * Thumbs below an answer: pressed, and the form behind them sent in.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */

import { z } from 'zod';
import type { Bot } from '../../bot';
import { jsonResponse, type RawResponse } from '../../ops/http';
import type { TeamsActivity } from './activity';
import { whoAndWhere } from './inbound';
import { DONE, dialogSentenceResponse } from './responses';

const thumbSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});
/** A press has it inside `data`, as all that opens a dialog; a form sent in bears it itself. */
const feedbackSchema = z.union([z.object({ data: thumbSchema }).transform(({ data }) => data), thumbSchema]);
const NOTHING_MORE = jsonResponse(200, {});

export interface Feedback {
  /** The press, which is all that we ask for; Teams shows what we say in a dialog. */
  open(activity: TeamsActivity): Promise<RawResponse>;
  /** A client with a form of its own sends it in; what was written there is not read. */
  submit(activity: TeamsActivity): Promise<RawResponse>;
}

export function createFeedback({ bot }: { readonly bot: Bot }): Feedback {
  async function count(activity: TeamsActivity): Promise<string | undefined> {
    const { data } = feedbackSchema.safeParse(activity.value);
    const { replyToId: message } = activity;
    if (data === undefined || message === undefined) return undefined;
    const isHelpful = data.actionValue.reaction === 'like';
    return (await bot.onFeedback({ ...whoAndWhere(activity), message, isHelpful })).summary;
  }

  return {
    async open(activity) {
      const thanks = await count(activity);
      return thanks === undefined ? DONE : dialogSentenceResponse(thanks);
    },

    async submit(activity) {
      await count(activity);
      return NOTHING_MORE;
    },
  };
}
