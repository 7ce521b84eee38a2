/** The Slack adapter: events and presses in, replies out, by HTTP or Socket Mode. */

import type { Bot } from '../../bot';
import { FaultError } from '../../errors';
import { type InboundLimit, NO_LIMIT } from '../../limits/inbound-limit';
import type { Route } from '../../ops/http';
import type { Logger } from '../../ops/logger';
import { type Metrics, NO_METRICS } from '../../ops/metrics';
import type { Messenger } from '../../outbox/messenger';
import type { SlackConfig } from './config';
import { type Connection, createConnection } from './connection';
import { createEventsRoute } from './events-route';
import { readFailure } from './failure';
import { createHandover } from './handover';
import { createOAuthRoutes } from './installations/oauth-routes';
import { limitIntake } from './limit-intake';
import { createMessenger } from './messenger';
import { reconnect } from './reconnect';
import { createVerifier } from './signature';
import { DEFAULT_TIMING, type Timing } from './timing';
import type { InstallationStore } from './workspaces';

export interface SlackAdapter {
  /**
   * `POST /slack/events`, when there is a signing secret, and the pages of the installation, when workspaces install the bot by
   * themselves. Until `start` has connected, they answer 503.
   */
  readonly routes: readonly Route[];
  /** For what nobody waits for. Until `start` has connected, it sends nothing. */
  readonly messenger: Messenger;
  /**
   * Connects to Slack. Rejects with a `FaultError` when Slack refuses a token; when Slack cannot be reached,
   * resolves all the same and goes on trying, so that the rest of Hexfix can run.
   */
  start(): Promise<void>;
  /** Takes nothing more and waits for what is under way, at most the time of one Web API call. */
  close(): Promise<void>;
}

/** Makes the adapter. Throws when the configuration would leave the door open, or leave no door at all. */
export function createSlackAdapter(options: {
  readonly bot: Bot;
  readonly config: SlackConfig;
  /** Needed where workspaces install the bot by themselves; for one workspace it is never asked. */
  readonly store?: InstallationStore;
  readonly logger: Logger;
  /** How much one workspace may send. */
  readonly limit?: InboundLimit;
  readonly metrics?: Pick<Metrics, 'count'>;
  readonly timing?: Timing;
  readonly nowMs?: () => number;
}): SlackAdapter {
  const { bot, config, store, logger, limit = NO_LIMIT, metrics = NO_METRICS } = options;
  const { timing = DEFAULT_TIMING, nowMs = Date.now } = options;
  const handover = limitIntake(createHandover({ logger, answerWithinMs: timing.answerWithinMs }), limit);
  const closing = new AbortController();
  let connection: Connection | undefined;

  // Without an app-level token the route is the only door, and no secrets at all is the verifier's to refuse.
  const hasRoute = config.signingSecrets.length > 0 || config.appToken === undefined;
  const events = hasRoute
    ? [createEventsRoute({ verify: createVerifier(config.signingSecrets, nowMs), handover, logger, metrics, nowMs })]
    : [];

  const installing =
    'install' in config && store !== undefined
      ? createOAuthRoutes({
          ...{ install: config.install, apiUrl: config.apiUrl, states: store, logger, nowMs },
          installer: () => connection?.installer,
        })
      : [];

  return {
    routes: [...events, ...installing],

    messenger: createMessenger({ lines: () => connection?.lines, config, logger, timing, nowMs }),

    async start() {
      connection = createConnection({ bot, config, store, logger, timing, nowMs, handover });
      const { connect } = connection;
      try {
        await connect();
        logger.info({}, 'Slack is connected');
      } catch (error) {
        if (error instanceof FaultError) throw error;
        logger.warn({ code: readFailure(error).code }, 'Slack cannot be reached; check the network. Trying again');
        void reconnect(connect, { pausesMs: timing.reconnectMs, signal: closing.signal, logger });
      }
    },

    async close() {
      closing.abort();
      await connection?.close();
    },
  };
}
