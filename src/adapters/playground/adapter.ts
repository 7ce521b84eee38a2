/**
 * The local page: a browser on this machine talks to the real bot and sees what Teams and Slack would show. It has no
 * accounts, so every door of it is open to this machine alone.
 */

import path from 'node:path';
import type { Bot } from '../../bot';
import type { Locale } from '../../i18n/locale';
import type { Route } from '../../ops/http';
import { createAssetRoutes } from './assets';
import { guard } from './guard';
import { createMessagesRoute } from './messages-route';
import { createPressesRoute } from './presses-route';

export interface Playground {
  /** The page at `/`, everything it loads under `/playground/`, and the two doors to the bot. */
  readonly routes: readonly Route[];
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the local page. `defaultLocale` is its language for browsers that ask for neither of ours; `pageFolder` holds
 * the compiled page.
 */
export function createPlayground(options: {
  readonly bot: Bot;
  readonly defaultLocale: Locale;
  readonly pageFolder?: string;
}): Playground {
  const { bot, defaultLocale, pageFolder = path.join(__dirname, 'page') } = options;
  const routes = [...createAssetRoutes(pageFolder, defaultLocale), createMessagesRoute(bot), createPressesRoute(bot)];
  return { routes: routes.map(guard), start: async () => {}, close: async () => {} };
}
