/** What a case adds to every view of it: the steps tried so far, and how the request for help stands. */

import type { CaseState } from '../../cases/case';
import { mayAskForHelp } from '../../cases/hand-off';
import { isErrorCode } from '../../code/error-code';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Section } from '../../reply/reply';
import type { Scene } from '../resolve';
import { type DeliveryTrouble, standingNote } from './standing';
import { triedList } from './tried-list';

/** More would push the step in view off the screen. */
const MOST_SHOWN = 5;

/** The sections of a case, to stand above the view. */
export function progressSections(
  state: CaseState,
  knowledge: KnowledgeBase,
  locale: Locale,
  delivery?: DeliveryTrouble,
): Section[] {
  return [...triedList(state, knowledge, locale, MOST_SHOWN), ...standingNote(state, locale, delivery)];
}

/** What was pasted or described is told until people have gone on from it. */
function foundWith({ head, tried, codes, solved }: CaseState): Pick<Scene, 'findings' | 'described'> {
  const { findings, described } = head.opening ?? {};
  const isStillThat = tried.length === 0 && solved === undefined && codes.every((code) => head.codes.includes(code));
  if (!isStillThat) return {};
  return { ...(findings === undefined ? {} : { findings }), ...(described === undefined ? {} : { described }) };
}

/** All that a case adds to a view of it. */
export function sceneOf(state: CaseState, knowledge: KnowledgeBase, locale: Locale, delivery?: DeliveryTrouble): Scene {
  const isUnderWay = !mayAskForHelp(state.handOff) && delivery === undefined;
  return {
    progress: progressSections(state, knowledge, locale, delivery),
    ...foundWith(state),
    shared: state.head.shared,
    shareable: state.head.shareable,
    guided: state.tried.filter(({ step: [where] }) => !isErrorCode(where)).length,
    ...(isUnderWay ? { help: 'asked' } : {}),
  };
}
