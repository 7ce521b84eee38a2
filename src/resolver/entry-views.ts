/** What we say about a code that has an entry: the answer, one step of it, all of its steps, and its good end. */

import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { Entry, Step } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Move } from '../reply/follow-up';
import type { Action, FactsSection, NoteSection, ProseSection, Section, SourcesSection } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, type View } from './actions';
import { describeStep } from './describe-step';
import { guideButton } from './guide-views';
import { rankSources } from './rank-sources';

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
      message(entry, locale),
      causes(entry, locale),
      stepInView(entry, 0, locale),
      ...warnings(entry, locale),
      ...related(entry, locale),
      sources(entry, knowledge, locale),
    ],
    actions: fitActions(
      nextButton(entry, 0, view),
      guideButton(entry.procedures, knowledge, view),
      button('worked', labels.buttons.worked, followUpTo('worked', view)),
      ...others,
      allStepsButton(entry, view),
      languageButton(startOf(entry), view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}

/** One fix step; the first one is the answer itself. */
export function stepView(entry: Entry, index: number, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  const isLast = index === entry.steps.length - 1;
  return {
    ...head(entry, locale),
    sections: [stepInView(entry, index, locale), ...warnings(entry, locale), sources(entry, knowledge, locale)],
    actions: fitActions(
      nextButton(entry, index, view),
      button('worked', labels.buttons.worked, followUpTo('worked', view), isLast ? 'primary' : 'normal'),
      previousButton(entry, index, view),
      isLast ? guideButton(entry.procedures, knowledge, view) : undefined,
      allStepsButton(entry, view),
      languageButton('step', view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}

/** Every step at once. */
export function allStepsView(entry: Entry, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  return {
    ...head(entry, locale),
    sections: [
      ...warnings(entry, locale),
      {
        kind: 'steps',
        heading: labels.allSteps,
        steps: entry.steps.map((step, index) => describeStep(step, index, entry, locale)),
      },
      sources(entry, knowledge, locale),
    ],
    actions: fitActions(
      button('worked', labels.buttons.worked, followUpTo('worked', view), 'primary'),
      button('step-by-step', labels.buttons.stepByStep, followUpTo(startOf(entry), view)),
      languageButton('all-steps', view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}

/** The good end. */
export function workedView(entry: Entry, view: View): ViewParts {
  const labels = labelsFor(view.locale);
  return {
    title: `${head(entry, view.locale).title}${labels.separator}${labels.worked.title}`,
    sections: [{ kind: 'note', tone: 'success', label: labels.good, texts: [toRichText(labels.worked.text)] }],
    actions: fitActions(
      button('again', labels.buttons.again, followUpTo(startOf(entry), view)),
      languageButton('worked', view),
    ),
  };
}

/** The code, its title, and in small print its name and the activation methods it is seen with. */
export function head(entry: Entry, locale: Locale): { title: string; subtitle: string } {
  const labels = labelsFor(locale);
  const methods = entry.methods.map((method) => labels.methods[method]).join(labels.listComma);
  const appliesTo = `${labels.appliesTo}${labels.colon}${methods}`;
  return {
    title: `${entry.code}${labels.separator}${entry.title[locale]}`,
    subtitle: entry.symbol === null ? appliesTo : `${entry.symbol}${labels.separator}${appliesTo}`,
  };
}

/** Windows' own words. */
export function message(entry: Entry, locale: Locale): ProseSection {
  return {
    kind: 'prose',
    heading: labelsFor(locale).message[entry.messageOrigin[locale]],
    // Verbatim: a backtick in it would be Windows' own.
    text: [{ kind: 'text', text: entry.message[locale] }],
    quote: true,
  };
}

/** The link to the best source, if it has an address. */
export function sourceLink(entry: Entry, knowledge: KnowledgeBase, labels: Labels): Action | undefined {
  const url = rankSources(entry, knowledge)[0]?.url;
  return url ? { kind: 'link', id: 'source', label: labels.buttons.source, url } : undefined;
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
function startOf(entry: Entry): Move {
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

function warnings(entry: Entry, locale: Locale): NoteSection[] {
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

function stepInView(entry: Entry, index: number, locale: Locale): Section {
  const step = entry.steps[index] ?? firstStep(entry);
  const heading = labelsFor(locale).stepOf(index + 1, entry.steps.length);
  return { kind: 'step', heading, step: describeStep(step, index, entry, locale) };
}

function nextButton(entry: Entry, index: number, view: View): Action | undefined {
  const next = entry.steps[index + 1];
  if (next === undefined) return undefined;
  return button('next', labelsFor(view.locale).buttons.next, followUpTo('step', { ...view, step: next.id }), 'primary');
}

function previousButton(entry: Entry, index: number, view: View): Action | undefined {
  const previous = entry.steps[index - 1];
  if (previous === undefined) return undefined;
  return button(
    'previous',
    labelsFor(view.locale).buttons.previous,
    followUpTo('step', { ...view, step: previous.id }),
  );
}

function allStepsButton(entry: Entry, view: View): Action | undefined {
  if (entry.steps.length < 2) return undefined;
  return button(
    'all-steps',
    labelsFor(view.locale).buttons.allSteps,
    followUpTo('all-steps', { ...view, step: undefined }),
  );
}

/** The schema promises at least one step; an entry without one would be our own fault, said plainly. */
function firstStep(entry: Entry): Step {
  const [step] = entry.steps;
  if (step === undefined) throw new Error(`${entry.code} has no step`);
  return step;
}
