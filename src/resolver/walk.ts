/** The steps of an entry as people walk them: which ones apply to this computer, and the buttons between them. */

import { labelsFor } from '../i18n/labels/labels';
import type { Entry, Step } from '../knowledge/entry';
import { type MethodChoice, NOT_SOLVED, type TriedStep } from '../reply/follow-up';
import type { Action, Section } from '../reply/reply';
import { button, followUpTo, type View, withoutTrail } from './actions';
import { describeStep } from './describe-step';

/** Nobody has said how the computer is activated, or it does not matter. */
export function isUntold(method: MethodChoice | undefined): method is 'unknown' | 'none' | undefined {
  return method === undefined || method === 'unknown' || method === 'none';
}

/** The steps for a computer that is activated so; all of them where nobody knows how. */
export function stepsFor(entry: Entry, method: MethodChoice | undefined): readonly Step[] {
  if (isUntold(method)) return entry.steps;
  const steps = entry.steps.filter(({ methods }) => methods === undefined || methods.includes(method));
  return steps.length === 0 ? entry.steps : steps;
}

/** Whether the step is only for some of the computers that the entry is for, and nobody has been asked which this is. */
export function needsMethod(entry: Entry, { methods }: Step, method: MethodChoice | undefined): boolean {
  return method === undefined && methods !== undefined && !entry.methods.every((each) => methods.includes(each));
}

/**
 * Where the walk stands: the index of the step `id` among those that apply, or of the next one that does. -1 when the
 * entry has no such step, the number of steps when none is left.
 */
export function indexOfStep(entry: Entry, id: string | undefined, method: MethodChoice | undefined): number {
  const place = entry.steps.findIndex((step) => step.id === id);
  if (place < 0) return -1;
  const rest = entry.steps.slice(place);
  const steps = stepsFor(entry, method);
  const index = steps.findIndex((step) => rest.includes(step));
  return index < 0 ? steps.length : index;
}

/** The step at `index` in full. */
export function stepInView(entry: Entry, index: number, view: View): Section {
  const { locale, method } = view;
  const steps = stepsFor(entry, method);
  const step = steps[index] ?? firstStep(entry);
  const heading = labelsFor(locale).stepOf(index + 1, steps.length);
  return { kind: 'step', heading, step: describeStep(step, index, entry, view) };
}

/** On to the next step; behind the last one, to what is left when nothing has helped. */
export function nextButton(entry: Entry, index: number, view: View): Action {
  const { buttons } = labelsFor(view.locale);
  const steps = stepsFor(entry, view.method);
  const trail = [...(view.trail ?? []), leftBehind(entry, steps[index])];
  const next = steps[index + 1];
  if (next === undefined) {
    return button('stuck', buttons.didNotHelp, followUpTo('stuck', { ...view, step: steps[index]?.id, trail }));
  }
  return button('next', buttons.next, followUpTo('step', { ...view, step: next.id, trail }), 'primary');
}

/** Back to the step before, which then counts as not tried. */
export function previousButton(entry: Entry, index: number, view: View): Action | undefined {
  const previous = stepsFor(entry, view.method)[index - 1];
  if (previous === undefined) return undefined;
  const followUp = followUpTo('step', { ...view, step: previous.id, trail: withoutStep(view.trail, entry, previous) });
  return button('previous', labelsFor(view.locale).buttons.previous, followUp);
}

export function allStepsButton(entry: Entry, view: View): Action | undefined {
  if (entry.steps.length < 2) return undefined;
  const { allSteps } = labelsFor(view.locale).buttons;
  return button('all-steps', allSteps, followUpTo('all-steps', withoutTrail({ ...view, step: undefined })), 'quiet');
}

function leftBehind({ code }: Entry, step: Step | undefined): TriedStep {
  return [code, step?.id ?? '', NOT_SOLVED];
}

/** The trail until before this step was left behind. */
function withoutStep(trail: readonly TriedStep[] = [], { code }: Entry, { id }: Step): readonly TriedStep[] {
  const [where, step] = trail.at(-1) ?? [];
  return where === code && step === id ? trail.slice(0, -1) : trail;
}

/** The schema promises at least one step; an entry without one would be our own fault, said plainly. */
function firstStep(entry: Entry): Step {
  const [step] = entry.steps;
  if (step === undefined) throw new Error(`${entry.code} has no step`);
  return step;
}
