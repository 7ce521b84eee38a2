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
  const actions = cardActions(reply.actions);
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    version: TEAMS_LIMITS.version,
    speak: reply.summary,
    msteams: { width: 'Full' },
    body: bodyOf(reply),
    ...(actions.length > 0 && { actions }),
  };
  return viewers === undefined ? card : withRefresh(card, reply, viewers);
}

/** The reply in a dialog; its buttons send the dialog in. */
export function renderDialogAnswer(reply: Reply): DialogAnswer {
  const actions = dialogActions(reply.actions);
  return {
    type: 'AdaptiveCard',
    version: TEAMS_LIMITS.version,
    speak: reply.summary,
    body: bodyOf(reply),
    ...(actions.length > 0 && { actions }),
  };
}

/** The reply for a person to post, also where the bot is not: only its links are left of its buttons. */
export function renderPostedCard(reply: Reply): PostedCard {
  const actions = linkActions(reply.actions);
  return {
    type: 'AdaptiveCard',
    version: TEAMS_LIMITS.postedVersion,
    speak: reply.summary,
    body: bodyOf(reply),
    ...(actions.length > 0 && { actions }),
  };
}

function bodyOf(reply: Reply): Element[] {
  return [head(reply), ...reply.sections.flatMap(sectionElements)];
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
