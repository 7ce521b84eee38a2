/** Bolt's app: of the payloads that somebody waits for, it picks the listener and the words in which Slack wants its answer. */

import type { App, AppOptions, Logger as SdkLogger } from '@slack/bolt';
import type { Line } from './lines';
import { registerListeners, type ToolsFor } from './listeners';
import { loadBolt } from './sdk';

/** Loads Bolt and builds the app. It opens no door: requests reach it through the handover. */
export function createBoltApp(options: {
  /** Of a body under way. Throws where there is none. */
  readonly lineOf: (body: object | undefined) => Line;
  readonly toolsFor: ToolsFor;
  readonly clientOptions: NonNullable<AppOptions['clientOptions']>;
  readonly logger: SdkLogger;
}): App {
  const { lineOf, toolsFor, clientOptions, logger } = options;
  const bolt = loadBolt();
  const app = new bolt.App({
    // Without a token, of which Bolt would keep a client for every workspace there is: what sends is the line.
    authorize: async (_source, body) => {
      const { botId, botUserId } = lineOf(body).identity;
      return { botId, botUserId };
    },
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    clientOptions,
    convoStore: false,
    logger,
    logLevel: logger.getLevel(),
  });
  registerListeners(app, toolsFor);
  return app;
}
