/** Somebody's posts left alone for a time, or no longer. */

import { personalLabelsFor } from '../i18n/labels/personal/labels';
import type { Locale } from '../i18n/locale';
import type { PersonalMove } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { moment } from '../resolver/desk/tell';
import { say } from '../resolver/personal/said';
import { personScope } from './manners';
import type { BotParts } from './parts';
import type { Who } from './values';

export type MuteMove = Extract<PersonalMove, 'mute-hour' | 'mute-day' | 'mute' | 'unmute'>;

const HOUR_MS = 60 * 60 * 1000;

/** Changes it, and says what holds now and until when. */
export async function muteFor(
  move: MuteMove,
  who: Who,
  locale: Locale,
  { store, now }: Pick<BotParts, 'store' | 'now'>,
): Promise<Reply> {
  const { mute } = personalLabelsFor(locale);
  const set = (muted: number | 'until-unmuted' | undefined) => store.changeSettings(personScope(who), { muted }, now());
  switch (move) {
    case 'mute-hour':
    case 'mute-day': {
      const until = now() + (move === 'mute-hour' ? HOUR_MS : 24 * HOUR_MS);
      await set(until);
      return say(mute.until, locale, { when: moment(until) });
    }
    case 'mute':
      await set('until-unmuted');
      return say(mute.forGood, locale);
    case 'unmute':
      await set(undefined);
      return say(mute.off, locale);
  }
}
