/** The connection to Slack: its clients, with the settings that keep the SDK from retrying, hanging or wandering, and its doors. */

import type { App, AppOptions } from '@slack/bolt';
import type { Bot } from '../../bot';
import { callOut } from '../../ops/call-out';
import type { Logger } from '../../ops/logger';
import { isSlackAddress } from './addresses';
import type { SlackConfig } from './config';
import { createEventHandler } from './events';
import { createGate } from './gate';
import type { Handover } from './handover';
import type { Line, NoLine } from './lines';
import { passesBy } from './passing';
import { loadBolt, loadWebApi } from './sdk';
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

/** Loads what answers need of the SDK, and Bolt where Slack comes through a socket. Nothing is sent yet. */
export function createConnection(options: {
  readonly bot: Bot;
  readonly config: SlackConfig;
  readonly store: InstallationStore | undefined;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly nowMs: () => number;
  readonly handover: Handover;
}): Connection {
  const { bot, config, logger, timing, handover } = options;
  const { apiUrl } = config;
  const webApi = loadWebApi();
  const sdkLogger = createSdkLogger(logger, webApi.LogLevel.WARN);
  const createClient = createClientMaker(webApi, { ...clientOptions(apiUrl, timing), logger: sdkLogger });

  const workspaces = createWorkspaces({ ...options, createClient });
  const { lines } = workspaces;
  const toolsOf = ({ client, outbound, people, files }: Line) => ({ bot, logger, client, outbound, people, files });
  const handleEvent = createEventHandler();
  const gate = createGate({
    ...{ app: useApp, lines, logger },
    passesBy: (envelope) => passesBy(envelope, bot),
    onEvent: (envelope, line) => handleEvent(envelope, line.identity.botUserId, toolsOf(line)),
  });
  const socket = config.appToken === undefined ? undefined : createSocket(config.appToken);

  let app: App | undefined;
  function useApp(): App {
    if (app === undefined) {
      const { createBoltApp }: typeof import('./bolt-app') = require('./bolt-app');
      app = createBoltApp({
        lineOf: (body) => expectLine(gate.lineOf(body)),
        toolsFor: async (from) => toolsOf(expectLine(await lines.find(from))),
        ...{ clientOptions: clientOptions(apiUrl, timing), logger: sdkLogger },
      });
    }
    return app;
  }

  function createSocket(appToken: string): SocketMode {
    return createSocketMode({
      Receiver: loadBolt().SocketModeReceiver,
      receiverOptions: {
        appToken,
        logger: sdkLogger,
        installerOptions: { clientOptions: clientOptions(apiUrl, timing) },
      },
      handover,
      logger,
      pausesMs: timing.reconnectMs,
    });
  }

  return {
    ...workspaces,

    async connect() {
      await workspaces.connect();
      handover.open(gate);
      await socket?.start();
    },

    async close() {
      // In this order, so that what is under way can still be acknowledged.
      await handover.close();
      await socket?.stop();
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
    fetch: async (url, { method, headers, body, signal = AbortSignal.timeout(callMs) } = {}) => {
      if (typeof body === 'object') throw new TypeError('Hexfix uploads nothing');
      if (!isSlackAddress(new URL(url), apiUrl)) throw new TypeError('this is no address of Slack’s');
      return callOut(url, { method, headers, body, signal });
    },
  };
}
