/** What we say about a code that has an entry: the answer, and its good end. */

import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Move } from '../reply/follow-up';
import type { Action, FactsSection, NoteSection, ProseSection, Section, SourcesSection } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import {
  button,
  fitActions,
  followUpTo,
  getHelpButton,
  languageButton,
  meTooButton,
  type View,
  withoutTrail,
} from './actions';
import { guideButton } from './guide-views';
import { messageIn } from './in-view';
import { organizationSections } from './organization-sections';
import { rankSources } from './rank-sources';
import { hasOtherReadings, readingsButton } from './readings-view';
import { allStepsButton, nextButton, stepInView, stepsFor } from './walk';

/** How many sources a card lists; the entry holds them all. */
const MOST_SOURCES = 3;

/** The parts of a reply that a view decides; the resolver adds kind, locale and summary. */
export interface ViewParts {
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly Section[];
  readonly actions: readonly Action[];
}

/** The answer from the start: message, causes, first step. `extra` sections stand on top, `others` among the buttons. */
export function answerView(
  entry: Entry,
  knowledge: KnowledgeBase,
  view: View,
  extra: readonly Section[] = [],
  others: readonly Action[] = [],
): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  return {
    ...head(entry, locale),
    sections: [
      ...retired(entry, locale),
      ...extra,
      ...message(entry, locale),
      causes(entry, locale),
      stepInView(entry, 0, view),
      ...warnings(entry, locale),
      ...related(entry, locale),
      ...(view.codes.length > 1 ? [] : organizationLines(entry, knowledge, locale)),
      sources(entry, knowledge, locale),
    ],
    actions: fitActions(
      nextButton(entry, 0, view),
      guideButton(entry.procedures, knowledge, view),
      workedButton(entry, 0, view),
      ...others,
      getHelpButton(view),
      languageButton(startOf(entry), view),
      allStepsButton(entry, view),
      meTooButton(view),
      sourceLink(entry, knowledge, labels),
      hasOtherReadings(entry.code) ? readingsButton(view) : undefined,
    ),
  };
}

/** Beside several codes there is no room for more. */
function organizationLines({ scope }: Entry, knowledge: KnowledgeBase, locale: Locale): Section[] {
  return organizationSections(knowledge, scope === 'windows' ? ['answers'] : ['answers', 'activation'], locale);
}

/** The good end. */
export function workedView(entry: Entry, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  return {
    title: `${head(entry, view.locale).title}${labels.separator}${labels.worked.title}`,
    sections: [{ kind: 'note', tone: 'success', label: labels.good, texts: [toRichText(labels.worked.text)] }],
    actions: fitActions(
      button('again', labels.buttons.again, followUpTo(startOf(entry), { ...view, step: undefined, trail: undefined })),
      languageButton('worked', view),
    ),
  };
}

/** Says that the step at `index` has done it. */
export function workedButton(
  entry: Entry,
  index: number,
  view: View,
  emphasis: 'primary' | 'normal' = 'normal',
): Action {
  const step = stepsFor(entry, view.method)[index]?.id;
  return button(
    'worked',
    labelsFor(view.locale).buttons.worked,
    followUpTo('worked', withoutTrail({ ...view, step })),
    emphasis,
  );
}

/** The code, its title, and in small print its name and what it belongs to: activation methods or a part of Windows. */
export function head(entry: Entry, locale: Locale): { title: string; subtitle: string } {
  const labels = labelsFor(locale);
  const belongsTo = entry.area === undefined ? methodsOf(entry, labels) : labels.areas[entry.area];
  return {
    title: `${entry.code}${labels.separator}${entry.title[locale]}`,
    subtitle: entry.symbol === null ? belongsTo : `${entry.symbol}${labels.separator}${belongsTo}`,
  };
}

function methodsOf({ methods }: Entry, labels: Labels): string {
  return `${labels.appliesTo}${labels.colon}${methods.map((method) => labels.methods[method]).join(labels.listComma)}`;
}

/** Windows' own words, where anybody has seen them. */
export function message(entry: Entry, locale: Locale): ProseSection[] {
  const known = messageIn(entry, locale);
  if (known === undefined) return [];
  const labels = labelsFor(locale);
  const language = known.isForeign ? labels.aside(labels.otherLanguage) : '';
  return [
    {
      kind: 'prose',
      heading: `${labels.message[known.origin]}${language}`,
      // Verbatim: a backtick in it would be Windows' own.
      text: [{ kind: 'text', text: known.text }],
      quote: true,
    },
  ];
}

/** The link to the best source, if it has an address. */
export function sourceLink(entry: Entry, knowledge: KnowledgeBase, labels: Labels): Action | undefined {
  const url = rankSources(entry, knowledge)[0]?.url;
  return url ? { kind: 'link', id: 'source', label: labels.buttons.source, url, emphasis: 'quiet' } : undefined;
}

export function sources(entry: Entry, knowledge: KnowledgeBase, locale: Locale): SourcesSection {
  return {
    kind: 'sources',
    heading: labelsFor(locale).sources,
    sources: rankSources(entry, knowledge)
      .slice(0, MOST_SOURCES)
      .map(({ title, url, date }) => ({ title: title[locale], date, ...(url === null ? {} : { url }) })),
  };
}

/** The move that leads to the full answer: for a general code that is the one which says "yes, activation". */
export function startOf(entry: Entry): Move {
  return entry.scope === 'general' ? 'activation' : 'answer';
}

function causes(entry: Entry, locale: Locale): Section {
  const { causes: heading, likely } = labelsFor(locale);
  return {
    kind: 'list',
    heading,
    items: entry.causes.map(({ text, confidence }) => ({
      text: toRichText(text[locale]),
      ...(confidence === 'likely' ? { tag: likely } : {}),
    })),
  };
}

export function warnings(entry: Entry, locale: Locale): NoteSection[] {
  if (entry.warnings.length === 0) return [];
  const texts = entry.warnings.map(({ text }) => toRichText(text[locale]));
  return [{ kind: 'note', tone: 'warning', label: labelsFor(locale).warning, texts }];
}

function related(entry: Entry, locale: Locale): FactsSection[] {
  if (entry.related.length === 0) return [];
  const { related: label, listComma } = labelsFor(locale);
  return [{ kind: 'facts', facts: [{ label, value: entry.related.join(listComma) }] }];
}

function retired(entry: Entry, locale: Locale): NoteSection[] {
  if (entry.retired === undefined) return [];
  const labels = labelsFor(locale);
  const text = `${labels.retired} ${entry.retired[locale]}`;
  return [{ kind: 'note', tone: 'warning', label: labels.warning, texts: [toRichText(text)] }];
}
