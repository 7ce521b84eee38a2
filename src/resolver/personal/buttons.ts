/** The buttons that concern the presser or a place, and no case. */

import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import { settingsLabelsFor } from '../../i18n/labels/settings/labels';
import type { Locale } from '../../i18n/locale';
import type { FollowUp, PersonalMove } from '../../reply/follow-up';
import type { Action } from '../../reply/reply';
import { followUpTo } from '../actions';

type Emphasis = 'primary' | 'normal' | 'quiet';

const OPENS_FORM: readonly PersonalMove[] = ['ask', 'settings-mine', 'settings-here', 'settings-all'];

/** What a personal button carries. */
export function personalFollowUp(move: PersonalMove, locale: Locale): FollowUp {
  return followUpTo(move, { locale, codes: [] });
}

/** The button of a personal move. */
export function personalButton(move: PersonalMove, locale: Locale, emphasis: Emphasis = 'normal'): Action {
  return {
    kind: 'follow-up',
    id: move,
    label: labelOf(move, locale),
    followUp: personalFollowUp(move, locale),
    emphasis,
    ...(OPENS_FORM.includes(move) ? { opensForm: true as const } : {}),
  };
}

function labelOf(move: PersonalMove, locale: Locale): string {
  const { buttons } = personalLabelsFor(locale);
  const { change } = settingsLabelsFor(locale);
  return {
    home: buttons.home,
    cases: buttons.cases,
    ask: buttons.ask,
    settings: buttons.settings,
    'settings-mine': change.person,
    'settings-here': change.channel,
    'settings-all': change.tenant,
    'listen-here': buttons.listenHere,
    'mention-here': buttons.mentionHere,
    'mute-hour': buttons.muteHour,
    'mute-day': buttons.muteDay,
    mute: buttons.mute,
    unmute: buttons.unmute,
  }[move];
}
