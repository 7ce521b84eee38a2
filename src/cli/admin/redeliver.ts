/** `admin redeliver`: sends what had been given up, once the reason is gone. A running server takes it within seconds. */

import type { ExitCode, TerminalStore } from '../io';
import { UsageError } from '../usage-error';
import { readScope, type Scope } from './scope';
import type { Prepare } from './task';
import type { AdminWords } from './words';

/** More than a server gives up in a week; whoever has still more runs the command again. */
const MOST_AT_ONCE = 10_000;

interface Told {
  readonly said: string;
  readonly count: number;
}

/** One message by its key, or all of one kind that were refused. */
export const redeliver: Prepare = (args, words) => {
  const [key, ...more] = args.rest;
  const { allRefused, evenIfDoubled, json } = args;
  const scope = readScope(args, words);
  if (more.length > 0 || (key === undefined) === !allRefused) throw new UsageError(words.oneKeyOrAll);
  // Of one kind at a time, so that nobody sends a week's old notices along with the answers.
  if (allRefused && scope.kind === undefined) throw new UsageError(words.needsKind);
  return async (store, io) => {
    const { said, count } =
      key === undefined
        ? await redeliverAll(store, scope, words)
        : await redeliverOne(store, key, evenIfDoubled, words);
    if (json) await io.write(`${JSON.stringify({ redelivered: count })}\n`);
    if (count === 0) io.complain(said);
    else if (!json) await io.write(`${said}\n`);
    return exitCodeOf(count);
  };
};

function exitCodeOf(count: number): ExitCode {
  return count > 0 ? 0 : 1;
}

/** Throws a `UsageError` where the message may be there already and nobody has said that two of it are well. */
async function redeliverOne(
  store: TerminalStore,
  key: string,
  evenIfDoubled: boolean,
  words: AdminWords,
): Promise<Told> {
  if (await store.redeliver(key, 'refused')) return { said: words.redelivered(1), count: 1 };
  const state = await store.findEffectState(key);
  if (state === undefined) return { said: words.noSuchKey, count: 0 };
  if (state !== 'unknown') return { said: words.notGivenUp[state], count: 0 };
  if (!evenIfDoubled) throw new UsageError(words.mayBeDoubled);
  const isQueued = await store.redeliver(key, 'unknown');
  return { said: isQueued ? words.redelivered(1) : words.noSuchKey, count: isQueued ? 1 : 0 };
}

async function redeliverAll(store: TerminalStore, scope: Scope, words: AdminWords): Promise<Told> {
  // Listed once: what is refused again while this goes on is not sent again.
  const refused = await store.listEffects({ ...scope, state: 'refused', olderThanMs: 0, limit: MOST_AT_ONCE });
  let count = 0;
  for (const { key } of refused) if (await store.redeliver(key, 'refused')) count += 1;
  return { said: count === 0 ? words.noneRefused : words.redelivered(count), count };
}
