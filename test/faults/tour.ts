/** Many stories, each with its bot killed elsewhere; what was recovered, and what was wrong. */

import type { Fate } from './keeper';
import type { Theatre } from './kill';
import type { PlatformKind } from './protocol';
import { createRandom } from './random';
import { createTable } from './recovery';

export interface Tour {
  readonly stories: number;
  readonly kills: number;
  /** One sentence a fault, with where it happened. */
  readonly faults: readonly string[];
  /** Where the first death was, and what was recovered. */
  readonly table: readonly string[];
}

interface Job {
  readonly fates: readonly Fate[];
  readonly isHasty?: boolean;
}

/** Kills at every `step`-th point of the story, beginning with `first`. */
export async function tourPoints(
  theatres: readonly Theatre[],
  kind: PlatformKind,
  { first = 1, step = 1 }: { readonly first?: number; readonly step?: number } = {},
): Promise<Tour> {
  const count = await countPoints(theatres, kind);
  const jobs: Job[] = [];
  for (let point = first; point <= count; point += step) jobs.push({ fates: [{ point }] });
  return playAll(theatres, kind, jobs);
}

/** Kills up to three processes of a story, each at a point or at a request of no choice. */
export async function tourAtRandom(
  theatres: readonly Theatre[],
  kind: PlatformKind,
  { stories, seed }: { readonly stories: number; readonly seed: number },
): Promise<Tour> {
  const random = createRandom(seed);
  const count = await countPoints(theatres, kind);
  const fate = (): Fate => (random(2) === 0 ? { point: 1 + random(count) } : { request: 1 + random(20) });
  const jobs = Array.from({ length: stories }, () => ({
    fates: Array.from({ length: 1 + random(3) }, fate),
    isHasty: random(2) === 0,
  }));
  return playAll(theatres, kind, jobs);
}

/** An undisturbed story, which must be without fault. */
async function countPoints([theatre]: readonly Theatre[], kind: PlatformKind): Promise<number> {
  if (theatre === undefined) throw new Error('no theatre');
  const { stored, faults } = await theatre.play(kind, []);
  if (faults.length > 0) throw new Error(`The story goes wrong with nobody killed: ${faults.join('; ')}`);
  return stored.points;
}

async function playAll(theatres: readonly Theatre[], kind: PlatformKind, jobs: readonly Job[]): Promise<Tour> {
  const faults: string[] = [];
  const table = createTable();
  const queue = [...jobs];
  let kills = 0;

  async function playOn(theatre: Theatre): Promise<void> {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const { fates, isHasty } = job;
      try {
        const outcome = await theatre.play(kind, fates, isHasty);
        kills += outcome.losses.length;
        table.add(outcome);
        const deaths = outcome.losses.map(({ during, point }) => `killed in “${during}” ${point}`).join(', then ');
        faults.push(...outcome.faults.map((fault) => `${fault}; ${deaths}`));
      } catch (error) {
        faults.push(`${JSON.stringify(fates)}: ${error}`);
      }
    }
  }

  await Promise.all(theatres.map(playOn));
  return { stories: jobs.length, kills, faults, table: table.lines() };
}
