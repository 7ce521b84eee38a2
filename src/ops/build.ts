/** What runs here, for the metrics. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The versions of Hexfix and of Node. */
export function readBuild(): { readonly version: string; readonly node: string } {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return { version: String(version), node: process.versions.node };
}
