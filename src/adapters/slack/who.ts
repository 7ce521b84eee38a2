/** People as the bot wants to be told of them: who does something, and where. */

import type { Who } from '../../bot';
import { type Place, settingsChannel, writePlace } from './place';

/** Somebody at a place; `locale` is the language that Slack tells of them. */
export function whoAt(place: Place, person: string, locale?: string): Who {
  return {
    platform: 'slack',
    tenant: place.tenant ?? '',
    conversation: place.channel,
    ...settingsChannel(place),
    place: writePlace(place),
    person,
    ...(locale === undefined ? {} : { platformLocale: locale }),
  };
}
