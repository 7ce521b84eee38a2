/**
 * The listeners on Bolt, three in all: Bolt runs every listener's chain for every event, so the choice between events is
 * ours.
 */

import type { App, ViewSubmitAction } from '@slack/bolt';
import { FORM_CALLBACK_ID } from '../../render/block-kit';
import { answerPost, type Tools } from './answer-post';
import { answerPress } from './answer-press';
import { answerSubmission } from './answer-submission';
import { readEvent } from './inbound';
import { readPress } from './press';
import { readSubmission } from './submission';
import { createGreeter } from './welcome';

/** Registers them. A rejecting listener makes `processEvent` reject. */
export function registerListeners(app: App, tools: Tools): void {
  const greet = createGreeter(tools);

  app.event(/^/, async ({ body, event, context }) => {
    const found = readEvent(body, event, context.botUserId ?? '');
    if (found === undefined) return;
    await (found.kind === 'arrival' ? greet(found) : answerPost(found, tools));
  });

  app.action({ type: 'block_actions' }, async ({ ack, body, action, respond }) => {
    await ack();
    const press = readPress(body, action);
    if (press !== undefined) await answerPress(press, respond, tools);
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FORM_CALLBACK_ID }, async ({ ack, body }) => {
    const submission = readSubmission(body);
    await (submission === undefined ? ack() : answerSubmission(submission, ack, tools));
  });

  // Bolt's own handler would log the error with all that it carries. What it does not know it wraps.
  app.error(async (error) => {
    throw error.code === 'slack_bolt_unknown_error' ? (error.original ?? error) : error;
  });
}
