/** The server's process: reads the settings, starts, says where the page is, stops when told to. */

import './check-node';
import { readConfig, readEnvironment } from './config';
import { FaultError } from './errors';
import { createLogger } from './ops/create-logger';
import { start } from './start';

/** Everything else to be said is on standard error; standard output holds this one line. */
function announce(url: string, playground: boolean): void {
  process.stdout.write(playground ? `Hexfix is ready. Open ${url}\n` : `Hexfix is ready at ${url}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(readEnvironment());
  const { stderr } = process;
  const logger = createLogger({
    level: config.logLevel,
    forPeople: stderr.isTTY === true,
    write: (line) => stderr.write(line),
  });
  const running = await start(config, logger);
  announce(running.address.url, config.playground);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.close().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The message alone: it says what to do, and a stack would say nothing to an operator. */
function fail(error: unknown): never {
  process.stderr.write(`Hexfix stopped.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof FaultError ? error.exitCode : 1);
}

main().catch(fail);
