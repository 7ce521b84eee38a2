/** `admin list`: the messages that did not get through, by what became of them. Their content is not in the store. */

import { countCells } from '../../render/text/cells';
import type { EffectRecord } from '../../store/ports';
import { UsageError } from '../usage-error';
import { readScope } from './scope';
import type { Prepare } from './task';
import type { AdminWords, Trouble } from './words';

/** A screen or a few; `--platform`, `--tenant` and `--kind` show others. */
const MOST_LISTED = 200;
/** All tries of a message together take less. */
const OVERDUE_MS = 15 * 60 * 1000;

const TROUBLES: readonly Trouble[] = ['unknown', 'refused', 'overdue'];

/** Exit code 1 when everything got through. */
export const list: Prepare = (args, words) => {
  if (args.rest.length > 0) throw new UsageError(words.takesNoWords('list'));
  const scope = readScope(args, words);
  return async (store, io) => {
    // One more than is shown tells whether there are more.
    const found = await store.listEffects({ ...scope, olderThanMs: OVERDUE_MS, limit: MOST_LISTED + 1 });
    const shown = found.slice(0, MOST_LISTED);
    const isAll = found.length === shown.length;
    await io.write(args.json ? `${JSON.stringify({ effects: shown, isAll })}\n` : inWords(shown, isAll, words));
    return shown.length > 0 ? 0 : 1;
  };
};

function inWords(effects: readonly EffectRecord[], isAll: boolean, words: AdminWords): string {
  if (effects.length === 0) return `${words.nothingListed}\n`;
  const parts = TROUBLES.flatMap((trouble) => {
    const own = effects.filter((effect) => troubleOf(effect) === trouble);
    return own.length === 0 ? [] : [`${words.trouble[trouble]}\n${tableOf(own, words)}`];
  });
  return `${[...parts, ...(isAll ? [] : [words.moreListed(MOST_LISTED)])].join('\n\n')}\n`;
}

function troubleOf({ state }: EffectRecord): Trouble {
  return state === 'unknown' || state === 'refused' ? state : 'overdue';
}

/** The key comes last: it is the longest, and what is copied. */
function tableOf(effects: readonly EffectRecord[], words: AdminWords): string {
  const rows = effects.map((effect) => [
    minuteOf(effect.endedAtMs ?? effect.queuedAtMs),
    effect.kind,
    effect.platform,
    effect.tenant,
    String(effect.attempt),
    effect.code ?? '-',
    effect.key,
  ]);
  return inColumns([words.columns, ...rows]);
}

/** For example `2026-11-22 12:00Z`: the operator's day may not be the server's. */
function minuteOf(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/:\d\d\.\d+Z/, 'Z');
}

function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => countCells(row[column] ?? ''))));
  const padded = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - countCells(cell));
  return rows.map((row) => `  ${row.map(padded).join('  ').trimEnd()}`).join('\n');
}
