/** A fault in the knowledge files, said in three parts, and the error that carries all faults of a load at once. */

/** What is wrong with a knowledge file. */
export interface Fault {
  /** Path below the knowledge folder, with forward slashes, for example `codes/0xC004F074.json`. */
  readonly file: string;
  /** Where in the JSON, for example `causes[0].text.en`; empty for the file as a whole. */
  readonly path: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Thrown when knowledge cannot be loaded. Its message lists every fault. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';

  constructor(readonly faults: readonly Fault[]) {
    super([`The knowledge files have ${countFaults(faults.length)}.`, ...faults.map(formatFault)].join('\n'));
  }
}

/** A fault as indented lines: place, what, why, fix. */
export function formatFault({ file, path, what, why, fix }: Fault): string {
  return [path === '' ? file : `${file}: ${path}`, `  what  ${what}`, `  why   ${why}`, `  fix   ${fix}`].join('\n');
}

function countFaults(count: number): string {
  return count === 1 ? '1 fault' : `${count} faults`;
}
