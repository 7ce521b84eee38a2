/** A procedure, walked: one step with a button an answer, what was answered so far, and where a path ends. */

import { isErrorCode } from '../code/error-code';
import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import { findOutcome, findStep } from '../knowledge/find-step';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Procedure, ProcedureOutcome, ProcedureStep } from '../knowledge/procedure';
import type { Action, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import {
  button,
  fitActions,
  followUpTo,
  getHelpButton,
  languageButton,
  mayGetHelp,
  meTooButton,
  type View,
  withoutTrail,
} from './actions';
import { contextOf } from './describe-step';
import type { ViewParts } from './entry-views';
import { soFar } from './so-far';

/**
 * The step or outcome `view.step` of a procedure. An id that the procedure no longer has leads to its start, so that an
 * old button still leads somewhere.
 */
export function guideView(procedure: Procedure, knowledge: KnowledgeBase, view: View): ViewParts {
  const at = view.step ?? procedure.start;
  const outcome = findOutcome(procedure, at);
  if (outcome !== undefined) return outcomeView(procedure, outcome, knowledge, view);
  const id = findStep(procedure, at) === undefined ? procedure.start : at;
  const step = findStep(procedure, id);
  if (step === undefined) throw new Error(`${procedure.id} has no step ${id}`);
  return stepView(procedure, id, step, knowledge, { ...view, step: id });
}

/** The button that begins the first procedure of an entry. */
export function guideButton(
  ids: readonly string[],
  knowledge: KnowledgeBase,
  view: View,
  emphasis: 'normal' | 'quiet' = 'normal',
): Action | undefined {
  const procedure = ids.find((id) => knowledge.procedures.has(id));
  if (procedure === undefined) return undefined;
  const { locale, codes, trail, method } = view;
  const followUp = followUpTo('guide', { locale, codes, procedure, trail, method });
  return button('guide', labelsFor(locale).buttons.guide, followUp, emphasis);
}

function stepView(
  procedure: Procedure,
  id: string,
  step: ProcedureStep,
  knowledge: KnowledgeBase,
  view: View,
): ViewParts {
  const { locale, trail = [] } = view;
  const labels = labelsFor(locale);
  const number = stepsBehind(view) + 1;
  return {
    title: titleOf(procedure, view),
    sections: [
      ...soFar(view, knowledge),
      {
        kind: 'step',
        heading: labels.guide.step(number),
        step: {
          number,
          text: toRichText(step.ask[locale]),
          context: contextOf(step, labels).join(labels.separator),
          ...(step.command === undefined ? {} : { command: step.command }),
          ...(step.destructive ? { caution: labels.guide.destructive } : {}),
          ...(step.confidence === 'likely' ? { tag: labels.likely } : {}),
        },
      },
      ...output(step, labels, locale),
    ],
    actions: fitActions(
      ...step.answers.map((answer, index) =>
        button(
          `answer-${answer.id}`,
          answer.label[locale],
          followUpTo('guide', { ...view, step: answer.next, trail: [...trail, [procedure.id, id, answer.id]] }),
          index === 0 ? 'primary' : 'normal',
        ),
      ),
      backButton(view),
      languageButton('guide', view),
      codeButton(view),
      getHelpButton(view, 'quiet'),
      meTooButton(view),
    ),
  };
}

/** Pasted output has led here past the code; what the code means is one press away. */
function codeButton({ locale, codes, findings }: View): Action | undefined {
  const [lead] = codes;
  if (findings === undefined || lead === undefined) return undefined;
  return button(
    'show-code',
    labelsFor(locale).buttons.showCode(lead),
    followUpTo('answer', { locale, codes }),
    'quiet',
  );
}

function outcomeView(procedure: Procedure, outcome: ProcedureOutcome, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale, codes } = view;
  const labels = labelsFor(locale);
  const solved = outcome.kind === 'solved';
  const label = { solved: labels.guide.solved, 'hand-off': labels.guide.handOff, continue: labels.guide.next };
  return {
    title: titleOf(procedure, view),
    sections: [
      ...soFar(view, knowledge),
      {
        kind: 'note',
        tone: solved ? 'success' : 'info',
        label: label[outcome.kind],
        texts: [outcome.text[locale], ...passOn(outcome, view)].map(toRichText),
      },
    ],
    actions: fitActions(
      ...goOn(outcome, knowledge, view),
      solved ? undefined : getHelpButton(view, outcome.kind === 'hand-off' ? 'primary' : 'normal'),
      outcome.kind === 'continue' ? undefined : workedButton(view, solved ? 'primary' : 'normal'),
      codes.length > 0
        ? button('again', labels.buttons.again, followUpTo('activation', { locale, codes, method: view.method }))
        : undefined,
      backButton(view),
      languageButton('guide', view),
      solved ? getHelpButton(view, 'quiet') : undefined,
      meTooButton(view),
    ),
  };
}

