/** The buttons under a reply, and the follow-ups that they carry. */

import type { ErrorCode } from '../code/error-code';
import type { Finding } from '../diagnosis/finding';
import { labelsFor } from '../i18n/labels/labels';
import { mannersLabelsFor } from '../i18n/labels/manners/labels';
import { type Locale, otherLocale } from '../i18n/locale';
import { type FollowUp, LONGEST_TRAIL, type MethodChoice, type Move, type TriedStep } from '../reply/follow-up';
import type { Action, Section } from '../reply/reply';

/** Teams shows no more on one card; the quiet ones are behind a menu there. */
const MOST_ACTIONS = 6;
const MOST_QUIET = 4;

/** Everything a view is determined by, apart from the move that leads to it. */
export interface View {
  readonly locale: Locale;
  /** The code in view first. */
  readonly codes: readonly ErrorCode[];
  readonly step?: string | undefined;
  readonly written?: string | undefined;
  readonly procedure?: string | undefined;
  readonly trail?: readonly TriedStep[] | undefined;
  readonly method?: MethodChoice | undefined;
  /** What a case knows of its own course; it stands in the place of what the trail tells. No part of a follow-up. */
  readonly progress?: readonly Section[] | undefined;
  /** What the output says that was pasted. No part of a follow-up. */
  readonly findings?: readonly Finding[] | undefined;
  /** Found by what somebody described, who has named no code. No part of a follow-up. */
  readonly described?: boolean | undefined;
  /** The KMS host that it names; known to the first answer alone. No part of a follow-up. */
  readonly kmsHost?: string | undefined;
  /** Others read along. No part of a follow-up. */
  readonly shared?: boolean | undefined;
  /** One person alone sees it, and may put it before all. No part of a follow-up. */
  readonly shareable?: boolean | undefined;
  /** Help is on its way already, or there is no case to hand over. No part of a follow-up. */
  readonly help?: 'asked' | 'none' | undefined;
  /** How many steps of guides the case has behind it; without a case, the trail tells. No part of a follow-up. */
  readonly guided?: number | undefined;
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
    ...(view.trail === undefined || view.trail.length === 0 ? {} : { trail: view.trail.slice(-LONGEST_TRAIL) }),
    ...(view.method === undefined ? {} : { method: view.method }),
  };
}

/** For moves that change nothing of what was tried: the case knows it, and every character of a card counts. */
export function withoutTrail(view: View): View {
  return { ...view, trail: undefined };
}

/** A button that leads to a view. */
export function button(
  id: string,
  label: string,
  followUp: FollowUp,
  emphasis: 'primary' | 'normal' | 'quiet' = 'normal',
): Action {
  return { kind: 'follow-up', id, label, followUp, emphasis };
}

/** The button that shows a code from the start. `id` tells it from others of the same reply. */
export function showCodeButton(
  code: ErrorCode,
  locale: Locale,
  id: string,
  emphasis: 'primary' | 'normal' | 'quiet' = 'normal',
): Action {
  return button(
    id,
    labelsFor(locale).buttons.showCode(code),
    followUpTo('answer', { locale, codes: [code] }),
    emphasis,
  );
}

/** The button that shows the same view in the other language, and remembers the choice. */
export function languageButton(move: Move, view: View): Action {
  const followUp: FollowUp = {
    ...followUpTo(move, { ...view, locale: otherLocale(view.locale) }),
    choice: 'locale',
  };
  return button('language', labelsFor(view.locale).otherLanguage, followUp);
}

/** Hands over to a person. Once somebody has been asked, it only tells how the request stands, and stands aside. */
export function getHelpButton(view: View, emphasis: 'primary' | 'normal' | 'quiet' = 'normal'): Action | undefined {
  if (view.codes.length === 0 || view.help === 'none') return undefined;
  const followUp = followUpTo('get-help', withoutTrail(view));
  return {
    kind: 'follow-up',
    id: 'get-help',
    label: labelsFor(view.locale).buttons.getHelp,
    followUp,
    emphasis: view.help === 'asked' ? 'quiet' : emphasis,
    opensForm: true,
  };
}

/** Whether help may be asked for here and now, so that a sentence may tell people to. */
export function mayGetHelp({ codes, help }: View): boolean {
  return codes.length > 0 && help === undefined;
}

/**
 * For others with the same trouble: where they see the card, a copy of their own; where they do not, but would be near, it
 * can be put before them.
 */
export function meTooButton(view: View): Action | undefined {
  if (view.shared !== true) return view.shareable === true ? shareButton(view) : undefined;
  return button('me-too', labelsFor(view.locale).buttons.meToo, followUpTo('me-too', withoutTrail(view)), 'quiet');
}

function shareButton(view: View): Action {
  const label = mannersLabelsFor(view.locale).share.button;
  return button('share', label, followUpTo('share', withoutTrail(view)), 'quiet');
}

/** The first six of the actions that apply, then the quiet ones. */
export function fitActions(...actions: readonly (Action | undefined)[]): readonly Action[] {
  const all = actions.filter((action) => action !== undefined);
  const isQuiet = ({ emphasis }: Action) => emphasis === 'quiet';
  return [
    ...all.filter((action) => !isQuiet(action)).slice(0, MOST_ACTIONS),
    ...all.filter(isQuiet).slice(0, MOST_QUIET),
  ];
}
