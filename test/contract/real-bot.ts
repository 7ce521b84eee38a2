/** The product's bot as its server builds it, with a store that lives and dies with the test. */

import { type Bot, createBot } from '../../src/bot';
import { loadKnowledge } from '../../src/knowledge/load';
import { createResolver } from '../../src/resolver/resolve';
import { createSqlStore } from '../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../src/store/sqlite';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);

/** A fresh bot; `close` its store when the test is done. */
export async function createRealBot(): Promise<{ readonly bot: Bot; close(): Promise<void> }> {
  const store = await createSqlStore(openSqlite(IN_MEMORY));
  const bot = createBot({ knowledge, resolver, store, defaultLocale: 'en', now: Date.now });
  return { bot, close: () => store.close() };
}
