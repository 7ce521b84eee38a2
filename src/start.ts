/** Puts the rooms together: knowledge, store, bot, the platforms that have credentials, and the server they share. */

import path from 'node:path';
import { createPlayground } from './adapters/playground/adapter';
import { createSlackAdapter } from './adapters/slack/adapter';
import { createTeamsAdapter } from './adapters/teams/adapter';
import { type Bot, createBot } from './bot';
import type { Config } from './config';
import { loadKnowledge } from './knowledge/load';
import { errorFields } from './ops/error-fields';
import type { Route } from './ops/http';
import type { Logger } from './ops/logger';
import { createResolver } from './resolver/resolve';
import { type BoundAddress, createServer, type Server } from './server';
import { createSqlStore } from './store/sql-store';
import { openSqlite } from './store/sqlite';

/** The port that the Bot Framework's tools expect. */
const USUAL_PORT = 3978;
const PRUNE_EVERY_MS = 6 * 60 * 60 * 1000;

/** What every adapter offers: routes for the server, and a life between start and close. */
interface Adapter {
  readonly routes: readonly Route[];
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A running Hexfix. */
export interface Running {
  readonly address: BoundAddress;
  close(): Promise<void>;
}

/** Starts everything that `config` asks for. Rejects with what, why and what to do when something cannot start. */
export async function start(config: Config, logger: Logger): Promise<Running> {
  const knowledge = loadKnowledge();
  const store = await createSqlStore(openSqlite(path.join(config.dataDir, 'hexfix.sqlite')));
  const { defaultLocale } = config;
  const bot = createBot({ knowledge, resolver: createResolver(knowledge), store, defaultLocale, now: Date.now });
  const adapters = createAdapters(config, bot, logger);
  const server = createServer({ logger, routes: adapters.flatMap(({ routes }) => routes) });

  const prune = () =>
    store.prune(Date.now()).catch((error) => logger.error(errorFields(error), 'Old rows could not be removed.'));
  const pruning = setInterval(prune, PRUNE_EVERY_MS).unref();

  async function close(): Promise<void> {
    clearInterval(pruning);
    await server.close();
    for (const adapter of adapters) await adapter.close();
    await store.close();
  }

  try {
    for (const adapter of adapters) await adapter.start();
    const address = await listen(server, config);
    await prune();
    return { address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createAdapters(config: Config, bot: Bot, logger: Logger): Adapter[] {
  const adapters: Adapter[] = [];
  if (config.playground) adapters.push(createPlayground({ bot, defaultLocale: config.defaultLocale }));
  if (config.teams) adapters.push(createTeamsAdapter({ bot, config: config.teams, logger }));
  else logger.info({}, 'Teams is off. To switch it on, set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD.');
  if (config.slack) adapters.push(createSlackAdapter({ bot, config: config.slack, logger }));
  else logger.info({}, 'Slack is off. To switch it on, set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.');
  return adapters;
}

/** With no port asked for, another program on the usual one must not keep a newcomer from the page. */
async function listen(server: Server, { host, port }: Config): Promise<BoundAddress> {
  if (port !== undefined) return server.listen(host, port);
  return server.listen(host, USUAL_PORT).catch(() => server.listen(host, 0));
}
