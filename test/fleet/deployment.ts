/** The whole of an operation on this machine: platforms, database, replicas, and a balancer before them. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { VARIABLE_NAMES } from '../../src/config/environment';
import { type BotProcess, createBotProcess } from './bot-process';
import { readComplaints } from './complaints';
import { type Database, type DatabaseKind, openFileDatabase, startServerDatabase } from './database';
import { SLACK, TEAMS } from './identities';
import { findFreePort } from './ports';
import { startWorlds, type Worlds } from './worlds';

export interface Deployment {
  /** Where platforms send to: the balancer, or the one replica. */
  readonly url: string;
  readonly bots: readonly BotProcess[];
  readonly database: Database;
  readonly worlds: Worlds;
  /** How long the first replica took to be ready. */
  readonly startMs: number;
  /** What the replicas complained of so far, and how often. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** Starts everything; a file serves one replica without a balancer, a server serves three. */
export async function startDeployment(
  kind: DatabaseKind,
  settings: Readonly<Record<string, string>> = {},
  replicas = kind === 'sqlite' ? 1 : 3,
): Promise<Deployment> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-fleet-'));
  const worlds = await startWorlds();
  const database = kind === 'sqlite' ? openFileDatabase(folder) : await startServerDatabase();
  const environment = { ...settingsFor(worlds.origin), ...database.environment, ...settings };
  const bots: BotProcess[] = [];
  for (let index = 0; index < replicas; index += 1) {
    bots.push(createBotProcess({ port: await findFreePort(), folder, name: `replica-${index + 1}`, environment }));
  }
  // One after the other: the first makes the tables.
  const starts: number[] = [];
  for (const bot of bots) starts.push(await bot.start());
  const balancer = replicas === 1 ? undefined : await startBalancer(bots.map(({ url }) => url));
  return {
    ...{ bots, database, worlds, startMs: starts[0] ?? 0 },
    complaints: () => readComplaints(folder),
    url: balancer?.url ?? bots[0]?.url ?? '',
    async close() {
      balancer?.child.kill();
      await Promise.all(bots.map((bot) => bot.kill()));
      await database.remove();
      await worlds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What every replica is told; names that this version does not know yet are left out, as it would not start with them. */
export function settingsFor(origin: string): Readonly<Record<string, string>> {
  const all = {
    ...{ HEXFIX_PLAYGROUND: 'off', HEXFIX_API: 'off', HEXFIX_LOG_LEVEL: 'warn' },
    // The proofs count answers: nothing may be held back because it was said before, or by somebody's many posts.
    ...{ HEXFIX_COOLDOWN_MINUTES: '0', HEXFIX_UNASKED_ANSWERS: '0', HEXFIX_EVENTS_PER_MINUTE: '60000' },
    ...{ SLACK_BOT_TOKEN: SLACK.botToken, SLACK_SIGNING_SECRET: SLACK.signingSecret, SLACK_API_URL: `${origin}/api/` },
    ...{ MICROSOFT_APP_ID: TEAMS.appId, MICROSOFT_APP_PASSWORD: TEAMS.password },
    ...{ MICROSOFT_APP_TENANT_ID: TEAMS.tenantId, TEAMS_SERVICE_URL_HOSTS: new URL(origin).host },
    ...{ TEAMS_OPENID_METADATA_URL: `${origin}/openid`, TEAMS_TOKEN_URL: `${origin}/token` },
    // Longer than the balancer needs to notice.
    HEXFIX_DRAIN_SECONDS: '2',
    // Posts that pass by reach the bot there, too.
    TEAMS_LISTENING: 'on',
  };
  const known: readonly string[] = VARIABLE_NAMES;
  return Object.fromEntries(Object.entries(all).filter(([name]) => known.includes(name)));
}

async function startBalancer(urls: readonly string[]): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const program = path.resolve('scripts/balancer.mjs');
  const child = spawn(process.execPath, [program, ...urls], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the balancer did not start');
    }),
  ]);
  return { url: String(line), child };
}
