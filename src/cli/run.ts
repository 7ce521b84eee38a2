/** Runs one command line: finds the command, and turns every failure into a clear line and an exit code. */

import { admin } from './admin';
import { ask, explain } from './answer';
import { type Arguments, readArguments } from './arguments';
import { batch } from './batch';
import type { ExitCode, Io } from './io';
import { knowledgeFor } from './knowledge-for';
import { lint } from './lint';
import { mcp } from './mcp';
import { report } from './report';
import { search } from './search';
import { settings } from './settings';
import { simulate } from './simulate';
import { UsageError } from './usage-error';
import { wordsFor } from './words';

/** The commands of design and usage. Knowledge is loaded only for those that ask it. */
const COMMANDS: Readonly<Record<string, (args: Arguments, io: Io) => Promise<ExitCode>>> = {
  explain: async (args, io) => explain(args, await knowledgeFor(args, io), io),
  ask: async (args, io) => ask(args, await knowledgeFor(args, io), io),
  search: async (args, io) => search(args, await knowledgeFor(args, io), io),
  batch: async (args, io) => batch(args, await knowledgeFor(args, io), io),
  report: async (args, io) => report(args, await knowledgeFor(args, io), io),
  mcp: async (args, io) => mcp(args, await knowledgeFor(args, io), io),
  simulate: async (args, io) => simulate(args, await knowledgeFor(args, io), io),
  settings,
  admin,
  lint,
};

/** Runs `hexfix <argv>`; never throws. */
export async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const args = readArguments(argv, io.locale);
    const words = wordsFor(args.lang ?? io.locale);
    if (args.help || args.command === 'help') {
      await io.write(`${words.usage}\n`);
      return 0;
    }
    if (args.command === undefined) throw new UsageError(words.usage);
    if (!Object.hasOwn(COMMANDS, args.command)) {
      throw new UsageError(`${words.unknownCommand(args.command)} ${words.seeHelp}`);
    }
    return (await COMMANDS[args.command]?.(args, io)) ?? 2;
  } catch (error) {
    io.complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
