/** Puts the rooms together: knowledge, store, bot, outbox, the platforms that have credentials, and their server. */

import { type Bot, createBot, createComposer, createFresh, digestEffect } from './bot';
import type { Config } from './config';
import { countBot } from './count-bot';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import { isKnowledgeCurrent, loadKnowledge } from './knowledge/load';
import { warmSymptomSearch } from './knowledge/search';
import type { InboundLimit } from './limits/inbound-limit';
import { openInboundLimit } from './limits/open-limit';
import { type OpenStore, openStore } from './open-store';
import { readBuild } from './ops/build';
import { repeat } from './ops/chore';
import { createCounting } from './ops/counting';
import type { Route } from './ops/http';
import type { Logger } from './ops/logger';
import type { Metrics } from './ops/metrics';
import { createOperations } from './ops/operations';
import { type Messenger, SendFailure } from './outbox/messenger';
import type { TicketSystem } from './outbox/outgoing';
import type { Planned } from './outbox/room';
import { createOutboxWorker } from './outbox/worker';
import type { LiveKnowledge } from './overlay/live';
import { withMemory } from './resolver/remembered';
import { createResolver } from './resolver/resolve';
import { type BoundAddress, createServer, type Server } from './server';
import { defaultsOn } from './settings/defaults';
import type { Store } from './store/ports';
import { createWebhook } from './webhook/deliver';
import { WebhookFailure } from './webhook/failure';

/** The port that the Bot Framework's tools expect. */
const USUAL_PORT = 3978;
const METRICS_ADDRESS = { host: 'HEXFIX_METRICS_HOST', port: 'HEXFIX_METRICS_PORT' };
const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const PRUNE_EVERY_MS = 6 * HOUR_MS;
/** A changed overlay is read once it has been the same for this long. */
const LOOK_EVERY_MS = 2_000;
/** So soon after a changed overlay, the search by symptoms is made ready. */
const WARM_EVERY_MS = 2_000;

