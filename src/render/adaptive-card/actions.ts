/** The buttons of a card. */

import { type Action, assertNever } from '../../reply/reply';
import { toHttpsLink } from '../https-link';
import type { CardAction, DialogAction, ExecuteAction, OpenDialogAction, OpenUrlAction } from './elements';

type FollowUpAction = Extract<Action, { kind: 'follow-up' }>;
type LinkAction = Extract<Action, { kind: 'link' }>;

/** The reply's actions in their order. A link that must not be followed gets no button. */
export function cardActions(actions: readonly Action[]): CardAction[] {
  return actions.flatMap((action): CardAction[] => {
    switch (action.kind) {
      case 'follow-up':
        return [action.opensForm ? dialogButton(action) : followUpButton(action)];
      case 'link':
        return linkButton(action);
      default:
        return assertNever(action);
    }
  });
}

/** The reply's actions in a dialog, where forms and answers alike take the place of the dialog. */
export function dialogActions(actions: readonly Action[]): (DialogAction | OpenUrlAction)[] {
  return actions.flatMap((action): (DialogAction | OpenUrlAction)[] => {
    if (action.kind === 'link') return linkButton(action);
    const { id, label, followUp, emphasis } = action;
    return [{ type: 'Action.Submit', id, title: label, ...placed(emphasis), data: { followUp } }];
  });
}

/** The links alone. */
export function linkActions(actions: readonly Action[]): OpenUrlAction[] {
  return actions.flatMap((action) => (action.kind === 'link' ? linkButton(action) : []));
}

function followUpButton({ id, label, followUp, emphasis }: FollowUpAction): ExecuteAction {
  const button = { title: label, data: followUp };
  return {
    type: 'Action.Execute',
    verb: 'follow-up',
    id,
    ...button,
    ...placed(emphasis),
    fallback: { type: 'Action.Submit', ...button, msteams: { feedback: { hide: true } } },
  };
}

/** Teams opens a dialog only for this kind of action, with this mark in its data. */
function dialogButton({ id, label, followUp, emphasis }: FollowUpAction): OpenDialogAction {
  const data = { msteams: { type: 'task/fetch' as const }, followUp };
  return { type: 'Action.Submit', id, title: label, ...placed(emphasis), data };
}

function linkButton({ id, label, url, emphasis }: LinkAction): OpenUrlAction[] {
  const link = toHttpsLink(url);
  return link === undefined ? [] : [{ type: 'Action.OpenUrl', id, title: label, url: link, ...placed(emphasis) }];
}

function placed(emphasis: Action['emphasis']): { style?: 'positive'; mode?: 'secondary' } {
  if (emphasis === 'primary') return { style: 'positive' };
  return emphasis === 'quiet' ? { mode: 'secondary' } : {};
}
