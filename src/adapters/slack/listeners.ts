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
  const greet = createGreeter();

  app.event(/^/, async ({ body, event, context }) => {
    const found = readEvent(body, event, context.botUserId ?? '');
    if (found === undefined) return;
    const tools = await toolsFor(context);
    await (found.kind === 'arrival' ? greet(found, tools) : answerPost(found, tools));
  });

  app.action({ type: 'block_actions' }, async ({ ack, body, action, respond, context }) => {
    await ack();
    const press = readPress(body, action);
    if (press !== undefined) await answerPress(press, respond, await toolsFor(context));
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
