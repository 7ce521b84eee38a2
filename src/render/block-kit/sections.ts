/** The parts of a reply as blocks, one function a kind. */

import type { ContextBlock, KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
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
import { escapeMrkdwn, mrkdwnLink } from './escape';
import { bold, line, richText, run, runs, taggedRuns } from './rich-text';
import { numberedStepBlocks, stepBlocks } from './steps';

/** The blocks of one section, in reading order. */
export const sectionBlocks = onceForLasting(drawSection);

function drawSection(section: Section): KnownBlock[] {
  switch (section.kind) {
    case 'facts':
      return [facts(section)];
    case 'prose':
      return [prose(section)];
    case 'list':
      return [list(section)];
    case 'step':
      return stepBlocks(section.step, [line([bold(section.heading)])]);
    case 'steps':
      return [richText([line([bold(section.heading)])]), ...section.steps.flatMap(numberedStepBlocks)];
    case 'note':
      return [note(section)];
    case 'sources':
      return [sources(section)];
    default:
      return assertNever(section);
  }
}

function facts({ facts }: FactsSection): RichTextBlock {
  return richText(facts.map(({ label, value }) => line([bold(label), run(`  ${value}`)])));
}

function prose(section: ProseSection): RichTextBlock {
  const body: RichTextBlockElement = section.quote
    ? { type: 'rich_text_quote', elements: runs(section.text) }
    : line(runs(section.text));
  return richText(section.heading === undefined ? [body] : [line([bold(section.heading)]), body]);
}

function list(section: ListSection): RichTextBlock {
  const items = section.items.map(({ text, tag }) => line(taggedRuns(text, tag)));
  return richText([line([bold(section.heading)]), { type: 'rich_text_list', style: 'bullet', elements: items }]);
}

const NOTE_EMOJI = { info: 'information_source', warning: 'warning', success: 'white_check_mark' } as const;

function note({ tone, label, texts }: NoteSection): RichTextBlock {
  const lead = [{ type: 'emoji' as const, name: NOTE_EMOJI[tone] }, run(' '), bold(label)];
  const [only = [], ...others] = texts;
  if (others.length === 0) return richText([line([...lead, run('  '), ...runs(only)])]);
  const items = texts.map((text) => line(runs(text)));
  return richText([line(lead), { type: 'rich_text_list', style: 'bullet', elements: items }]);
}

function sources(section: SourcesSection): ContextBlock {
  const lines = section.sources.map(({ title, url, date }) =>
    [mrkdwnLink(title, url), ...(date === undefined ? [] : [escapeMrkdwn(date)])].join(' · '),
  );
  const text = [escapeMrkdwn(section.heading), ...lines].join('\n');
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}
