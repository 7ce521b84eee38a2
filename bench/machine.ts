/** What figures were measured on, without which they say nothing. */

import { cpus } from 'node:os';

export interface Machine {
  readonly node: string;
  readonly cpu: string;
  /** When it was measured. */
  readonly date: string;
}

export function thisMachine(): Machine {
  return {
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    date: new Date().toISOString(),
  };
}
