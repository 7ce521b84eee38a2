/** What holds on a platform until somebody sets something else. */

import type { Locale } from '../i18n/locale';
import type { Settings } from './settings';

/**
 * `manners` is what the configuration says. In Slack a bot reads only the channels that somebody has invited it to; in
 * Teams one consent opens every channel of a team, so there each one says for itself.
 */
export function defaultsOn(platform: string, manners: Settings, language: Locale): Settings {
  return { mode: platform === 'teams' ? 'mention' : 'listen', ...manners, language };
}
