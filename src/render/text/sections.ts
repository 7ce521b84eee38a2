/** The parts of a reply as lines for the terminal, one function a kind. */

import {
  assertNever,
  type FactsSection,
  type ListSection,
  type NoteSection,
  type ProseSection,
  type Section,
  type SourcesSection,
  type StepView,
} from '../../reply/reply';
import type { RichText } from '../../reply/rich-text';
import { countCells } from './cells';
import type { Page } from './page';
import type { StyledText } from './wrap';

const INDENT = 2;
const COLUMN_GAP = 2;
const COMMAND_INDENT = 6;

/** The lines of one section, without the empty line that parts it from the next. */
export function sectionLines(section: Section, page: Page): string[] {
  switch (section.kind) {
    case 'facts':
      return facts(section, page);
    case 'prose':
      return prose(section, page);
    case 'list':
      return list(section, page);
    case 'step':
      return [...heading(section.heading, page), ...stepLines(section.step, page, '')];
    case 'steps':
      return [
        ...heading(section.heading, page),
        ...section.steps.flatMap((step) => ['', ...stepLines(step, page, `${step.number}. `)]),
      ];
    case 'note':
      return note(section, page);
    case 'sources':
      return sources(section, page);
    default:
      return assertNever(section);
  }
}

function heading(text: string, page: Page): string[] {
  return page.paragraph([page.text(text, page.style.bold)]);
}

function facts({ facts }: FactsSection, page: Page): string[] {
  const widest = Math.max(...facts.map(({ label }) => countCells(label)));
  return facts.flatMap(({ label, value }) => {
    const padding = ' '.repeat(widest - countCells(label) + COLUMN_GAP);
    return page.paragraph([page.text(value)], 0, label + padding);
  });
}

function prose(section: ProseSection, page: Page): string[] {
  const head = section.heading === undefined ? [] : heading(section.heading, page);
  const text = page.runs(section.text);
  return [...head, ...(section.quote ? page.barred(text, INDENT, '│ ') : page.paragraph(text, INDENT))];
}

function list(section: ListSection, page: Page): string[] {
  const items = section.items.flatMap((item) => page.paragraph(tagged(item.text, item.tag, page), INDENT, '- '));
  return [...heading(section.heading, page), ...items];
}

function stepLines(step: StepView, page: Page, lead: string): string[] {
  const { style } = page;
  const indent = INDENT + lead.length;
  const lines = page.paragraph(tagged(step.text, step.tag, page), INDENT, lead);
  if (step.caution !== undefined) lines.push(...page.paragraph([page.text(step.caution, style.warning)], indent));
  lines.push(...page.paragraph([page.text(step.context, style.dim)], indent));
  if (step.command !== undefined) lines.push('', ...page.verbatim(step.command, COMMAND_INDENT, style.code));
  if (step.command !== undefined && step.expect !== undefined) lines.push('');
  if (step.expect !== undefined) lines.push(...page.paragraph(page.runs(step.expect), indent));
  return lines;
}

function note({ tone, label, texts }: NoteSection, page: Page): string[] {
  const paint = { info: page.style.bold, warning: page.style.warning, success: page.style.success }[tone];
  return [
    ...page.paragraph([page.text(label, paint)]),
    ...texts.flatMap((text) => page.paragraph(page.runs(text), INDENT)),
  ];
}

function sources(section: SourcesSection, page: Page): string[] {
  const entries = section.sources.flatMap(({ title, url, date }) => [
    ...page.paragraph([page.text(date === undefined ? title : `${title} · ${date}`)], INDENT, '- '),
    ...(url === undefined ? [] : page.verbatim(url, 2 * INDENT, page.style.dim)),
  ]);
  return [...heading(section.heading, page), ...entries];
}

function tagged(rich: RichText, tag: string | undefined, page: Page): StyledText[] {
  return tag === undefined ? page.runs(rich) : [...page.runs(rich), page.text(tag, page.style.dim)];
}
