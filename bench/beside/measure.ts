/** One contender at one kind of work: how much of it in a second, how long each takes, and what it costs. */

import { createRandom } from '../../test/faults/random';
import { flowAt } from '../../test/fleet/flow';
import type { PlatformKind } from '../../test/fleet/post';
import { createTimings, type Timings } from '../../test/fleet/timings';
import { createTraffic } from '../../test/fleet/traffic';
import { startWorlds } from '../../test/fleet/worlds';
import { type Contender, OURS, type RunningContender, startContender } from './contenders';
import { ORGANIZATIONS, type Prepared, type Scenario, type Scene, see } from './scenarios';
import { watch } from './sightings';

export interface Measured {
  readonly contender: string;
  readonly platform: PlatformKind;
  readonly scenario: string;
  /** At the same time, or so many begun a second. */
  readonly load: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the contender's process, for one piece of work. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

export interface Measuring {
  readonly seed: number;
  readonly seconds: number;
}

/** So much of the time goes before, while the compiler warms up. */
const WARM_UP = 0.5;
/** Of one thing that can be done once, so many are at hand for a second of measuring. */
const PREPARED_A_SECOND = 400;
const CODED_AMONG_MANY = 100;

/** Runs the contender in a world of its own. */
async function onStage<T>(
  contender: Contender,
  platform: PlatformKind,
  how: Measuring & { readonly coded: number },
  act: (scene: Scene, running: RunningContender) => Promise<T>,
): Promise<T> {
  const worlds = await startWorlds();
  const running = await startContender(contender, worlds.origin);
  try {
    const world = worlds[platform];
    world.keepsButtons = true;
    const traffic = createTraffic(createRandom(how.seed), worlds, {
      ...{ coded: how.coded, platform, organizations: ORGANIZATIONS },
    });
    const answersAll = contender.name !== OURS;
    const scene = { platform, url: running.bot.url, worlds, traffic, sightings: watch(world.journal), answersAll };
    return await act(scene, running);
  } finally {
    await running.stop();
    await worlds.close();
  }
}

/** So much at the same time, each at once followed by the next. */
export function measureAtOnce(
  [contender, platform, scenario]: readonly [Contender, PlatformKind, Scenario],
  atOnce: number,
  how: Measuring,
): Promise<Measured> {
  return onStage(contender, platform, { ...how, coded: scenario.coded }, async (scene, running) => {
    const count = Math.ceil(PREPARED_A_SECOND * how.seconds * (1 + WARM_UP));
    const prepared = (await scenario.prepare?.(scene, count)) ?? [];
    let next = 0;

    /** Of what was prepared, at most up to there. */
    async function keepBusy(seconds: number, upTo: number): Promise<Timings> {
      const isOut = () => prepared.length > 0 && next >= upTo;
      const times = createTimings();
      const endMs = performance.now() + seconds * 1_000;
      const lane = async () => {
        while (performance.now() < endMs && !isOut()) {
          const one: Prepared | undefined = prepared[next];
          next += 1;
          const startMs = performance.now();
          await scenario.work(scene, one);
          times.add(performance.now() - startMs);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
      return times;
    }

    const warmUp = Math.floor((prepared.length * WARM_UP) / (1 + WARM_UP));
    await keepBusy(how.seconds * WARM_UP, warmUp);
    return {
      ...named(contender, platform, scenario.name),
      load: `${atOnce} at once`,
      ...(await weigh(running, () => keepBusy(how.seconds, prepared.length))),
    };
  });
}

/** Posts as they come in channels, one in ten of them with a code: so many begun a second, whatever becomes of them. */
export function measureAtPace(
  [contender, platform]: readonly [Contender, PlatformKind],
  perSecond: number,
  how: Measuring,
): Promise<Measured> {
  return onStage(contender, platform, { ...how, coded: CODED_AMONG_MANY }, async (scene, running) => {
    async function flow(seconds: number): Promise<Timings> {
      const times = createTimings();
      const total = perSecond * seconds;
      await flowAt(
        perSecond,
        (begun) => begun >= total,
        async () => {
          const startMs = performance.now();
          await see(scene, scene.traffic.next());
          times.add(performance.now() - startMs);
        },
      );
      return times;
    }

    await flow(how.seconds * WARM_UP);
    return {
      ...named(contender, platform, 'channel'),
      load: `${perSecond}/s`,
      ...(await weigh(running, () => flow(how.seconds))),
    };
  });
}

function named({ name: contender }: Contender, platform: PlatformKind, scenario: string) {
  return { contender, platform, scenario };
}

async function weigh({ bot }: RunningContender, work: () => Promise<Timings>) {
  const before = await bot.vitals();
  const startMs = performance.now();
  const times = await work();
  const seconds = (performance.now() - startMs) / 1_000;
  const after = await bot.vitals();
  return {
    perSecond: times.count() / seconds,
    p50Ms: times.percentile(50),
    p99Ms: times.percentile(99),
    cpuMs: (after.cpuMs - before.cpuMs) / times.count(),
    rssMb: after.rssBytes / 2 ** 20,
  };
}
