/** What the page gets for a reply: the same reply as each platform would be sent it. */

import type { Locale } from '../../i18n/locale';
import { type AdaptiveCard, renderAdaptiveCard } from '../../render/adaptive-card';
import { renderBlockKit, type SlackMessage } from '../../render/block-kit';
import { nameReply, peopleIn } from '../../reply/people';
import type { Reply, ReplyKind } from '../../reply/reply';
import { personaNames } from './personas';

/** One reply on both platforms. */
export interface View {
  readonly kind: ReplyKind;
  readonly locale: Locale;
  readonly title: string;
  /** The whole reply in plain words. */
  readonly summary: string;
  readonly teams: AdaptiveCard;
  readonly slack: SlackMessage;
}

/** The view of a reply, with the names of the people in it. */
export function toView(reply: Reply): View {
  const { kind, locale, title } = reply;
  const named = nameReply(reply, personaNames(peopleIn(reply), locale));
  const { summary } = named;
  return { kind, locale, title, summary, teams: renderAdaptiveCard(named), slack: renderBlockKit(named) };
}
