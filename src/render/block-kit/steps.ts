/** Fix steps in Slack: what to do, what to beware of, where, the command to copy, and what to expect. */

import type { KnownBlock, RichTextBlockElement, RichTextText } from '@slack/types';
import type { StepView } from '../../reply/reply';
import { bold, line, preformatted, richText, run, runs, taggedRuns } from './rich-text';

/** One step in full, under the heading that says which one it is. */
export function stepBlocks(step: StepView, heading: readonly RichTextBlockElement[]): KnownBlock[] {
  return [...instruction(step, heading, []), ...details(step)];
}

/** One of many steps, led by its number. */
export function numberedStepBlocks(step: StepView): KnownBlock[] {
  return [...instruction(step, [], [bold(`${step.number}. `)]), ...details(step)];
}

/** What to do, and in small print where. */
function instruction(
  step: StepView,
  heading: readonly RichTextBlockElement[],
  lead: readonly RichTextText[],
): KnownBlock[] {
  const caution = step.caution === undefined ? [] : [line([WARNING_SIGN, run(' '), bold(step.caution)])];
  return [
    richText([...heading, line([...lead, ...taggedRuns(step.text, step.tag)]), ...caution]),
    { type: 'context', elements: [{ type: 'plain_text', text: step.context }] },
  ];
}

const WARNING_SIGN = { type: 'emoji', name: 'warning' } as const;

function details({ command, expect }: StepView): KnownBlock[] {
  const parts = [
    ...(command === undefined ? [] : [preformatted(command)]),
    ...(expect === undefined ? [] : [line(runs(expect))]),
  ];
  return parts.length === 0 ? [] : [richText(parts)];
}
