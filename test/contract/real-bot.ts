/** The product's bot and outbox as its server builds them, with a store that lives and dies with the test. */

import { type Bot, createBot, createComposer, createFresh } from '../../src/bot';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Logger } from '../../src/ops/logger';
import type { Messenger } from '../../src/outbox/messenger';
import type { TicketSystem } from '../../src/outbox/outgoing';
import type { Planned } from '../../src/outbox/room';
import { createOutboxWorker } from '../../src/outbox/worker';
import { createResolver } from '../../src/resolver/resolve';
import type { Store } from '../../src/store/ports';
import { LISTENING } from '../fixtures/manners';
import { openMemoryStore } from '../per-worker/memory-store';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const SILENT: Logger = { error() {}, warn() {}, info() {} };

export interface RealBot {
  readonly bot: Bot;
  readonly store: Store;
  /** Gives the outbox a way out; what an adapter offers as its messenger. */
  connect(platform: string, messenger: Messenger): void;
  /** Resolves when the outbox has nothing left to send. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh bot; `close` it when the test is done. */
export async function createRealBot(
  options: {
    readonly tickets?: TicketSystem;
    readonly store?: Store;
    readonly now?: () => number;
    readonly logger?: Logger;
  } = {},
): Promise<RealBot> {
  const { tickets, now = Date.now, logger = SILENT } = options;
  const store = options.store ?? (await openMemoryStore({ clock: now }));
  const messengers = new Map<string, Messenger>();
  const messenger = (platform: string) => messengers.get(platform);
  const parts = {
    ...{ knowledge, resolver, store, defaultLocale: 'en' as const, defaults: () => LISTENING, now, messenger },
    ...{ fresh: createFresh(), hasTickets: tickets !== undefined, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
  };
  const outbox = createOutboxWorker({
    ...{ store, composer: createComposer(parts), messengers: messenger, now, logger },
    ...(tickets === undefined ? {} : { tickets }),
  });
  outbox.start();
  return {
    bot: createBot(parts),
    store,
    connect: (platform, ways) => messengers.set(platform, ways),
    settled: () => outbox.idle(),
    async close() {
      await outbox.close();
      await store.close();
    },
  };
}
