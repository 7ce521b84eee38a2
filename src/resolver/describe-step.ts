/** One fix step in the words of one language: what to do, where, in which window, and what to expect. */

import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { Entry, Step } from '../knowledge/entry';
import type { StepView } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import type { View } from './actions';
import { isUntold } from './walk';

/** What only PowerShell understands: cmdlets, variables, types, ranges and expressions at the start of a line. */
const POWERSHELL = /^(?:\(|[A-Z][A-Za-z]+-[A-Z]\w+|\$\w|\[\w|\d+\.\.\d+)/m;

/** What a fix step and a procedure's step tell alike of where they run. */
type Whereabouts = Pick<Step, 'runsOn' | 'runsAs' | 'command'>;

/** The step at `index` of the entry. */
export function describeStep(
  step: Step,
  index: number,
  entry: Entry,
  { locale, method }: Pick<View, 'locale' | 'method'>,
): StepView {
  const labels = labelsFor(locale);
  // Whoever has said how the computer is activated need not be told.
  const isTold = !isUntold(method);
  return {
    number: index + 1,
    text: toRichText(step.text[locale]),
    context: [...contextOf(step, labels), ...(isTold ? [] : methodsOf(step, entry, labels))].join(labels.separator),
    ...(step.command === undefined ? {} : { command: step.command }),
    ...(step.expect === undefined ? {} : { expect: toRichText(step.expect[locale]) }),
    ...(step.destructive ? { caution: cautionFor(entry, labels) } : {}),
    ...(step.confidence === 'likely' ? { tag: labels.likely } : {}),
  };
}

/** Of an entry without warnings there is nothing more to read first. */
function cautionFor({ warnings }: Entry, labels: Labels): string {
  return warnings.length > 0 ? labels.destructive : labels.guide.destructive;
}

/** Where a step runs, in which window and with whose rights. */
export function contextOf(step: Whereabouts, labels: Labels): string[] {
  return [labels.places[step.runsOn], ...shellOf(step, labels)];
}

/** `%windir%` means nothing to PowerShell, and a cmdlet nothing to the Command Prompt, so the window is named. */
function shellOf({ command, runsAs }: Whereabouts, labels: Labels): string[] {
  if (command !== undefined) return [labels.shells[POWERSHELL.test(command) ? 'powershell' : 'cmd'][runsAs]];
  return runsAs === 'admin' ? [labels.adminRights] : [];
}

/** Said only where the step is not for everyone whom the entry is for. */
function methodsOf({ methods = [] }: Step, entry: Entry, labels: Labels): string[] {
  if (methods.length === 0 || entry.methods.every((method) => methods.includes(method))) return [];
  return [labels.onlyFor(methods.map((method) => labels.methods[method]).join(labels.listComma))];
}
