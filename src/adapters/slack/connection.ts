/** The Bolt app: built once Bolt is needed, with the settings that keep it from retrying, hanging or wandering. */

import type { AppOptions, Receiver } from '@slack/bolt';
import type { Bot } from '../../bot';
import { callOut } from '../../ops/call-out';
import type { Logger } from '../../ops/logger';
import type { SlackConfig } from './config';
import { createEventHandler } from './events';
import { createGate } from './gate';
import type { Handover } from './handover';
import type { Line, NoLine } from './lines';
import { registerListeners } from './listeners';
import { createSdkLogger } from './sdk-logger';
import { createSocketMode, type SocketMode } from './socket-mode';
import type { Timing } from './timing';
import { createClientMaker } from './web-client';
import { createWorkspaces, type InstallationStore, type Workspaces } from './workspaces';

type ClientOptions = NonNullable<AppOptions['clientOptions']>;

export interface Connection extends Workspaces {
  /** Has Slack accept the credentials, then opens the handover. May be called again after a failure. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Loads Bolt and builds an app around the handover. Nothing is sent yet. */
export async function createConnection(options: {
  readonly bot: Bot;
  readonly config: SlackConfig;
  readonly store: InstallationStore | undefined;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly nowMs: () => number;
  readonly handover: Handover;
}): Promise<Connection> {
  const { bot, config, logger, timing, handover } = options;
  const { apiUrl } = config;
  const bolt: typeof import('@slack/bolt') = require('@slack/bolt');
  const logLevel = bolt.LogLevel.WARN;
  const sdkLogger = createSdkLogger(logger, logLevel);
  const createClient = createClientMaker(bolt.webApi, { ...clientOptions(apiUrl, timing), logger: sdkLogger });

  const socket =
    config.appToken === undefined
      ? undefined
      : createSocketMode({
          Receiver: bolt.SocketModeReceiver,
          receiverOptions: {
            appToken: config.appToken,
            logger: sdkLogger,
            installerOptions: { clientOptions: clientOptions(apiUrl, timing) },
          },
          handover,
          logger,
          pausesMs: timing.reconnectMs,
        });

  const workspaces = createWorkspaces({ ...options, createClient });
  const { lines } = workspaces;
  const toolsOf = ({ client, outbound, people, files }: Line) => ({ bot, logger, client, outbound, people, files });
  const handleEvent = createEventHandler();
  const gate = createGate({
    ...{ app: () => app, lines, logger },
    onEvent: (envelope, line) => handleEvent(envelope, line.identity.botUserId, toolsOf(line)),
  });

  const app = new bolt.App({
    // Without a token, of which Bolt would keep a client for every workspace there is: what sends is the line.
    authorize: async (_source, body) => {
      const { botId, botUserId } = expectLine(gate.lineOf(body)).identity;
      return { botId, botUserId };
    },
    receiver: createReceiver(() => handover.open(gate), handover, socket),
    clientOptions: clientOptions(apiUrl, timing),
    convoStore: false,
    logger: sdkLogger,
    logLevel,
  });
  registerListeners(app, async (from) => toolsOf(expectLine(await lines.find(from))));

  return {
    ...workspaces,

    async connect() {
      await workspaces.connect();
      await app.start();
    },

    async close() {
      await app.stop();
    },
  };
}

/** The gate lets nothing in without a line. Where it has gone since, Slack sends again, and the gate tells. */
function expectLine(line: Line | NoLine | undefined): Line {
  if (typeof line === 'object') return line;
  throw new Error('The installation has gone while something from it was under way.');
}

/** No retries: Slack's redelivery is the retry, and a repeated post would appear twice. */
function clientOptions(apiUrl: string | undefined, { callMs }: Timing): ClientOptions & { readonly timeout: number } {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: callMs,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    // Answers to a response_url go through the same function, but without the client's limits.
    fetch: (url, { method, headers, body, signal = AbortSignal.timeout(callMs) } = {}) => {
      if (typeof body === 'object') throw new TypeError('Hexfix uploads nothing');
      return callOut(url, { method, headers, body, signal });
    },
  };
}

/** What Bolt starts and stops. Requests reach it through the handover, from whichever door. */
function createReceiver(open: () => void, handover: Handover, socket: SocketMode | undefined): Receiver {
  return {
    init: () => undefined,

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
