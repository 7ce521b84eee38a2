/**
 * Whose lines are whose where both scripts' output was pasted: slmgr and ospp.vbs share labels, and each has some of its
 * own.
 */

import { readProductName } from './product-name';

/** The capitals of ospp.vbs, its frame, its name on the command line. */
const OSPP =
  /^\s{0,20}(?:PRODUCT ID|SKU ID|LICENSE (?:NAME|DESCRIPTION|STATUS)|ERROR CODE)\s?:|^\s{0,20}---Processing-|ospp\.vbs/;
const SLMGR = /---Exiting-|slmgr/i;

export interface ScriptLines {
  readonly slmgr: readonly string[];
  readonly ospp: readonly string[];
}

/** Gives each line to the script whose output it stands in. */
export function divideLines(lines: readonly string[]): ScriptLines {
  const slmgr: string[] = [];
  const ospp: string[] = [];
  let current = slmgr;
  for (const line of lines) {
    if (OSPP.test(line)) current = ospp;
    else if (current === ospp && (SLMGR.test(line) || isProduct(line))) current = slmgr;
    current.push(line);
  }
  return { slmgr, ospp };
}

/** slmgr's products begin with their name, behind a label of any language or in front of a colon. */
function isProduct(line: string): boolean {
  return readProductName(line.slice(line.indexOf(':') + 1)) !== undefined || readProductName(line) !== undefined;
}
