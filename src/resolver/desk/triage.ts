/** The card at the help desk: what the case is about, who asks, what was tried, and the buttons to take it up. */

import type { CaseState } from '../../cases/case';
import { deskMoves, type HandOff } from '../../cases/hand-off';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { Entry } from '../../knowledge/entry';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { DeskMove } from '../../reply/follow-up';
import type { Action, FactsSection, ListItem, ListSection, ProseSection, Reply } from '../../reply/reply';
import { type RichText, toRichText } from '../../reply/rich-text';
import { fitActions, followUpTo } from '../actions';
import { sourceLink } from '../entry-views';
import { finish } from '../finish';
import { entryInView } from '../in-view';
import { isUntold } from '../walk';
import { guideEnd } from './guide-end';
import { codesOf, headline, leadOf } from './subject';
import { moment, person, tell } from './tell';
import { triedList } from './tried-list';

/** The help desk has more room than the thread, but a card has an end. */
const MOST_SHOWN = 10;

/** `link` opens the thread. No language button: one press would turn the card for the whole desk. */
export function triageView(
  state: CaseState,
  knowledge: KnowledgeBase,
  link: string | undefined,
  locale: Locale,
): Reply {
  const labels = deskLabelsFor(locale);
  const { handOff } = state;
  const lead = leadOf(state);
  const entry = entryInView(lead, knowledge, state.method);
  return finish('triage', locale, {
    title: lead === undefined ? labels.triage.request : headline(lead, knowledge, locale, state.method),
    sections: [
      ...facts(state, locale),
      ...(handOff === undefined ? [] : [history(handOff, locale)]),
      ...details(handOff, locale),
      ...tried(state, knowledge, locale),
      ...guideEnd(state, knowledge, locale, labels.triage.guideEnd),
      ...(entry === undefined ? [] : firstCause(entry, locale)),
    ],
    actions: fitActions(
      ...(handOff === undefined ? [] : deskMoves(handOff).map((move) => moveButton(move, state, locale))),
      link === undefined
        ? undefined
        : { kind: 'link', id: 'conversation', label: labels.triage.conversation, url: link },
      entry === undefined ? undefined : sourceLink(entry, knowledge, labelsFor(locale)),
    ),
  });
}

function facts(state: CaseState, locale: Locale): FactsSection[] {
  const { handOff, solved, method } = state;
  const { triage } = deskLabelsFor(locale);
  const { methods, listComma } = labelsFor(locale);
  const [, ...others] = codesOf(state);
  const facts = [];
  if (handOff !== undefined) {
    const isSolved = handOff.state === 'closed' && solved !== undefined;
    facts.push({ label: triage.state, value: triage.states[isSolved ? 'solved' : handOff.state] });
  }
  if (!isUntold(method)) facts.push({ label: triage.method, value: methods[method] });
  if (others.length > 0) facts.push({ label: triage.otherCodes, value: others.join(listComma) });
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

/** Who asked, and what has become of it since. */
function history(handOff: HandOff, locale: Locale): ListSection {
  const { triage } = deskLabelsFor(locale);
  const asked = { who: person(handOff.requester, locale), when: moment(handOff.requestedAtMs) };
  const items: ListItem[] = [{ text: tell(triage.asked, asked) }, ...since(handOff, locale).map((text) => ({ text }))];
  return { kind: 'list', heading: triage.request, items };
}

function since({ state, agent, requestedAtMs, movedAtMs }: HandOff, locale: Locale): RichText[] {
  const { triage } = deskLabelsFor(locale);
  const when = moment(movedAtMs);
  if (state !== 'waiting') return [tell(triage[state], { who: person(agent, locale), when })];
  return movedAtMs === requestedAtMs ? [] : [tell(triage.reopened, { when })];
}

/** What people wrote is shown letter by letter. */
function details(handOff: HandOff | undefined, locale: Locale): ProseSection[] {
  if (handOff?.details === undefined) return [];
  const { details: heading } = deskLabelsFor(locale).triage;
  return [{ kind: 'prose', heading, text: [{ kind: 'text', text: handOff.details }], quote: true }];
}

function tried(state: CaseState, knowledge: KnowledgeBase, locale: Locale): readonly ListSection[] {
  const list = triedList(state, knowledge, locale, MOST_SHOWN);
  if (list.length > 0) return list;
  const { heading, none } = deskLabelsFor(locale).tried;
  return [{ kind: 'list', heading, items: [{ text: toRichText(none) }] }];
}

/** A glimpse of the entry; the link leads to more. */
function firstCause({ causes }: Entry, locale: Locale): ProseSection[] {
  const { cause: heading } = deskLabelsFor(locale).triage;
  const { likely } = labelsFor(locale);
  return causes.slice(0, 1).map(({ text, confidence }) => ({
    kind: 'prose',
    heading,
    text: toRichText(confidence === 'likely' ? `${text[locale]}${likely}` : text[locale]),
  }));
}

function moveButton(move: DeskMove, state: CaseState, locale: Locale): Action {
  return {
    kind: 'follow-up',
    id: move,
    label: deskLabelsFor(locale).triage.moves[move],
    followUp: followUpTo(move, { locale, codes: codesOf(state) }),
    emphasis: move === 'claim' || move === 'reopen' ? 'primary' : 'normal',
    ...(move === 'assign' ? { opensForm: true as const } : {}),
  };
}
