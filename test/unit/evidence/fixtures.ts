/** What people pasted, with invented names and ids, and the facts that each text holds. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Facts } from '../../../src/evidence/facts';

const FOLDER = path.join(__dirname, '../../fixtures/evidence');

export interface Fixture {
  readonly name: string;
  readonly text: string;
  /** Lists that are empty are left out in the file. */
  readonly facts: Facts;
}

/** Every pasted text with its facts. A text without facts beside it fails here. */
export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => {
    const name = path.basename(file, '.txt');
    const facts = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
    return { name, text: readText(name), facts: { licenses: [], outcomes: [], events: [], ...facts } };
  });

/** The text of one fixture. */
export function readText(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.txt`), 'utf8');
}
