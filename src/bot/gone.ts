/** A button whose case is not there for this person: expired, another tenant's, or pressed from elsewhere. All look alike. */

import { type FollowUp, isViewMove } from '../reply/follow-up';
import { withoutStamp } from '../reply/stamp';
import { expiredNote } from '../resolver/desk/asides';
import type { BotParts } from './parts';
import type { PressAnswer } from './values';

/** The view that the button itself tells of, said to be no longer remembered; never an error, and nothing of the case. */
export function showGone(followUp: FollowUp, { resolver }: Pick<BotParts, 'resolver'>): PressAnswer {
  const { locale } = followUp;
  const leads = isViewMove(followUp.move) || followUp.codes.length > 0;
  if (!leads) return { aside: resolver.freshStart(locale) };
  return { aside: resolver.follow(withoutStamp(followUp), { progress: [expiredNote(locale)], help: 'none' }) };
}
