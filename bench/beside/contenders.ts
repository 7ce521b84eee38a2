/** Who is compared: ours, and what somebody would otherwise begin with. Each runs in a process of its own. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BotProcess, createBotProcess } from '../../test/fleet/bot-process';
import { settingsFor } from '../../test/fleet/deployment';
import { findFreePort } from '../../test/fleet/ports';
import type { PlatformKind } from '../../test/fleet/post';

export interface Contender {
  readonly name: string;
  /** The platforms that it serves. */
  readonly platforms: readonly PlatformKind[];
  /** Of the bare ones; ours is the compiled program. */
  readonly program?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const OURS = 'hexfix';

/** Ours verifies everything, and everything is on the disk before it is acknowledged. */
export const CONTENDERS: readonly Contender[] = [
  { name: OURS, platforms: ['slack', 'teams'] },
  { name: 'bare Bolt', platforms: ['slack'], program: 'slack.mjs' },
  { name: 'bare botbuilder', platforms: ['teams'], program: 'teams.mjs' },
  {
    ...{ name: 'bare botbuilder that verifies', platforms: ['teams'], program: 'teams.mjs' },
    environment: { VERIFIES: 'yes' },
  },
];

export interface RunningContender extends Contender {
  readonly bot: BotProcess;
  /** Until it took requests. */
  readonly startMs: number;
  stop(): Promise<void>;
}

export async function startContender(contender: Contender, origin: string): Promise<RunningContender> {
  const { name, program, environment = {} } = contender;
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-beside-'));
  const port = await findFreePort();
  const data = { HEXFIX_DATA_DIR: path.join(folder, 'data'), PORT: String(port) };
  const bot = createBotProcess({
    ...{ port, folder, name, environment: { ...settingsFor(origin), ...data, ...environment } },
    ...(program === undefined ? {} : { program: path.resolve('bench/bare', program) }),
  });
  const startMs = await bot.start();
  return {
    ...contender,
    ...{ bot, startMs },
    async stop() {
      await bot.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
