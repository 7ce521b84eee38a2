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

/** Until when, in milliseconds since 1970, or in a word. */
export type MutedUntil = number | 'until-unmuted' | 'unmuted';

const HOUR_MS = 60 * 60 * 1000;

/** Changes it, and tells what holds now. */
export async function changeMute(
  move: MuteMove,
  who: Who,
  { store, now }: Pick<BotParts, 'store' | 'now'>,
): Promise<MutedUntil> {
  const until = muteOf(move, now());
  await store.changeSettings(personScope(who), { muted: until === 'unmuted' ? undefined : until }, now());
  return until;
}

function muteOf(move: MuteMove, nowMs: number): MutedUntil {
  switch (move) {
    case 'mute-hour':
      return nowMs + HOUR_MS;
    case 'mute-day':
      return nowMs + 24 * HOUR_MS;
    case 'mute':
      return 'until-unmuted';
    case 'unmute':
      return 'unmuted';
  }
}

/** What holds now, and until when. */
export function mutedView(until: MutedUntil, locale: Locale): Reply {
  const { mute } = personalLabelsFor(locale);
  if (until === 'unmuted') return say(mute.off, locale);
  if (until === 'until-unmuted') return say(mute.forGood, locale);
  return say(mute.until, locale, { when: moment(until) });
}
