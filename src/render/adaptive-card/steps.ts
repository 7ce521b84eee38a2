/** Fix steps on a card: what to do, what to beware of, where, the command to copy, and what to expect. */

import type { StepView } from '../../reply/reply';
import type { Container, Element } from './elements';
import { paragraph, run, sentence, taggedRuns } from './text';

/** One step in full, without its number: the heading above it says which one it is. */
export function stepElements(step: StepView): Element[] {
  return [sentence(step.text, 'Small', step.tag), ...stepDetails(step)];
}

/** One of many steps, led by its number and set off from the one before. */
export function numberedStep(step: StepView): Element[] {
  const number = run(`${step.number}. `, { weight: 'Bolder' });
  return [paragraph([number, ...taggedRuns(step.text, step.tag)], 'Medium'), ...stepDetails(step)];
}

function stepDetails(step: StepView): Element[] {
  const details: Element[] = [];
  if (step.caution !== undefined) details.push(caution(step.caution));
  details.push(paragraph([run(step.context, { isSubtle: true })], 'None'));
  if (step.command !== undefined) details.push(commandBox(step.command));
  if (step.expect !== undefined) details.push(sentence(step.expect, 'Small'));
  return details;
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
 * The command, one block a line, so that a line selected by triple click is the command and nothing else, and a gap
 * between them, so that a wrapped line does not look like two. Teams' own CodeBlock has a copy button, but it is outside
 * the Adaptive Card schema: the parser warns about it even with a fallback.
 */
function commandBox(command: string): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: command.split('\n').map((line) => paragraph([run(line, { fontType: 'Monospace' })], 'Small')),
  };
}
