/** How a case stands, told to the people in the thread: waiting, being worked on, closed or solved. */

import type { CaseState } from '../../cases/case';
import type { HandOff } from '../../cases/hand-off';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { NoteSection } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { moment, person, tell } from './tell';

/** What became of the request's way to the help desk, where that is not simply good or still open. */
export type DeliveryTrouble = 'unknown' | 'refused';

/** One note, or none where nobody has asked for help and nobody has said that it works. */
export function standingNote(state: CaseState, locale: Locale, trouble?: DeliveryTrouble): NoteSection[] {
  const { handOff, solved } = state;
  // An open request is younger than what was said before it; a good end closes the request.
  if (handOff !== undefined && handOff.state !== 'closed') return [requestNote(handOff, locale, trouble)];
  if (solved !== undefined) {
    const { label, text } = deskLabelsFor(locale).standing.solved;
    const marks = { who: person(solved.person, locale), when: moment(solved.atMs) };
    return [{ kind: 'note', tone: 'success', label, texts: [tell(text, marks)] }];
  }
  return handOff === undefined ? [] : [requestNote(handOff, locale)];
}

function requestNote(handOff: HandOff, locale: Locale, trouble?: DeliveryTrouble): NoteSection {
  const { standing } = deskLabelsFor(locale);
  const { buttons, warning } = labelsFor(locale);
  if (handOff.state === 'waiting' && trouble !== undefined) {
    const texts = [toRichText(standing[trouble](buttons.getHelp))];
    return { kind: 'note', tone: 'warning', label: warning, texts };
  }
  const { label, text } = { ...standing, closed: standing.closed(buttons.getHelp) }[handOff.state];
  return { kind: 'note', tone: 'info', label, texts: [tell(text, marksOf(handOff, locale))] };
}

/** Of a request that waits, who asked and when; of any other, who has it or had it, and since when. */
function marksOf({ state, requester, requestedAtMs, agent, movedAtMs }: HandOff, locale: Locale) {
  if (state === 'waiting') return { who: person(requester, locale), when: moment(requestedAtMs) };
  return { who: person(agent, locale), when: moment(movedAtMs) };
}
