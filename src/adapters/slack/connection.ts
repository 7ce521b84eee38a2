/** The Bolt app: built once Bolt is needed, with the settings that keep it from retrying, hanging or wandering. */

import type { AppOptions, Receiver, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../bot';
import type { Logger } from '../../ops/logger';
import type { SlackConfig } from './config';
import { expectAccepted } from './credentials';
import { createFiles } from './files';
import type { Handover } from './handover';
import { registerListeners } from './listeners';
import { createOutbound, type Outbound } from './outbound';
import { createPeople, type People } from './people';
import { createSdkLogger } from './sdk-logger';
import { createSocketMode, type SocketMode } from './socket-mode';
import type { Timing } from './timing';

type ClientOptions = NonNullable<AppOptions['clientOptions']>;

/** Who the bot is, as Slack tells when it accepts the token. */
const identitySchema = z
  .object({
    team_id: z.string(),
    bot_id: z.string(),
    user_id: z.string(),
    /** What the SDK has found in the header `x-oauth-scopes`. */
    response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
  })
  .transform(({ team_id, bot_id, user_id, response_metadata }) => ({
    team: team_id,
    botId: bot_id,
    botUserId: user_id,
    scopes: response_metadata?.scopes,
  }));

export type Identity = Readonly<z.infer<typeof identitySchema>>;

/** The way to Slack, once Slack has accepted us. */
export interface Line {
  readonly client: webApi.WebClient;
  readonly outbound: Outbound;
  readonly people: People;
  readonly identity: Identity;
}

export interface Connection {
  /** Has Slack accept the credentials, then opens the handover. May be called again after a failure. */
  connect(): Promise<void>;
  /** Absent until Slack has accepted the bot token. */
  line(): Line | undefined;
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

  const client = new bolt.webApi.WebClient(config.botToken, { ...clientOptions(config, timing), logger: sdkLogger });
  const people = createPeople(client, logger, timing.lookUpMs);
  const outbound = createOutbound(client, people);
  const files = createFiles({ client, config, logger, timeoutMs: timing.callMs });
  let identity: Identity | undefined;

  const app = new bolt.App({
    // Bolt would ask Slack who it is in its constructor, and keep a failure for ever.
    authorize: async () => ({ botToken: config.botToken, ...(identity && whoWeAre(identity)) }),
    receiver: createReceiver(handover, socket),
    clientOptions: clientOptions(config, timing),
    convoStore: false,
    logger: sdkLogger,
    logLevel,
  });
  registerListeners(app, async () => ({ bot, client, logger, outbound, people, files }));

  return {
    async connect() {
      identity = identitySchema.parse(await expectAccepted('SLACK_BOT_TOKEN', client.auth.test()));
      await app.start();
    },

    line: () => identity && { client, outbound, people, identity },

    async close() {
      await app.stop();
    },
  };
}

/** As Bolt wants it, to leave out what we said ourselves. */
function whoWeAre({ botId, botUserId }: Identity): { botId: string; botUserId: string } {
  return { botId, botUserId };
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
