/** Loaded into the program before it begins: counts what it asks SQLite, and writes it down whenever its vitals are asked for. */

import { writeFileSync } from 'node:fs';
import { StatementSync } from 'node:sqlite';

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

process.on('message', () => {
  const file = process.env.SCALE_STATEMENTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify([...counts]));
});
process.channel?.unref();
