/** What Teams is told in answer to a request, in the shapes that it understands. */

import { jsonResponse, type RawResponse } from '../../ops/http';
import { renderAdaptiveCard, renderDialog, renderDialogAnswer } from '../../render/adaptive-card';
import type { Form } from '../../reply/form';
import type { Reply } from '../../reply/reply';
import { CARD_TYPE } from './message';

/** All is well, and there is nothing to show. */
export const DONE: RawResponse = { status: 200 };
/** Teams is to deliver again. */
export const NOT_SENT: RawResponse = { status: 500 };
export const NOT_IMPLEMENTED: RawResponse = { status: 501 };

/**
 * A card in the place of the one that was pressed, on the presser's screen.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export function cardResponse(reply: Reply, viewers?: readonly string[]): RawResponse {
  return jsonResponse(200, { statusCode: 200, type: CARD_TYPE, value: renderAdaptiveCard(reply, viewers) });
}

/** There is no other card for this person: the one they see stays. Nothing of it is shown. */
export const CARD_STAYS: RawResponse = jsonResponse(200, {
  statusCode: 404,
  type: 'application/vnd.microsoft.error',
  value: { code: 'NotFound', message: '404' },
});

/** A sentence for the presser; the card stays. */
export function sentenceResponse(text: string): RawResponse {
  return jsonResponse(200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text });
}

/**
 * A dialog, opened or open still; `errors` tell what to mend in the `values` of the one before.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function dialogResponse(form: Form, ...before: [errors: Values, values: Values] | []): RawResponse {
  const card = { contentType: CARD_TYPE, content: renderDialog(form, ...before) };
  const value = { title: form.title, height: 'medium', width: 'medium', card };
  return jsonResponse(200, { task: { type: 'continue', value } });
}

/** An answer in a dialog, in the place of the one that was there before. */
export function dialogAnswerResponse(reply: Reply): RawResponse {
  const card = { contentType: CARD_TYPE, content: renderDialogAnswer(reply) };
  const value = { title: reply.title, height: 'large', width: 'large', card };
  return jsonResponse(200, { task: { type: 'continue', value } });
}

/** A sentence in the place of a dialog. */
export function dialogSentenceResponse(text: string): RawResponse {
  return jsonResponse(200, { task: { type: 'message', value: text } });
}

type Values = Readonly<Record<string, string>>;
