/** The buttons of a message. */

import type { ActionsBlock, Button } from '@slack/types';
import { writeFollowUp } from '../../reply/follow-up-line';
import { type Action, assertNever } from '../../reply/reply';
import { toHttpsLink } from '../https-link';

type FollowUpAction = Extract<Action, { kind: 'follow-up' }>;
type LinkAction = Extract<Action, { kind: 'link' }>;

/**
 * The reply's actions in their order, the quiet ones behind the others, or no block when there are none. Quiet ones are
 * buttons too: an overflow menu's option holds 75 characters of value, and a follow-up is longer.
 * @see https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 */
export function actionBlocks(actions: readonly Action[]): ActionsBlock[] {
  const isQuiet = ({ emphasis }: Action) => emphasis === 'quiet';
  const ordered = [...actions.filter((action) => !isQuiet(action)), ...actions.filter(isQuiet)];
  const elements = ordered.flatMap(buttons);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function buttons(action: Action): Button[] {
  switch (action.kind) {
    case 'follow-up':
      return [followUpButton(action)];
    case 'link':
      return linkButton(action);
    default:
      return assertNever(action);
  }
}

function followUpButton({ id, label, followUp, emphasis }: FollowUpAction): Button {
  return {
    type: 'button',
    action_id: `go:${id}`,
    text: { type: 'plain_text', text: label, emoji: false },
    value: writeFollowUp(followUp),
    ...(emphasis === 'primary' && { style: 'primary' as const }),
  };
}

/** A link that must not be followed gets no button. */
function linkButton({ id, label, url }: LinkAction): Button[] {
  const link = toHttpsLink(url);
  if (link === undefined) return [];
  return [
    { type: 'button', action_id: `link:${id}`, text: { type: 'plain_text', text: label, emoji: false }, url: link },
  ];
}
