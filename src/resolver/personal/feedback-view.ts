/** Thanks for a verdict on an answer; after a bad one, with what is left to try. */

import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { Action, Reply } from '../../reply/reply';
import { say } from './said';

/** The ways on that an answer may have, the nearest first. */
const WAYS_ON: readonly string[] = ['next', 'guide', 'get-help'];

/** `answer` is what the verdict was about, with its buttons, where it is still known. */
export function feedbackView(isHelpful: boolean, locale: Locale, answer?: Reply): Reply {
  const { thanks, sorry } = personalLabelsFor(locale).feedback;
  return isHelpful ? say(thanks, locale) : say(sorry, locale, { actions: waysOn(answer) });
}

function waysOn(answer: Reply | undefined): readonly Action[] {
  return WAYS_ON.flatMap((id) => answer?.actions.filter((action) => action.id === id) ?? []);
}
