/** A terminal in memory: runs a command line and keeps what it printed. */

import type { ExitCode, Io, RotatedStore, Rotation, TerminalStore } from '../../../src/cli/io';
import { runCommand } from '../../../src/cli/run';

export interface Outcome {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Terminal {
  /** What arrives on standard input, chunk by chunk; absent for a keyboard. */
  readonly input?: readonly (string | Buffer)[];
  readonly locale?: 'en' | 'zh-CN';
  /** The folder that the settings name for an overlay. */
  readonly overlayDir?: string;
  /** Absent where no bot has run. */
  readonly store?: TerminalStore;
  /** Absent where the configuration has no keys. */
  readonly rotateKeys?: (store: RotatedStore) => Promise<Rotation>;
}

/** The day on which every test's command runs. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export async function run(
  argv: readonly string[],
  { input, locale = 'en', overlayDir, store, rotateKeys }: Terminal = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: Io = {
    stdin: (async function* () {
      yield* input ?? [];
    })(),
    stdinIsTerminal: input === undefined,
    async write(text) {
      out += text;
    },
    complain: (text) => {
      err += `${text}\n`;
    },
    width: 80,
    color: false,
    locale,
    openStore: async () => store,
    rotateKeys: async (rotated) => rotateKeys?.(rotated),
    defaultsOn: (platform) => ({ mode: platform === 'teams' ? 'mention' : 'listen', language: 'en' }),
    simulate(...request) {
      // Loaded for the tests that need it alone, as in the program.
      const { simulate }: typeof import('../../../src/simulate') = require('../../../src/simulate');
      return simulate(...request);
    },
    now: () => NOW,
    ...(overlayDir === undefined ? {} : { overlayDir }),
  };
  const exitCode = await runCommand(argv, io);
  return { exitCode, out, err };
}

/** The JSON values of an output that has one a line. */
export function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
