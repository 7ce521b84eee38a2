/** What the bot is made of. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Messenger } from '../outbox/messenger';
import type { KeepRoom } from '../outbox/room';
import type { Resolver } from '../resolver/resolve';
import type { Settings } from '../settings/settings';
import type { Store } from '../store/ports';
import type { Fresh } from './fresh';

export interface BotParts {
  readonly knowledge: KnowledgeBase;
  readonly resolver: Resolver;
  readonly store: Store;
  /** What waits to be sent; the bot and its composer share it. */
  readonly fresh: Fresh;
  readonly defaultLocale: Locale;
  /** What holds on a platform where nobody has set anything; its language is `defaultLocale`. */
  readonly defaults: (platform: string) => Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The ways out, by platform, for what is sent later; none for a platform that is not configured. */
  readonly messenger: (platform: string) => Messenger | undefined;
  /** How often the bot may speak up in a channel unasked, in ten minutes; 0 for no limit. */
  readonly mostUnasked?: number;
  /** A ticket system is told of hand-offs. */
  readonly hasTickets: boolean;
  /** Keeps room in the outbox for what is about to be queued, so that it can begin as it is stored. */
  readonly keepRoom: KeepRoom;
  /** Called when something new waits in the outbox. */
  readonly onEffects: () => void;
}
