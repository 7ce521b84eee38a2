/** A fault in an overlay, told so that an editor or a terminal can jump to it: file, line, column, what, why, fix. */

import { join } from 'node:path';
import { type Fault, FaultError } from '../errors';
import { locate, type Position } from './locate';

/** A file of the overlay as it was read. */
export interface OverlayFile {
  /** Below the overlay's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong, and where: at a path in the JSON, at a position, or with the file as a whole. */
export interface OverlayFault extends Fault {
  readonly file: string;
  readonly at?: string | Position;
}

/** Whoever has to mend more begins with these. */
const MOST_TOLD = 100;

/** EX_CONFIG: a broken overlay is a broken setting. */
const EXIT_CODE = 78;

/** The error that carries every fault. The positions are looked up here, since only faulty files need them. */
export function toFaultError(
  directory: string,
  faults: readonly OverlayFault[],
  files: ReadonlyMap<string, OverlayFile>,
): FaultError {
  const told = faults.slice(0, MOST_TOLD).map(({ file, at, what, why, fix }) => {
    const { path, position } = placeOf(at, files.get(file)?.text);
    const where = [join(directory, file), position.line, position.column].join(':');
    const told = `${where}: ${path === '' ? '' : `${path}: `}${what}`;
    return { what: withoutCredentials(told), why, fix: withoutCredentials(fix) };
  });
  const rest = faults.length - told.length;
  return new FaultError([...distinct(told), ...(rest > 0 ? [notTold(rest)] : [])], EXIT_CODE);
}

function placeOf(at: OverlayFault['at'] = '', text = ''): { readonly path: string; readonly position: Position } {
  if (typeof at !== 'string') return { path: '', position: at };
  return { path: at, position: at === '' ? { line: 1, column: 1 } : locate(text, at) };
}

/** Some rules repeat the link that they are about, and what is told is kept in a log. */
function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^\s/@]*@/g, '//…@');
}

function notTold(count: number): Fault {
  return {
    what: `There are ${count} faults more.`,
    why: 'Most of them will have the same reason as those above.',
    fix: 'Mend those above, then look again.',
  };
}

/** Two rules may find the same. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.what}\n${fault.fix}`, fault])).values()];
}
