/**
 * The whole reply in plain words: what screen readers read, what a notification shows, what a client without cards
 * gets. It arranges; every word was chosen before.
 */

import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { ListItem, Reply, Section, StepView } from './reply';
import { assertNever } from './reply';
import { plainText } from './rich-text';

/** The text of a reply, one line a statement. Links are given by title; their addresses read badly aloud. */
export function summarize(reply: Pick<Reply, 'locale' | 'title' | 'subtitle' | 'sections'>): string {
  const labels = labelsFor(reply.locale);
  const head = reply.subtitle === undefined ? [reply.title] : [reply.title, reply.subtitle];
  return [...head, ...reply.sections.flatMap((section) => sectionLines(section, labels))].join('\n');
}

function sectionLines(section: Section, labels: Labels): string[] {
  switch (section.kind) {
    case 'facts':
      return section.facts.map(({ label, value }) => `${label}${labels.colon}${value}`);
    case 'prose':
      return [...(section.heading === undefined ? [] : [section.heading]), plainText(section.text)];
    case 'list':
      return [section.heading, ...section.items.map((item) => `- ${itemText(item)}`)];
    case 'step':
      return [section.heading, ...stepLines(section.step)];
    case 'steps':
      return [section.heading, ...section.steps.flatMap(numbered)];
    case 'note':
      return section.texts.map((text) => `${section.label}${labels.colon}${plainText(text)}`);
    case 'sources':
      return [
        section.heading,
        ...section.sources.map(({ title, date }) => `- ${title}${date === undefined ? '' : labels.aside(date)}`),
      ];
    default:
      return assertNever(section);
  }
}

function numbered(step: StepView): string[] {
  const [first = '', ...rest] = stepLines(step);
  return [`${step.number}. ${first}`, ...rest];
}

function stepLines(step: StepView): string[] {
  const optional = [step.caution, step.command, step.expect && plainText(step.expect)];
  return [itemText(step), step.context, ...optional.filter((line) => line !== undefined)];
}

function itemText({ text, tag = '' }: ListItem): string {
  return `${plainText(text)}${tag}`;
}
