/** What the people in the thread are told when the help desk has done something with their request. */

import type { CaseMove, CaseState } from '../../cases/case';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { Reply } from '../../reply/reply';
import { finish } from '../finish';
import { titled } from './subject';
import { person, tell } from './tell';

/** The news of one move of the help desk; `state` is the case right after it, however far it has come since. */
export function noticeView(
  state: CaseState,
  move: Pick<CaseMove, 'person'>,
  locale: Locale = state.handOff?.locale ?? state.head.locale,
): Reply {
  const { title, text } = news(state, move, locale);
  return finish('notice', locale, {
    title: titled(title, state, locale),
    sections: [{ kind: 'prose', text: tell(text, marks(state, move, locale)) }],
    actions: [],
  });
}

function news({ handOff }: CaseState, { person: mover }: Pick<CaseMove, 'person'>, locale: Locale) {
  const { notice } = deskLabelsFor(locale);
  if (handOff?.state === 'claimed') return handOff.agent === mover ? notice.claimed : notice.assigned;
  return handOff?.state === 'closed' ? notice.closed(labelsFor(locale).buttons.getHelp) : notice.reopened;
}

/** Who has the request now, or else who moved it; and of one that was passed on, by whom. */
function marks({ handOff }: CaseState, { person: mover }: Pick<CaseMove, 'person'>, locale: Locale) {
  return { who: person(handOff?.agent ?? mover, locale), by: person(mover, locale) };
}
