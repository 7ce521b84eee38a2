/** The server's process: reads the settings, starts, says where the page is, stops when told to. */

import './check-node';
// Before all that takes time: its thread loads beside this one.
import { storeThread } from './early-store';
import './compile-cache';
import { readConfig, readEnvironment, readSecrets } from './config';
import { FaultError } from './errors';
import { openStoreOn } from './open-store';
import { createLogger } from './ops/create-logger';
import { endOnUnforeseen } from './ops/last-resort';
import { quietConsole } from './ops/quiet-console';
import { createScrub } from './ops/scrub';
import { createStop } from './ops/stop';

/** Everything else to be said is on standard error; standard output holds this one line. */
function announce(url: string, playground: boolean): void {
  process.stdout.write(playground ? `Hexfix is ready. Open ${url}\n` : `Hexfix is ready at ${url}\n`);
}

async function main(): Promise<void> {
  const environment = readEnvironment();
  const config = readConfig(environment);
  const { stderr } = process;
  const logger = createLogger({
    level: config.logLevel,
    forPeople: stderr.isTTY === true,
    write: (line) => stderr.write(line),
    scrub: createScrub(readSecrets(environment)),
  });
  const exit = (code: number) => process.exit(code);
  endOnUnforeseen(process, logger, exit);
  if (config.mode === 'production') quietConsole(console, process, logger);

  // A file opens on its own thread while this one loads everything else.
  const store = openStoreOn(storeThread)(config, logger);
  store.catch(() => undefined);
  const { start }: typeof import('./start') = require('./start');
  const running = await start(config, logger, () => store);
  const stop = createStop({ running, drainMs: config.drainMs, exit, logger });
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  announce(running.address.url, config.playground);
}

/** The message alone: it says what to do, and a stack would say nothing to an operator. */
function fail(error: unknown): never {
  const scrub = createScrub(readSecrets(process.env));
  process.stderr.write(`Hexfix stopped.\n${scrub(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(error instanceof FaultError ? error.exitCode : 1);
}

main().catch(fail);
