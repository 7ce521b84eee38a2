/** `admin`: what whoever runs the server looks after: messages that did not get through, organizations that leave, keys. */

import { list } from './admin/list';
import { purge } from './admin/purge';
import { redeliver } from './admin/redeliver';
import { rotateKeys } from './admin/rotate-keys';
import { stats } from './admin/stats';
import type { Prepare } from './admin/task';
import { adminWords } from './admin/words';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { UsageError } from './usage-error';

const TASKS: Readonly<Record<string, Prepare>> = {
  list,
  redeliver,
  purge,
  'rotate-keys': rotateKeys,
  stats,
};

/**
 * `hexfix admin <task>`, also beside a running server. Exit code 1 when no bot has run here, or there was nothing to do.
 * Everything that is wrong with the command is said before the store is opened.
 */
export async function admin(args: Arguments, io: Io): Promise<ExitCode> {
  const words = adminWords(args.lang ?? io.locale);
  const [name = '', ...rest] = args.rest;
  const prepare = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (prepare === undefined) throw new UsageError(words.tasks(Object.keys(TASKS)));
  const task = prepare({ ...args, rest }, words);
  const store = await io.openStore();
  if (store === undefined) {
    io.complain(words.noStore);
    return 1;
  }
  try {
    return await task(store, io);
  } finally {
    await store.close();
  }
}
