/** The listeners on Bolt, one for each kind of payload that somebody waits for. */

import type { App, ViewSubmitAction } from '@slack/bolt';
import { FORM_CALLBACK_ID, SEARCH_ID } from '../../render/block-kit';
import { answerAsk, openAskForm } from './answer-ask';
import type { Tools } from './answer-post';
import { answerPress } from './answer-press';
import { answerSubmission } from './answer-submission';
import { readCall, readCommand, readExplain } from './asks';
import { readPress } from './press';
import { readSubmission } from './submission';
import { showHits } from './views';

/**
 * The tools for what has come from an installation: of this workspace, or of the organization of workspaces that it is part
 * of. Rejects where nothing is known of it.
 */
export type ToolsFor = (from: {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}) => Promise<Tools>;

/** Registers them. A rejecting listener makes `processEvent` reject. */
export function registerListeners(app: App, toolsFor: ToolsFor): void {
  app.command(/^/, async ({ ack, body, respond, context }) => {
    const asked = readCommand(body);
    await (asked === undefined ? ack() : answerAsk(asked, { acknowledge: ack, respond }, await toolsFor(context)));
  });

  app.shortcut({ type: 'message_action' }, async ({ ack, body, respond, context }) => {
    const asked = readExplain(body, context.botUserId ?? '');
    await (asked === undefined ? ack() : answerAsk(asked, { acknowledge: ack, respond }, await toolsFor(context)));
  });

  app.shortcut({ type: 'shortcut' }, async ({ ack, body, context }) => {
    await ack();
    const call = readCall(body);
    if (call !== undefined) await openAskForm(call, await toolsFor(context));
  });

  app.action({ type: 'block_actions' }, async ({ ack, body, action, respond, context }) => {
    const press = readPress(body, action);
    if (press === undefined) return ack();
    const tools = await toolsFor(context);
    if (press.actionId !== SEARCH_ID) return answerPress(press, { acknowledge: ack, respond }, tools);
    await ack();
    await showHits(press, press.value, tools);
  });

  const forms = { type: 'view_submission', callback_id: FORM_CALLBACK_ID } as const;
  app.view<ViewSubmitAction>(forms, async ({ ack, body, context }) => {
    const submission = readSubmission(body);
    await (submission === undefined ? ack() : answerSubmission(submission, ack, await toolsFor(context)));
  });

  // Bolt's own handler would log the error with all that it carries. What it does not know it wraps.
  app.error(async (error) => {
    throw error.code === 'slack_bolt_unknown_error' ? (error.original ?? error) : error;
  });
}
