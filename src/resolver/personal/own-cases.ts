/** The cases that somebody has asked about: how each stands, and the page that lists them. */

import { CASE_KEPT_DAYS, type CaseState } from '../../cases/case';
import type { ErrorCode } from '../../code/error-code';
import { labelsFor } from '../../i18n/labels/labels';
import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Action, ListSection, Reply, Section, SourcesSection } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { fitActions, languageButton, showCodeButton } from '../actions';
import { headline, leadOf } from '../desk/subject';
import { moment, tell } from '../desk/tell';
import { finish } from '../finish';
import { personalButton } from './buttons';

/** Slack shows a list with links as one text, and links to messages are long. */
const MOST_IN_A_LIST = 5;
/** As many codes as a list of cases has buttons for. */
const MOST_CODE_BUTTONS = 3;

type Standing = 'open' | 'waiting' | 'claimed' | 'closed' | 'solved';

/** One case as its asker sees it in a list. */
export interface OwnCase {
  readonly code?: ErrorCode;
  readonly title: string;
  readonly standing: Standing;
  readonly openedAtMs: number;
  /** Opens the answer, where the platform has such links. */
  readonly link?: string | undefined;
}

/** What a list tells of a case. */
export function toOwnCase(
  state: CaseState,
  knowledge: KnowledgeBase,
  locale: Locale,
  link: string | undefined,
): OwnCase {
  // What is only offered to choose from leads nowhere yet.
  const code = state.view.move === 'choices' ? undefined : leadOf(state);
  const { noCode } = personalLabelsFor(locale).cases;
  return {
    ...(code === undefined ? {} : { code }),
    title: code === undefined ? noCode : headline(code, knowledge, locale, state.method),
    standing: standingOf(state),
    openedAtMs: state.head.openedAtMs,
    link,
  };
}

/** An open request is younger than what was said before it. */
export function standingOf({ handOff, solved }: CaseState): Standing {
  if (handOff !== undefined && handOff.state !== 'closed') return handOff.state;
  if (solved !== undefined) return 'solved';
  return handOff === undefined ? 'open' : 'closed';
}

/** Tells whether something is still to be done about a case. */
export function isOpen(state: CaseState): boolean {
  const standing = standingOf(state);
  return standing !== 'solved' && standing !== 'closed';
}

/** The list on somebody's page. */
export function openCasesSection(cases: readonly OwnCase[], locale: Locale): Section {
  const { home, cases: labels } = personalLabelsFor(locale);
  if (cases.length === 0) return { kind: 'prose', text: toRichText(home.noOpenCases) };
  const { separator } = labelsFor(locale);
  const items: ListSection['items'] = cases.map(({ title, standing, openedAtMs }) => ({
    text: [
      { kind: 'text', text: `${title}${separator}` },
      ...tell(labels.since(labels.states[standing]), { when: moment(openedAtMs) }),
    ],
  }));
  return { kind: 'list', heading: home.openCases, items };
}

/** Everything that somebody has asked lately, with a link to each answer where there are links. */
export function casesView(cases: readonly OwnCase[], locale: Locale): Reply {
  const { cases: labels } = personalLabelsFor(locale);
  const text = cases.length === 0 ? labels.none : labels.kept(CASE_KEPT_DAYS);
  return finish('home', locale, {
    title: labels.title,
    sections: [
      ...listed(cases.slice(0, MOST_IN_A_LIST), labels.heading, locale),
      ...listed(cases.slice(MOST_IN_A_LIST), labels.earlier, locale),
      { kind: 'prose', text: toRichText(text) },
    ],
    actions: fitActions(
      personalButton('ask', locale, 'primary'),
      ...codeButtons(cases, locale),
      languageButton('cases', { locale, codes: [] }),
    ),
  });
}

function listed(cases: readonly OwnCase[], heading: string, locale: Locale): SourcesSection[] {
  if (cases.length === 0) return [];
  const { cases: labels } = personalLabelsFor(locale);
  const { aside } = labelsFor(locale);
  const sources = cases.map(({ title, standing, openedAtMs, link }) => ({
    title: `${title}${aside(labels.states[standing])}`,
    date: new Date(openedAtMs).toISOString().slice(0, 10),
    ...(link === undefined ? {} : { url: link }),
  }));
  return [{ kind: 'sources', heading, sources }];
}

function codeButtons(cases: readonly OwnCase[], locale: Locale): Action[] {
  const codes = new Set(cases.flatMap(({ code }) => (code === undefined ? [] : [code])));
  return [...codes].slice(0, MOST_CODE_BUTTONS).map((code) => showCodeButton(code, locale, `show-${code}`));
}
