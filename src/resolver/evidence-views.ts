/** What pasted output says: sections above an answer, or an answer of its own where it holds no code. */

import type { Finding } from '../diagnosis/finding';
import { SETUP_OPERATIONS } from '../evidence/setup-facts';
import { type EvidenceLabels, evidenceLabelsFor, type FindingWords } from '../i18n/labels/evidence/labels';
import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import type { FactsSection, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, fitActions, followUpTo, languageButton, type View } from './actions';
import type { ViewParts } from './entry-views';

/** After these nothing is left to do. */
const GOOD = new Set<Finding['kind']>(['activated', 'command-done', 'clock-right', 'count-reached', 'host-answered']);

/** The license as facts, everything else as a sentence each. Empty where there is nothing to tell. */
export function findingSections(findings: readonly Finding[], locale: Locale, kmsHost?: string): Section[] {
  const words = evidenceLabelsFor(locale);
  const told = findings.filter(({ kind }) => kind !== 'license');
  return [
    ...licenseFacts(
      findings.find(({ kind }) => kind === 'license'),
      kmsHost,
      words,
    ),
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            heading: words.heading,
            items: told.map((finding) => ({ text: toRichText(tell(finding, words)) })),
          },
        ]),
  ];
}

/** Output without a code: what it says is the answer. */
export function evidenceView(findings: readonly Finding[], view: View): ViewParts {
  const { locale } = view;
  const words = evidenceLabelsFor(locale);
  const { good, note, buttons } = labelsFor(locale);
  const isGood = findings.some(({ kind }) => GOOD.has(kind));
  return {
    title: words.title,
    sections: [
      isGood
        ? { kind: 'note', tone: 'success', label: good, texts: [toRichText(words.fine)] }
        : { kind: 'note', tone: 'info', label: note, texts: [toRichText(words.unclear)] },
    ],
    actions: fitActions(
      button('help', buttons.help, followUpTo('help', { locale, codes: [] })),
      languageButton('evidence', view),
    ),
  };
}

function licenseFacts(
  license: Finding | undefined,
  kmsHost: string | undefined,
  words: EvidenceLabels,
): FactsSection[] {
  const { edition, channel, status, days, rearms }: Partial<Finding> = license ?? {};
  const facts = [
    ...(edition === undefined ? [] : [{ label: words.edition, value: edition }]),
    ...(channel === undefined ? [] : [{ label: words.channel, value: words.channels[channel] }]),
    ...(status === undefined ? [] : [{ label: words.status, value: words.statuses[status] }]),
    ...(days === undefined ? [] : [{ label: words.expires, value: words.days(days) }]),
    ...(kmsHost === undefined ? [] : [{ label: words.kmsHost, value: kmsHost }]),
    ...(rearms === undefined ? [] : [{ label: words.rearms, value: String(rearms) }]),
  ];
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

function tell(finding: Finding, words: EvidenceLabels): string {
  const { kind } = finding;
  return kind === 'license' ? '' : words.findings[kind](fillIn(finding, words));
}

/** What the sentence may speak of. Setup's operations are numbered by their place in the list. */
function fillIn(finding: Finding, words: EvidenceLabels): FindingWords {
  const { channel, status, why, phase, operation } = finding;
  return {
    code: finding.code ?? '',
    inner: finding.inner ?? '',
    edition: finding.edition ?? '',
    channel: channel === undefined ? '' : words.channels[channel],
    status: status === undefined ? '' : words.statuses[status],
    why: why === undefined ? '' : words.whys[why],
    phase: phase === undefined ? '' : words.phases[phase],
    operation: operation === undefined ? '' : (words.operations[SETUP_OPERATIONS.indexOf(operation)] ?? ''),
    count: finding.count ?? 0,
    threshold: finding.threshold ?? 0,
    days: finding.days ?? 0,
    minutes: finding.minutes ?? 0,
    port: finding.port ?? 0,
  };
}
