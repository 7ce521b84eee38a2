/** The buttons of a card. */

import { type Action, assertNever } from '../../reply/reply';
import { toHttpsLink } from '../https-link';
import type { CardAction, ExecuteAction, OpenUrlAction } from './elements';

type FollowUpAction = Extract<Action, { kind: 'follow-up' }>;
type LinkAction = Extract<Action, { kind: 'link' }>;

/** The reply's actions in their order. A link that must not be followed gets no button. */
export function cardActions(actions: readonly Action[]): CardAction[] {
  return actions.flatMap((action): CardAction[] => {
    switch (action.kind) {
      case 'follow-up':
        return [followUpButton(action)];
      case 'link':
        return linkButton(action);
      default:
        return assertNever(action);
    }
  });
}

function followUpButton({ id, label, followUp, emphasis }: FollowUpAction): ExecuteAction {
  const button = { title: label, data: followUp };
  return {
    type: 'Action.Execute',
    verb: 'follow-up',
    id,
    ...button,
    ...(emphasis === 'primary' && { style: 'positive' as const }),
    fallback: { type: 'Action.Submit', ...button, msteams: { feedback: { hide: true } } },
  };
}

function linkButton({ id, label, url }: LinkAction): OpenUrlAction[] {
  const link = toHttpsLink(url);
  return link === undefined ? [] : [{ type: 'Action.OpenUrl', id, title: label, url: link }];
}
