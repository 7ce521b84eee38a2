/** A reply as an Adaptive Card for Microsoft Teams. Every word is the reply's; this only arranges and escapes. */

import type { Reply } from '../../reply/reply';
import { cardActions } from './actions';
import type { AdaptiveCard, Container } from './elements';
import { escapeMarkdown } from './escape';
import { TEAMS_LIMITS } from './limits';
import { sectionElements } from './sections';
import { paragraph, run } from './text';

/** The card for a reply, complete: nothing is trimmed (a test proves that all our replies fit). */
export function renderAdaptiveCard(reply: Reply): AdaptiveCard {
  const actions = cardActions(reply.actions);
  return {
    type: 'AdaptiveCard',
    version: TEAMS_LIMITS.version,
    speak: reply.summary,
    msteams: { width: 'Full' },
    body: [head(reply), ...reply.sections.flatMap(sectionElements)],
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