/** What every adapter offers: routes for the server, a way out for what is sent later, and a life between start and close. */
interface Adapter {
  readonly platform: string;
  readonly routes: readonly Route[];
  readonly messenger: Messenger;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A running Hexfix. */
export interface Running {
  readonly address: BoundAddress;
  /** Where the metrics are, if anywhere. */
  readonly metricsAddress?: BoundAddress;
  /** Says from now on that no more requests should come here, and goes on answering them. */
  drain(): void;
  close(): Promise<void>;
}

/** Starts everything that `config` asks for. Rejects with what, why and what to do when something cannot start. */
export async function start(config: Config, uncountedLogger: Logger, open: OpenStore = openStore): Promise<Running> {
  const counting = createCounting(uncountedLogger, config.metrics !== undefined);
  const { logger, metrics } = counting;
  const live = await openKnowledge(config, logger);
  const knowledge = live?.knowledge ?? loadKnowledge();
  const opening = open(config, logger);
  // While a thread opens it. What fails by then is told first.
  opening.catch(() => undefined);
  const makers = loadAdapters(config, logger);
  const store = await opening;
  const { defaultLocale } = config;
  const adapters: Adapter[] = [];
  const messenger = (platform: string) => adapters.find((adapter) => adapter.platform === platform)?.messenger;
  const tickets = createTickets(config);
  const parts = {
    ...{ knowledge, resolver: withMemory(createResolver(knowledge), knowledge), store, defaultLocale, now: Date.now },
    defaults: (platform: string) => defaultsOn(platform, config.manners, config.defaultLocale),
    ...{ fresh: createFresh(), messenger, hasTickets: tickets !== undefined, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
    mostUnasked: config.unaskedAnswers,
  };
  const bot = countBot(createBot(parts), metrics);
  const outbox = createOutboxWorker({
    ...{ store, paces: store, composer: createComposer(parts), messengers: messenger, logger, metrics },
    ...(tickets === undefined ? {} : { tickets }),
  });
  const inbound = openInboundLimit({ ...config, logger, metrics });
  const counted = { limit: inbound.limit, logger, metrics };
  adapters.push(...makers.map((make) => make({ bot, store, counted })));
  const operations = createOperations({
    ...{ store, counting, build: readBuild(), nowMs: () => performance.now() },
    facts: { mode: config.mode, store: config.databaseUrl === undefined ? 'sqlite' : 'postgresql' },
  });
  const ours = [...operations.routes, ...createApi(config, knowledge)];
  const routes = [...adapters.flatMap((adapter) => adapter.routes), ...ours];
  const server = createServer({ logger, metrics, routes });
  const metricsServer = createServer({ logger, routes: operations.metricsRoutes, variables: METRICS_ADDRESS });

  let isClosing = false;
  // None of those below: a start does not wait for it.
  const warming = repeat(() => warmSymptomSearch(knowledge, () => isClosing), WARM_EVERY_MS, logger);
  const chores = [
    repeat(() => store.prune(Date.now()), PRUNE_EVERY_MS, logger),
    repeat(operations.lookAtClock, MINUTE_MS, logger),
    repeat(() => queueDigests(config, adapters, store, outbox.kick), HOUR_MS, logger),
    ...(live === undefined ? [] : [repeat(live.poll, LOOK_EVERY_MS, logger)]),
  ];

  function drain(): void {
    operations.enter('draining');
    server.drain();
  }

  async function close(): Promise<void> {
    drain();
    isClosing = true;
    for (const chore of [warming, ...chores]) chore.stop();
    await server.close();
    // While the adapters still have their connections. Effects written later are sent after the next start.
    await outbox.close();
    for (const adapter of adapters) await adapter.close();
    inbound.close();
    await metricsServer.close();
    operations.close();
    await store.close();
  }

  try {
    const { metrics: at } = config;
    const metricsAddress = at && (await metricsServer.listen(at.host, at.port));
    await startAll(adapters);
    const address = await listen(server, config);
    // One process writes a file: whoever sent before is gone, and what it had begun need not wait for its lease.
    if (config.databaseUrl === undefined) await store.endLeases();
    outbox.start();
    for (const chore of chores) await chore.run();
    operations.enter('running');
    setImmediate(tellOutdated, logger);
    setImmediate(warming.run);
    return { address, ...(metricsAddress && { metricsAddress }), drain, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** While one asks its platform, another one can load its SDK. All have come to an end when the first fault is told. */
async function startAll(adapters: readonly Adapter[]): Promise<void> {
  const outcomes = await Promise.allSettled(adapters.map((adapter) => adapter.start()));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Whoever edits the folder and starts anew would otherwise wonder why nothing has changed. */
function tellOutdated(logger: Logger): void {
  if (isKnowledgeCurrent()) return;
  logger.warn({}, 'The folder "knowledge" has changed since the build, from which answers come. Run npm run build.');
}

/** The questions that programs may ask, where the settings let them; loaded only then. */
function createApi({ api, defaultLocale }: Config, knowledge: KnowledgeBase): readonly Route[] {
  if (api === undefined) return [];
  const { createApiRoutes }: typeof import('./api/http/routes') = require('./api/http/routes');
  const { createLookups }: typeof import('./api/lookups') = require('./api/lookups');
  return createApiRoutes({ ...api, defaultLocale, lookups: createLookups(knowledge), now: Date.now });
}

/** Our knowledge with the organization's own, where it keeps some; the lint that this needs is loaded only then. */
async function openKnowledge({ overlayDir }: Config, logger: Logger): Promise<LiveKnowledge | undefined> {
  if (overlayDir === undefined) return undefined;
  const { openOverlay }: typeof import('./overlay/open-overlay') = require('./overlay/open-overlay');
  return openOverlay(overlayDir, logger);
}

/** The ticket system behind the webhook, in the outbox's words: a receiver that knows the key takes a repetition well. */
function createTickets({ webhook }: Config): TicketSystem | undefined {
  if (webhook === undefined) return undefined;
  const { deliver } = createWebhook({ ...webhook, nowMs: Date.now });
  return {
    deliver: (event) =>
      deliver(event).catch((error: unknown) => {
        if (!(error instanceof WebhookFailure)) throw error;
        const outcome = error.outcome === 'refused' ? 'refused' : 'not-sent';
        throw new SendFailure(outcome, error.message, error.retryAfterMs);
      }),
  };
}

/** Makes an adapter out of what was loaded. */
type MakeAdapter = (parts: {
  readonly bot: Bot;
  readonly store: Store;
  readonly counted: { readonly limit: InboundLimit; readonly logger: Logger; readonly metrics: Metrics };
}) => Adapter;

/** Of a platform that is off, nothing is loaded. */
function loadAdapters({ playground, defaultLocale, teams, slack }: Config, logger: Logger): readonly MakeAdapter[] {
  const makers: MakeAdapter[] = [];
  if (playground) {
    const {
      createPlayground,
    }: typeof import('./adapters/playground/adapter') = require('./adapters/playground/adapter');
    makers.push(({ bot }) => ({ platform: 'playground', ...createPlayground({ bot, defaultLocale }) }));
  }
  if (teams) {
    const { createTeamsAdapter }: typeof import('./adapters/teams/adapter') = require('./adapters/teams/adapter');
    makers.push(({ bot, counted }) => ({
      platform: 'teams',
      ...createTeamsAdapter({ bot, config: teams, ...counted }),
    }));
  } else logger.info({}, 'Teams is off. To switch it on, set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD.');
  if (slack) {
    const { createSlackAdapter }: typeof import('./adapters/slack/adapter') = require('./adapters/slack/adapter');
    makers.push(({ bot, store, counted }) => ({
      platform: 'slack',
      ...createSlackAdapter({ bot, config: slack, store, ...counted }),
    }));
  } else logger.info({}, 'Slack is off. To switch it on, set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.');
  return makers;
}

/** Asked for every hour; the store takes the report of a week once. */
async function queueDigests(
  { digest }: Config,
  adapters: readonly Adapter[],
  store: Store,
  kick: () => void,
): Promise<void> {
  if (digest === 'off') return;
  const effects = adapters.flatMap(({ platform, messenger }) => {
    const target = messenger.digest();
    return target === undefined ? [] : [digestEffect(platform, target, Date.now())];
  });
  await store.addEffects(effects);
  kick();
}

/** With no port asked for, another program on the usual one must not keep a newcomer from the page. */
async function listen(server: Server, { host, port }: Config): Promise<BoundAddress> {
  if (port !== undefined) return server.listen(host, port);
  return server.listen(host, USUAL_PORT).catch(() => server.listen(host, 0));
}
