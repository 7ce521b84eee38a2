import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Build, buildPrivately } from './build';
import { openTheatre, sqliteFilesIn, type Theatre } from './kill';
import { newSeed } from './random';
import { tourPoints } from './tour';

/** Some of the points, others each time; `npm run test:faults` kills at all of them. */
const STEP = 180;

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-faults-'));
const seed = newSeed();
let build: Build;
let theatres: readonly Theatre[];
beforeAll(async () => {
  build = buildPrivately();
  const open = () => openTheatre(build.fileOf('child.js'), sqliteFilesIn(mkdtempSync(path.join(folder, 'stage-'))));
  theatres = await Promise.all([open(), open()]);
}, 60_000);
afterAll(async () => {
  for (const theatre of theatres ?? []) await theatre.close();
  build?.remove();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['slack', 'teams'] as const)(
  `loses and doubles nothing when the process is killed, as %s goes (points from ${(seed % STEP) + 1} on)`,
  async (kind) => {
    const tour = await tourPoints(theatres, kind, { first: (seed % STEP) + 1, step: STEP });
    expect(tour.faults).toEqual([]);
    expect(tour.kills).toBeGreaterThanOrEqual(tour.stories - 1);
  },
  120_000,
);
