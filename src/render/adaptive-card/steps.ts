/** Fix steps on a card: what to do, what to beware of, where, the command to copy, and what to expect. */

import type { StepView } from '../../reply/reply';
import type { Container, Element, TextRun } from './elements';
import { paragraph, run, runs, taggedRuns } from './text';

/** One step in full, without its number: the heading above it says which one it is. */
export function stepElements(step: StepView): Element[] {
  return stepParts(step, []);
}

/** One of many steps, led by its number and set off from the one before. */
export function numberedStep(step: StepView): Container {
  return {
    type: 'Container',
    spacing: 'Medium',
    items: stepParts(step, [run(`${step.number}. `, { weight: 'Bolder' })]),
  };
}

function stepParts(step: StepView, lead: readonly TextRun[]): Element[] {
  const parts: Element[] = [paragraph([...lead, ...taggedRuns(step.text, step.tag)])];
  if (step.caution !== undefined) parts.push(caution(step.caution));
  parts.push(paragraph([run(step.context, { size: 'Small', isSubtle: true })]));
  if (step.command !== undefined) parts.push(commandBox(step.command));
  if (step.expect !== undefined) parts.push(paragraph(runs(step.expect)));
  return parts;
}

function caution(text: string): Container {
  return {
    type: 'Container',
    style: 'attention',
    spacing: 'Small',
    items: [paragraph([run(text, { weight: 'Bolder' })])],
  };
}

/**
 * The command, one block a line, so that a line selected by triple click is the command and nothing else. Teams' own
 * CodeBlock has a copy button, but it is outside the Adaptive Card schema: the parser warns about it even with a
 * fallback, and phones do not show it.
 */
function commandBox(command: string): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: command.split('\n').map((line) => paragraph([run(line, { fontType: 'Monospace' })])),
  };
}
