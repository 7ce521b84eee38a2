/** Thanks for a verdict on an answer; after a bad one, with what is left to try. */

import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { FollowUp } from '../../reply/follow-up';
import type { Action, Reply } from '../../reply/reply';
import { followUpTo } from '../actions';
import { say } from './said';

/** The ways on that an answer may have, the nearest first. */
const WAYS_ON: readonly string[] = ['next', 'guide', 'get-help'];

/** `answer` is what the verdict was about, with its buttons, where it is still known. */
export function feedbackView(isHelpful: boolean, locale: Locale, answer?: Reply): Reply {
  const { thanks, sorry } = personalLabelsFor(locale).feedback;
  return isHelpful ? say(thanks, locale) : say(sorry, locale, { actions: waysOn(answer) });
}

/**
 * The two small buttons below an answer to one code: of several nobody could tell which one the verdict is about. All steps
 * of an entry nearly fill a message by themselves.
 */
export function verdictsOn({
  move,
  locale,
  codes,
}: Pick<FollowUp, 'move' | 'locale' | 'codes'>): Pick<Reply, 'verdicts'> {
  if (codes.length !== 1 || move === 'all-steps') return {};
  const { helpful, unhelpful } = personalLabelsFor(locale).feedback;
  const about = { locale, codes };
  return {
    verdicts: {
      helpful: { label: helpful, followUp: followUpTo('helpful', about) },
      unhelpful: { label: unhelpful, followUp: followUpTo('unhelpful', about) },
    },
  };
}

function waysOn(answer: Reply | undefined): readonly Action[] {
  return WAYS_ON.flatMap((id) => answer?.actions.filter((action) => action.id === id) ?? []);
}
