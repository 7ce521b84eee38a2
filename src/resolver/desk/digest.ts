/** The report as a message: weekly to the help desk, or in full at the terminal. It speaks of nobody in person. */

import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { NOT_SOLVED } from '../../reply/follow-up';
import type { FactsSection, ListItem, ListSection, Reply, Section } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { finish } from '../finish';
import { describeTried } from '../so-far';
import type { Report, StepReport } from './report';
import { headline } from './subject';

/** A digest is read in passing; the full lists are in the terminal's report. */
const WEEKLY: Extent = { days: 7, most: 5 };

/** The time that a report is about, and how long its lists may be. */
export interface Extent {
  readonly days: number;
  readonly most: number;
}

/** The report in words. No buttons: a press would put an answer in its place, for everybody. */
export function digestView(report: Report, knowledge: KnowledgeBase, locale: Locale, extent: Extent = WEEKLY): Reply {
  const { digest } = deskLabelsFor(locale);
  return finish('digest', locale, {
    title: extent === WEEKLY ? digest.title : digest.titleOf(extent.days),
    sections: isEmpty(report)
      ? [{ kind: 'prose', text: toRichText(digest.nothing) }]
      : fullSections(report, knowledge, locale, extent.most),
    actions: [],
  });
}

function isEmpty({ codes, unanswered, steps, helpful, unhelpful }: Report): boolean {
  return codes.length + unanswered.length + steps.length + helpful + unhelpful === 0;
}

function fullSections(report: Report, knowledge: KnowledgeBase, locale: Locale, most: number): Section[] {
  const { digest } = deskLabelsFor(locale);
  const { note, buttons } = labelsFor(locale);
  const codes = report.codes
    .filter(({ answered }) => answered > 0)
    .map(({ code, answered }) => counted(headline(code, knowledge, locale), answered, locale));
  const unanswered = report.unanswered.map(({ code, cases }) => counted(code, cases, locale));
  const steps = report.steps.flatMap((step) => leftBehind(step, knowledge, locale));
  return [
    facts(report, locale),
    ...list(digest.codes, codes.slice(0, most)),
    ...list(digest.unanswered, unanswered.slice(0, most)),
    ...list(digest.steps, steps.slice(0, most)),
    { kind: 'note', tone: 'info', label: note, texts: [toRichText(digest.howToRead(buttons.worked))] },
  ];
}

function facts(report: Report, locale: Locale): FactsSection {
  const { answered, solved, solvedShare, handedOver, helpful, unhelpful } = report;
  const { digest } = deskLabelsFor(locale);
  const { feedback } = personalLabelsFor(locale);
  const value =
    solvedShare === undefined ? digest.tooFew : digest.solvedValue(solved, answered, Math.round(solvedShare * 100));
  return {
    kind: 'facts',
    facts: [
      { label: digest.answered, value: String(answered) },
      { label: digest.solved, value },
      { label: digest.handedOver, value: String(handedOver) },
      ...(helpful + unhelpful === 0 ? [] : [{ label: feedback.counted, value: feedback.counts(helpful, unhelpful) }]),
    ],
  };
}

/** A step that the knowledge no longer has is left out. */
function leftBehind(
  { code, step, leftBehind: left, helped }: StepReport,
  knowledge: KnowledgeBase,
  locale: Locale,
): ListItem[] {
  const described = describeTried([code, step, NOT_SOLVED], knowledge, locale);
  if (described === undefined) return [];
  const { aside, separator } = labelsFor(locale);
  const text = toRichText(`${code}${separator}${described.step}`);
  return [{ text, tag: aside(deskLabelsFor(locale).digest.stepCounts(left, helped)) }];
}

function counted(text: string, times: number, locale: Locale): ListItem {
  return { text: toRichText(text), tag: labelsFor(locale).aside(deskLabelsFor(locale).digest.times(times)) };
}

function list(heading: string, items: readonly ListItem[]): ListSection[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }];
}
