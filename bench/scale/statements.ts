/**
 * Loaded into the program and into its threads before they begin: counts what is asked of SQLite, and has it written down by
 * whoever asked, whenever the program's vitals are asked for.
 */

import { renameSync, writeFileSync } from 'node:fs';
import { StatementSync } from 'node:sqlite';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

const counts = new Map<string, number>();

// The cast: they have several shapes, of which none matters here.
const statement = StatementSync.prototype as unknown as Record<'run' | 'all', Runs>;
type Runs = (this: StatementSync, ...values: unknown[]) => unknown;

for (const name of ['run', 'all'] as const) {
  const original = statement[name];
  statement[name] = function (...values) {
    counts.set(this.sourceSQL, (counts.get(this.sourceSQL) ?? 0) + 1);
    return original.apply(this, values);
  };
}

const asked = new BroadcastChannel('statements');
asked.unref();

if (isMainThread) {
  process.on('message', () => asked.postMessage('vitals'));
  process.channel?.unref();
} else {
  asked.onmessage = () => {
    const file = process.env.SCALE_STATEMENTS;
    if (file === undefined || counts.size === 0) return;
    // Whole, or not there.
    writeFileSync(`${file}.new`, JSON.stringify([...counts]));
    renameSync(`${file}.new`, file);
  };
}
