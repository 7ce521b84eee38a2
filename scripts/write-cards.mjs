/** Writes the golden cards to `cards/` and removes those that nothing makes any more. Run it with `npm run cards`. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { listGoldenCards } = createRequire(import.meta.url)('../dist/cards/index.js');

const cards = listGoldenCards();
const expected = new Set(cards.map(({ path }) => path));

for (const platform of ['teams', 'slack']) {
  const folder = join(root, 'cards', platform);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!expected.has(`${platform}/${name}`)) rmSync(join(folder, name));
}
for (const { path, content } of cards) writeFileSync(join(root, 'cards', path), content);
process.stdout.write(`${cards.length} golden cards are in cards/.\n`);
