/** The buttons under a reply, and the follow-ups that they carry. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import { LOCALES, type Locale } from '../i18n/locale';
import { type TriedStep, type FollowUp, LONGEST_TRAIL, type Move } from '../reply/follow-up';
import type { Action } from '../reply/reply';

/** Teams shows no more on one card. */
const MOST_ACTIONS = 6;

/** Everything a view is determined by, apart from the move that leads to it. */
export interface View {
  readonly locale: Locale;
  /** The code in view first. */
  readonly codes: readonly ErrorCode[];
  readonly step?: string | undefined;
  readonly written?: string | undefined;
  readonly procedure?: string | undefined;
  readonly trail?: readonly TriedStep[] | undefined;
}

/** The follow-up that leads to a view. */
export function followUpTo(move: Move, view: View): FollowUp {
  return {
    v: 1,
    move,
    locale: view.locale,
    codes: [...view.codes],
    ...(view.step === undefined ? {} : { step: view.step }),
    ...(view.written === undefined ? {} : { written: view.written }),
    ...(view.procedure === undefined ? {} : { procedure: view.procedure }),
    ...(view.trail === undefined ? {} : { trail: view.trail.slice(-LONGEST_TRAIL) }),
  };
}

/** A button that leads to a view. */
export function button(
  id: string,
  label: string,
  followUp: FollowUp,
  emphasis: 'primary' | 'normal' = 'normal',
): Action {
  return { kind: 'follow-up', id, label, followUp, emphasis };
}

/** The button that shows the same view in the other language, and remembers the choice. */
export function languageButton(move: Move, view: View): Action {
  const other = LOCALES.find((locale) => locale !== view.locale) ?? view.locale;
  const followUp: FollowUp = { ...followUpTo(move, { ...view, locale: other }), choice: 'locale' };
  return button('language', labelsFor(view.locale).otherLanguage, followUp);
}

/** The first six of the actions that apply. */
export function fitActions(...actions: readonly (Action | undefined)[]): readonly Action[] {
  return actions.filter((action) => action !== undefined).slice(0, MOST_ACTIONS);
}
