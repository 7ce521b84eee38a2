/** Fix steps in Slack: what to do, what to beware of, where, the command to copy, and what to expect. */

import type { RichTextBlockElement, RichTextText } from '@slack/types';
import type { StepView } from '../../reply/reply';
import { bold, line, preformatted, run, runs, taggedRuns } from './rich-text';

/** One step in full, without its number: the heading above it says which one it is. */
export function stepElements(step: StepView): RichTextBlockElement[] {
  return stepParts(step, []);
}

/** One of many steps, led by its number. */
export function numberedStep(step: StepView): RichTextBlockElement[] {
  return stepParts(step, [bold(`${step.number}. `)]);
}

function stepParts(step: StepView, lead: readonly RichTextText[]): RichTextBlockElement[] {
  const parts: RichTextBlockElement[] = [line([...lead, ...taggedRuns(step.text, step.tag)])];
  if (step.caution !== undefined) parts.push(line([{ type: 'emoji', name: 'warning' }, run(' '), bold(step.caution)]));
  parts.push(line([run(step.context, { italic: true })]));
  if (step.command !== undefined) parts.push(preformatted(step.command));
  if (step.expect !== undefined) parts.push(line(runs(step.expect)));
  return parts;
}
