/**
 * The listeners on Bolt, two in all: Bolt runs every listener's chain for every event, so the choice between events is
 * ours.
 */

import type { App } from '@slack/bolt';
import { answerPost, type Tools } from './answer-post';
import { answerPress } from './answer-press';
import { readEvent } from './inbound';
import { readPress } from './press';
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

  // Bolt's own handler would log the error with all that it carries. What it does not know it wraps.
  app.error(async (error) => {
    throw error.code === 'slack_bolt_unknown_error' ? (error.original ?? error) : error;
  });
}
