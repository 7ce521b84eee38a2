/** A plain sentence to one person: what holds now, or why nothing was changed. */

import type { Locale } from '../../i18n/locale';
import type { Reply, Section } from '../../reply/reply';
import type { Run } from '../../reply/rich-text';
import { tell } from '../desk/tell';
import type { ViewParts } from '../entry-views';
import { finish } from '../finish';

/** What happened, why, and what to do. */
export interface Said {
  readonly title: string;
  /** `{when}` marks where a time goes. */
  readonly text: string;
}

/** The sentence as a reply; `more` sections stand below it. */
export function say(
  { title, text }: Said,
  locale: Locale,
  more: { readonly when?: Run; readonly sections?: readonly Section[]; readonly actions?: ViewParts['actions'] } = {},
): Reply {
  const { when, sections = [], actions = [] } = more;
  const told: Section = { kind: 'prose', text: tell(text, when === undefined ? {} : { when }) };
  return finish('notice', locale, { title, sections: [told, ...sections], actions });
}
