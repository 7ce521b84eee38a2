/**
 * A reply as an Adaptive Card for Microsoft Teams: as our message, in a dialog, or for a person to post. Every word is the
 * reply's; this only arranges and escapes.
 */

import type { Reply } from '../../reply/reply';
import { cardActions, dialogActions, linkActions } from './actions';
import type { AdaptiveCard, Container, DialogAnswer, Element, PostedCard } from './elements';
import { escapeMarkdown } from './escape';
import { TEAMS_LIMITS } from './limits';
import { withRefresh } from './refresh';
import { sectionElements } from './sections';
import { paragraph, run } from './text';

/**
 * The card for a reply, complete: nothing is trimmed (a test proves that all our replies fit). With `viewers`, those who see
 * it among others, it is brought up to date for each of them.
 */
export function renderAdaptiveCard(reply: Reply, viewers?: readonly string[]): AdaptiveCard {
  const { type, version, speak, ...rest } = cardOf(reply, TEAMS_LIMITS.version, cardActions(reply.actions));
  const card: AdaptiveCard = { type, version, speak, msteams: { width: 'Full' }, ...rest };
  return viewers === undefined ? card : withRefresh(card, reply, viewers);
}

/** The reply in a dialog; its buttons send the dialog in. */
export function renderDialogAnswer(reply: Reply): DialogAnswer {
  return cardOf(reply, TEAMS_LIMITS.version, dialogActions(reply.actions));
}

/** The reply for a person to post, also where the bot is not: only its links are left of its buttons. */
export function renderPostedCard(reply: Reply): PostedCard {
  return cardOf(reply, TEAMS_LIMITS.postedVersion, linkActions(reply.actions));
}

function cardOf<Version extends string, Action>(reply: Reply, version: Version, actions: readonly Action[]) {
  const body: Element[] = [head(reply), ...reply.sections.flatMap(sectionElements)];
  return {
    type: 'AdaptiveCard' as const,
    version,
    speak: reply.summary,
    body,
    ...(actions.length > 0 && { actions }),
  };
}

function head({ title, subtitle }: Reply): Container {
  const small = subtitle === undefined ? [] : [paragraph([run(subtitle, { isSubtle: true })], 'Small')];
  return {
    type: 'Container',
    items: [
      { type: 'TextBlock', text: escapeMarkdown(title), wrap: true, style: 'heading', size: 'Large', weight: 'Bolder' },
      ...small,
    ],
  };
}
