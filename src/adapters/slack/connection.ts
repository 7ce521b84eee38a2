/** The Bolt app: built once Bolt is needed, with the settings that keep it from retrying, hanging or wandering. */

import type { AppOptions, Receiver } from '@slack/bolt';
import type { Bot } from '../../bot';
import type { Logger } from '../../ops/logger';
import type { SlackConfig } from './config';
import { expectAccepted } from './credentials';
import type { Handover } from './handover';
import { registerListeners } from './listeners';
import { createOutbound } from './outbound';
import { createPeople } from './people';
import { createSdkLogger } from './sdk-logger';
import { createSocketMode, type SocketMode } from './socket-mode';
import type { Timing } from './timing';

type ClientOptions = NonNullable<AppOptions['clientOptions']>;

export interface Connection {
  /** Has Slack accept the credentials, then opens the handover. May be called again after a failure. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Loads Bolt and builds an app around the handover. Nothing is sent yet. */
export async function createConnection(options: {
  readonly bot: Bot;
  readonly config: SlackConfig;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly handover: Handover;
}): Promise<Connection> {
  const { bot, config, logger, timing, handover } = options;
  const bolt = await import('@slack/bolt');
  const logLevel = bolt.LogLevel.WARN;
  const sdkLogger = createSdkLogger(logger, logLevel);

  const socket =
    config.appToken === undefined
      ? undefined
      : createSocketMode({
          Receiver: bolt.SocketModeReceiver,
          receiverOptions: {
            appToken: config.appToken,
            logger: sdkLogger,
            installerOptions: { clientOptions: clientOptions(config, timing) },
          },
          handover,
          logger,
          pausesMs: timing.reconnectMs,
        });

  const app = new bolt.App({
    token: config.botToken,
    receiver: createReceiver(handover, socket),
    clientOptions: clientOptions(config, timing),
    // Bolt would ask Slack who it is in its constructor, and keep a failure for ever.
    deferInitialization: true,
    convoStore: false,
    logger: sdkLogger,
    logLevel,
  });
  registerListeners(app, {
    bot,
    logger,
    outbound: createOutbound(app.client),
    people: createPeople(app.client, logger, timing.personMs),
  });

  return {
    async connect() {
      await expectAccepted('SLACK_BOT_TOKEN', app.init());
      await app.start();
    },

    async close() {
      await app.stop();
    },
  };
}

/** No retries: Slack's redelivery is the retry, and a repeated post would appear twice. */
function clientOptions({ apiUrl }: SlackConfig, { callMs }: Timing): ClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: callMs,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    // Answers to a response_url go through the same function, but without the client's limits.
    fetch: (url, init) => fetch(url, { redirect: 'error', signal: AbortSignal.timeout(callMs), ...init }),
  };
}

/** What Bolt starts and stops. Requests reach it through the handover, from whichever door. */
function createReceiver(handover: Handover, socket: SocketMode | undefined): Receiver {
  let open: () => void = () => undefined;
  return {
    init(app) {
      open = () => handover.open(app);
    },
    async start() {
      open();
      await socket?.start();
    },
    async stop() {
      // In this order, so that what is under way can still be acknowledged.
      await handover.close();
      await socket?.stop();
    },
  };
}
