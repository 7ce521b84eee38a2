/** The import law: which room may use what. A room is a folder of `src`, the narrowest one named here. */

export interface Room {
  /** Rooms whose files it may import; its own are always allowed. A trailing `:types` allows `import type` only. */
  readonly rooms: readonly string[];
  /** Packages it may import, Node's own modules (`node:…`) included. */
  readonly packages: readonly string[];
}

/** May be imported anywhere. */
export const EVERYWHERE: readonly string[] = ['errors.ts', 'ops/logger.ts'];

/** Composition roots: they put the rooms together and may import all of them. */
export const ROOTS: readonly string[] = ['main.ts', 'start.ts', 'cli.ts', 'simulate.ts'];

export const LAW: Readonly<Record<string, Room>> = {
  'check-node.ts': { rooms: [], packages: [] },
  'compile-cache.ts': { rooms: [], packages: ['node:fs', 'node:module', 'node:path'] },
  'errors.ts': { rooms: [], packages: [] },
  'config.ts': { rooms: ['config'], packages: ['zod', 'node:fs'] },
  config: { rooms: ['webhook'], packages: ['zod'] },
  'server.ts': { rooms: ['ops', 'server'], packages: ['node:http', 'node:net'] },
  server: { rooms: ['ops'], packages: ['restify', 'node:http', 'node:zlib'] },
  limits: { rooms: ['ops'], packages: ['@redis/client', 'lru-cache', 'node:crypto'] },
  ops: { rooms: [], packages: ['pino', 'node:fs', 'node:http', 'node:https', 'node:path', 'node:perf_hooks'] },

  code: { rooms: [], packages: [] },
  i18n: { rooms: ['code:types', 'diagnosis:types', 'evidence:types'], packages: [] },
  knowledge: { rooms: ['code', 'i18n'], packages: ['zod', 'minisearch', 'node:crypto', 'node:fs', 'node:path'] },
  evidence: { rooms: ['code'], packages: [] },
  diagnosis: { rooms: ['code:types', 'evidence'], packages: ['zod'] },
  reply: { rooms: ['code', 'i18n'], packages: ['zod'] },
  resolver: {
    rooms: ['cases', 'code', 'diagnosis', 'i18n', 'knowledge', 'evidence', 'reply', 'settings', 'store:types'],
    packages: ['lru-cache'],
  },
  settings: { rooms: ['i18n', 'knowledge'], packages: ['zod'] },
  cases: { rooms: ['code', 'diagnosis', 'i18n', 'knowledge', 'reply', 'settings'], packages: ['zod'] },
  outbox: { rooms: ['ops', 'reply', 'store:types'], packages: [] },
  webhook: { rooms: ['outbox:types'], packages: ['node:crypto'] },
  store: {
    rooms: ['cases', 'code', 'i18n', 'reply', 'settings'],
    packages: [
      'kysely',
      'kysely/migration',
      'pg',
      'node:async_hooks',
      'node:crypto',
      'node:sqlite',
      'node:fs',
      'node:path',
    ],
  },

  render: { rooms: ['reply'], packages: [] },
  'render/adaptive-card': { rooms: ['reply', 'render'], packages: [] },
  'render/block-kit': { rooms: ['reply', 'render'], packages: ['@slack/types'] },
  'render/text': { rooms: ['reply', 'render'], packages: ['node:util'] },

  'store/thread': { rooms: ['compile-cache.ts', 'store'], packages: ['node:path', 'node:worker_threads'] },
  'early-store.ts': { rooms: ['store/thread'], packages: [] },
  'open-store.ts': { rooms: ['ops', 'store', 'store/thread'], packages: ['node:fs', 'node:path'] },
  'count-bot.ts': { rooms: ['bot:types', 'ops:types'], packages: [] },
  'intake.ts': { rooms: ['cases', 'code', 'diagnosis', 'evidence', 'knowledge'], packages: [] },
  'bot/keys.ts': { rooms: ['bot:types'], packages: ['node:crypto'] },
  bot: {
    rooms: [
      'bot/keys.ts',
      'cases',
      'code',
      'evidence',
      'i18n',
      'intake.ts',
      'knowledge',
      'outbox:types',
      'reply',
      'resolver',
      'settings',
      'store:types',
    ],
    packages: ['node:crypto', 'lru-cache', 'zod'],
  },
  api: {
    rooms: ['cases:types', 'code', 'i18n', 'intake.ts', 'knowledge', 'reply', 'resolver'],
    packages: ['zod'],
  },
  'api/http': { rooms: ['api', 'i18n', 'limits', 'ops'], packages: ['zod', 'node:crypto'] },
  mcp: {
    rooms: ['api', 'i18n', 'knowledge', 'render/text', 'resolver'],
    packages: [
      '@modelcontextprotocol/server',
      '@modelcontextprotocol/server/stdio',
      'zod',
      'node:fs',
      'node:path',
      'node:stream',
    ],
  },
  overlay: {
    rooms: [
      'code',
      'evidence',
      'i18n',
      'knowledge',
      'ops',
      'render/adaptive-card',
      'render/block-kit',
      'reply',
      'resolver',
    ],
    packages: ['jsonc-parser', 'node:fs', 'node:fs/promises', 'node:path'],
  },
  cards: {
    rooms: [
      'bot',
      'cases',
      'code',
      'diagnosis:types',
      'i18n',
      'knowledge',
      'render/adaptive-card',
      'render/block-kit',
      'reply',
      'resolver',
      'settings',
      'store:types',
    ],
    packages: [],
  },
  simulate: {
    rooms: ['bot', 'i18n:types', 'knowledge:types', 'settings:types', 'store:types'],
    packages: ['zod', 'node:crypto', 'node:fs', 'node:http', 'node:path', 'node:util'],
  },
  cli: {
    rooms: [
      'bot/keys.ts',
      'cases',
      'code',
      'i18n',
      'intake.ts',
      'knowledge',
      'mcp',
      'overlay',
      'render/adaptive-card',
      'render/block-kit',
      'render/text',
      'reply',
      'resolver',
      'settings',
      'simulate',
      'store:types',
    ],
    packages: ['zod', 'node:stream', 'node:util'],
  },

  'adapters/teams': {
    rooms: ['bot:types', 'limits', 'ops', 'outbox', 'render/adaptive-card', 'reply', 'store:types'],
    packages: [
      'botbuilder',
      'botbuilder-core',
      'botframework-connector',
      'jose',
      'jose/jwt/verify',
      'jose/key/import',
      'lru-cache',
      'zod',
      'node:*',
    ],
  },
  'adapters/slack': {
    rooms: ['bot:types', 'limits', 'ops', 'outbox', 'render/block-kit', 'reply', 'store:types'],
    packages: ['@slack/bolt', '@slack/types', '@slack/web-api', 'lru-cache', 'zod', 'node:*'],
  },
  'adapters/playground': {
    rooms: ['bot:types', 'i18n', 'ops', 'outbox', 'render/adaptive-card', 'render/block-kit', 'reply'],
    packages: ['zod', 'node:*'],
  },
  'adapters/playground/page': { rooms: [], packages: ['adaptivecards'] },
};
