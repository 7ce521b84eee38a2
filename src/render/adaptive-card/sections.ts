/** The parts of a reply as card elements, one function a kind. */

import { onceForLasting } from '../../reply/lasting';
import {
  assertNever,
  type FactsSection,
  type ListSection,
  type NoteSection,
  type ProseSection,
  type Section,
  type SourcesSection,
} from '../../reply/reply';
import type { ColumnSet, Container, Element, TextBlock } from './elements';
import { escapeMarkdown, markdownLink } from './escape';
import { numberedStep, stepElements } from './steps';
import { heading, paragraph, run, sentence } from './text';

/** The elements of one section, in reading order. */
export const sectionElements = onceForLasting(drawSection);

function drawSection(section: Section): Element[] {
  switch (section.kind) {
    case 'facts':
      return facts(section);
    case 'prose':
      return prose(section);
    case 'list':
      return list(section);
    case 'step':
      return [heading(section.heading), ...stepElements(section.step)];
    case 'steps':
      return [heading(section.heading), ...section.steps.flatMap(numberedStep)];
    case 'note':
      return [note(section)];
    case 'sources':
      return [sources(section)];
    default:
      return assertNever(section);
  }
}

/** Two columns instead of a FactSet, which renders Markdown and does not wrap its titles. */
function facts({ facts }: FactsSection): ColumnSet[] {
  return facts.map(({ label, value }) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 2, items: [paragraph([run(label, { isSubtle: true })])] },
      { type: 'Column', width: 5, items: [paragraph([value])] },
    ],
  }));
}

function prose(section: ProseSection): Element[] {
  const body: Element = section.quote
    ? { type: 'Container', style: 'emphasis', spacing: 'Small', items: [sentence(section.text)] }
    : sentence(section.text, section.heading === undefined ? undefined : 'Small');
  return section.heading === undefined ? [body] : [heading(section.heading), body];
}

function list(section: ListSection): Element[] {
  const items = section.items.map(
    (item): ColumnSet => ({
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'auto', items: [paragraph(['•'])] },
        { type: 'Column', width: 'stretch', items: [sentence(item.text, undefined, item.tag)] },
      ],
    }),
  );
  return [heading(section.heading), ...items];
}

const NOTE_STYLES = { info: 'accent', warning: 'warning', success: 'good' } as const;

function note(section: NoteSection): Container {
  return {
    type: 'Container',
    style: NOTE_STYLES[section.tone],
    spacing: 'Medium',
    items: [
      paragraph([run(section.label, { weight: 'Bolder' })]),
      ...section.texts.map((text, index) => sentence(text, index === 0 ? 'None' : 'Small')),
    ],
  };
}

function sources(section: SourcesSection): Container {
  const lines = section.sources.map(({ title, url, date }) =>
    [markdownLink(title, url), ...(date === undefined ? [] : [escapeMarkdown(date)])].join(' · '),
  );
  return {
    type: 'Container',
    spacing: 'Medium',
    separator: true,
    items: [smallPrint(escapeMarkdown(section.heading)), ...lines.map(smallPrint)],
  };
}

function smallPrint(markdown: string): TextBlock {
  return { type: 'TextBlock', text: markdown, wrap: true, size: 'Small', isSubtle: true, spacing: 'None' };
}
