/** The fix steps of an entry after the first: one at a time, all at once, the question between them, and their end. */

import { labelsFor } from '../i18n/labels/labels';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { METHOD_CHOICES } from '../reply/follow-up';
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
import { describeStep } from './describe-step';
import { head, sourceLink, sources, startOf, type ViewParts, warnings, workedButton } from './entry-views';
import { guideButton } from './guide-views';
import { organizationSections } from './organization-sections';
import { soFar } from './so-far';
import { allStepsButton, nextButton, previousButton, stepInView, stepsFor } from './walk';

/** The step at `index` of those that apply; the first one is the answer itself. */
export function stepView(entry: Entry, index: number, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale, method } = view;
  const labels = labelsFor(locale);
  const isLast = index === stepsFor(entry, method).length - 1;
  return {
    ...head(entry, locale),
    sections: [
      ...soFar(view, knowledge),
      stepInView(entry, index, view),
      ...warnings(entry, locale),
      sources(entry, knowledge, locale),
    ],
    actions: fitActions(
      isLast ? undefined : nextButton(entry, index, view),
      workedButton(entry, index, view, isLast ? 'primary' : 'normal'),
      isLast ? nextButton(entry, index, view) : undefined,
      previousButton(entry, index, view),
      getHelpButton(view),
      languageButton('step', view),
      allStepsButton(entry, view),
      isLast ? undefined : guideButton(entry.procedures, knowledge, view, 'quiet'),
      meTooButton(view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}

/** Every step that applies, at once. */
export function allStepsView(entry: Entry, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  return {
    ...head(entry, locale),
    sections: [
      ...warnings(entry, locale),
      {
        kind: 'steps',
        heading: labels.allSteps,
        steps: stepsFor(entry, view.method).map((step, index) => describeStep(step, index, entry, view)),
      },
      sources(entry, knowledge, locale),
    ],
    actions: fitActions(
      button('worked', labels.buttons.worked, followUpTo('worked', withoutTrail(view)), 'primary'),
      button('step-by-step', labels.buttons.stepByStep, followUpTo(startOf(entry), view)),
      getHelpButton(view),
      languageButton('all-steps', view),
    ),
  };
}

/** The next step depends on how the computer is activated; asked once, then carried along. */
export function methodView(entry: Entry, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  const choices = METHOD_CHOICES.filter((choice) => choice === 'unknown' || entry.methods.includes(choice));
  return {
    ...head(entry, locale),
    sections: [
      ...soFar(view, knowledge),
      { kind: 'prose', heading: labels.method.question, text: toRichText(labels.method.why) },
      {
        kind: 'list',
        heading: labels.method.howToTell,
        items: labels.method.signs.map((sign) => ({ text: toRichText(sign) })),
      },
    ],
    actions: fitActions(
      ...choices.map((choice) => {
        const label = choice === 'unknown' ? labels.method.unknown : labels.methods[choice];
        return button(`method-${choice}`, label, followUpTo('step', { ...view, method: choice }));
      }),
      languageButton('step', view),
      getHelpButton(view, 'quiet'),
      meTooButton(view),
    ),
  };
}

/** No step is left. */
export function stuckView(entry: Entry, knowledge: KnowledgeBase, view: View): ViewParts {
  const { locale } = view;
  const labels = labelsFor(locale);
  const guide = guideButton(entry.procedures, knowledge, view);
  const texts = [
    labels.stuck.text,
    ...(mayGetHelp(view) ? [labels.stuck.getHelp(labels.buttons.getHelp)] : []),
    ...(guide === undefined ? [] : [labels.stuck.guide(labels.buttons.guide)]),
  ];
  return {
    ...head(entry, locale),
    sections: [
      ...soFar(view, knowledge),
      { kind: 'note', tone: 'info', label: labels.stuck.title, texts: texts.map(toRichText) },
      ...organizationSections(knowledge, ['help'], locale),
    ],
    actions: fitActions(
      getHelpButton(view, 'primary'),
      guide,
      button('worked', labels.buttons.worked, followUpTo('worked', withoutTrail(view))),
      button('again', labels.buttons.again, followUpTo(startOf(entry), { ...view, step: undefined, trail: undefined })),
      languageButton('stuck', view),
      allStepsButton(entry, view),
      meTooButton(view),
      sourceLink(entry, knowledge, labels),
    ),
  };
}
