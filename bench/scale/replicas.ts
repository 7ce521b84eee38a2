/**
 * One replica and three on one PostgreSQL: how much more they bear. All of this machine's processors would not be enough for three,
 * so each is held to a small share of one, and the database and the sender have the rest. Posts go to the replicas in turn, without a
 * balancer, which would bear less than they do.
 */

import { createRandom } from '../../test/faults/random';
import { type Deployment, startDeployment } from '../../test/fleet/deployment';
import { flowThrough } from '../../test/fleet/flow';
import type { PlatformKind } from '../../test/fleet/post';
import { createTraffic } from '../../test/fleet/traffic';
import { ORGANIZATIONS, type Scene, see } from '../beside/scenarios';
import { type Sightings, watch } from '../beside/sightings';
import { holdBack } from './hold-back';
import type { Figures } from './table';

const SHARE = 0.15;
const AT_ONCE_EACH = 48;
const WARM_UP_EACH = 1_500;
const SECONDS = 15;

const KINDS = [
  { name: 'posts without a code', coded: 0 },
  { name: 'answers', coded: 1_000 },
] as const;
const PLATFORMS: readonly PlatformKind[] = ['slack', 'teams'];

export async function measureReplicas(replicas: number, seed: number): Promise<Figures> {
  const deployment = await startDeployment('postgres', {}, replicas);
  const { bots, worlds } = deployment;
  const atOnce = AT_ONCE_EACH * replicas;
  const sightings = { slack: watch(worlds.slack.journal), teams: watch(worlds.teams.journal) };
  const letGo: (() => void)[] = [];
  try {
    const works = PLATFORMS.flatMap((platform) =>
      KINDS.map(({ name, coded }) => ({
        name: `${name} a second, ${platform}`,
        work: createWork(deployment, platform, coded, seed, sightings[platform]),
      })),
    );
    for (const { work } of works) await flowThrough(WARM_UP_EACH * replicas, atOnce, work);
    for (const { pid } of bots) if (pid !== undefined) letGo.push(holdBack(pid, SHARE));
    const figures: Record<string, number> = { 'share of a processor for each': SHARE };
    for (const { name, work } of works) figures[name] = (await countDone(work, atOnce, SECONDS)) / SECONDS;
    return figures;
  } catch (error) {
    for (const complaint of deployment.complaints()) console.error(complaint);
    throw error;
  } finally {
    for (const go of letGo) go();
    await deployment.close();
  }
}

function createWork(
  { bots, worlds }: Deployment,
  platform: PlatformKind,
  coded: number,
  seed: number,
  sightings: Sightings,
): () => Promise<void> {
  const traffic = createTraffic(createRandom(seed + coded), worlds, { coded, platform, organizations: ORGANIZATIONS });
  const scenes = bots.map(({ url }): Scene => ({ platform, url, worlds, traffic, sightings, answersAll: false }));
  return () => {
    const scene = scenes.shift();
    if (scene === undefined) throw new Error('there is no replica');
    scenes.push(scene);
    return see(scene, traffic.next());
  };
}

/** Works until so many seconds are over, and gives how much was done by then. */
async function countDone(work: () => Promise<void>, atOnce: number, seconds: number): Promise<number> {
  const endMs = performance.now() + seconds * 1_000;
  let done = 0;
  async function runLane(): Promise<void> {
    while (performance.now() < endMs) {
      await work();
      done += performance.now() < endMs ? 1 : 0;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runLane));
  return done;
}