/** Where an outcome sends people on: another procedure, or the code that they have met. */
function goOn({ procedure: id, code }: ProcedureOutcome, knowledge: KnowledgeBase, view: View): Action[] {
  const { locale, codes, trail, method } = view;
  const { buttons } = labelsFor(locale);
  const procedure = id === undefined ? undefined : knowledge.procedures.get(id);
  const actions: Action[] = [];
  if (procedure !== undefined) {
    const followUp = followUpTo('guide', { locale, codes, trail, method, procedure: procedure.id });
    actions.push(button('go-on', buttons.goOn(procedure.title[locale]), followUp, 'primary'));
  }
  if (code !== undefined) {
    actions.push(
      button('show-code', buttons.showCode(code), followUpTo('activation', { locale, codes: [code] }), 'primary'),
    );
  }
  return actions;
}

/** Says of an end that needs somebody else how to reach them, while nobody has been asked. */
function passOn({ kind }: ProcedureOutcome, view: View): string[] {
  if (kind !== 'hand-off' || !mayGetHelp(view)) return [];
  const { guide, buttons } = labelsFor(view.locale);
  return [guide.passOn(buttons.getHelp)];
}

/** Says that it works now: the good end, or what whoever was asked for help has done. */
function workedButton(view: View, emphasis: 'primary' | 'normal'): Action | undefined {
  if (view.codes.length === 0) return undefined;
  return button('worked', labelsFor(view.locale).buttons.worked, followUpTo('worked', withoutTrail(view)), emphasis);
}

/** Steps of fixes are counted apart: going from a fix to a guide begins at one. */
function stepsBehind({ guided, trail = [] }: View): number {
  return guided ?? trail.filter(([where]) => !isErrorCode(where)).length;
}

/** One step back: it is shown again, and counts as not tried. */
function backButton(view: View): Action | undefined {
  const last = view.trail?.at(-1);
  if (last === undefined) return undefined;
  const [where, step] = last;
  const { locale, codes, method } = view;
  const before = { locale, codes, method, step, trail: view.trail?.slice(0, -1) };
  const followUp = isErrorCode(where)
    ? followUpTo('step', { ...before, codes: [where, ...codes.filter((code) => code !== where)] })
    : followUpTo('guide', { ...before, procedure: where });
  return button('back', labelsFor(locale).buttons.back, followUp);
}

/** The code stays in sight while its procedure is walked. */
function titleOf(procedure: Procedure, { codes: [code], locale }: View): string {
  const title = procedure.title[locale];
  return code === undefined ? title : `${code}${labelsFor(locale).separator}${title}`;
}

function output({ good, bad }: ProcedureStep, labels: Labels, locale: Locale): Section[] {
  const texts = [good, bad].filter((text) => text !== undefined);
  if (texts.length === 0) return [];
  return [
    { kind: 'list', heading: labels.guide.output, items: texts.map((text) => ({ text: toRichText(text[locale]) })) },
  ];
}
