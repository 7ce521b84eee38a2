/** What a lint rule reports: a fault of the knowledge files, and how to repair it where a machine can. */

import { type Fault, formatFault } from '../fault';

export interface Finding extends Fault {
  /** The rule's id. */
  readonly rule: string;
  /** What exactly was found, for exceptions to name. */
  readonly value: string;
  /** Rewrites the text of the file so that the finding goes away; absent where only a person can tell. */
  readonly repair?: (fileText: string) => string;
}

/** A finding as four lines: file and rule, what, why, fix. */
export function formatFinding(finding: Finding): string {
  return formatFault({ ...finding, path: finding.rule });
}

/** Replaces one string of a JSON file by another and leaves everything around it as it stands. */
export function replaceString(from: string, to: string): (fileText: string) => string {
  return (fileText) => fileText.replaceAll(JSON.stringify(from), () => JSON.stringify(to));
}
