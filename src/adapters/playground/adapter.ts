/**
 * The local page: a browser on this machine talks to the real bot and sees what Teams and Slack would show. It has no
 * accounts, so every door of it is open to this machine alone.
 */

import path from 'node:path';
import type { Bot } from '../../bot';
import type { Locale } from '../../i18n/locale';
import type { Route } from '../../ops/http';
import type { Messenger } from '../../outbox/messenger';
import { createAssetRoutes } from './assets';
import { createBoardRoute } from './board-route';
import { createBoards } from './boards';
import { guard } from './guard';
import { createMessagesRoute } from './messages-route';
import { createMessenger } from './messenger';
import { createPressesRoute } from './presses-route';
import { createSubmissionsRoute } from './submissions-route';

export interface Playground {
  /** The page at `/`, everything it loads under `/playground/`, the doors to the bot, and the board. */
  readonly routes: readonly Route[];
  /** Puts onto the board what nobody waits for. */
  readonly messenger: Messenger;
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
  const boards = createBoards(Date.now);
  const routes = [
    ...createAssetRoutes(pageFolder, defaultLocale),
    createMessagesRoute(bot, boards),
    createPressesRoute(bot, boards),
    createSubmissionsRoute(bot, boards),
    createBoardRoute(boards),
  ];
  const messenger = createMessenger(boards);
  return { routes: routes.map(guard), messenger, start: async () => {}, close: async () => {} };
}
