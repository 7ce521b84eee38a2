/** One organization whose platform is slow, busy or away does not keep the others waiting. */

import { createJobs } from '../../../src/outbox/jobs';
import type { Messenger } from '../../../src/outbox/messenger';
import { SendFailure } from '../../../src/outbox/messenger';
import { createOutboxWorker } from '../../../src/outbox/worker';
import type { Effect } from '../../../src/store/ports';
import { settle } from './clock';
import { createWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.store.close());

/** Posts of an organization, each of its own. */
function posts(tenant: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    world.effect('notice', { key: `${tenant} ${index}`, caseId: `${tenant} ${index}`, tenant, place: tenant }),
  );
}

describe('what is taken next', () => {
  function jobOf(tenant: string, key: string) {
    const [post] = posts(tenant, 1);
    if (post === undefined) throw new Error('no post');
    const effect: Effect = { ...post, key, attempt: 1, lease: 1, hasTurn: false, interrupted: false };
    return { effect, mayBegin: () => 'yes' as const };
  }

  it('leaves out who has its share, and nobody gets more than it by taking what is left', () => {
    const jobs = createJobs(16, 4);
    expect(jobs.nextClaim()).toEqual({ limit: 16, perTenant: 4, except: [] });
    for (const key of ['1', '2', '3']) jobs.add(jobOf('a', key));
    expect(jobs.nextClaim()).toEqual({ limit: 13, perTenant: 1, except: [] });
    jobs.add(jobOf('a', '4'));
    jobs.add(jobOf('b', '5'));
    expect(jobs.nextClaim()).toEqual({ limit: 11, perTenant: 3, except: [{ platform: 'slack', tenant: 'a' }] });
  });

  it('is nothing while there is no room, and all again when everything has ended', () => {
    const jobs = createJobs(2, 2);
    const [first, second] = [jobOf('a', '1'), jobOf('b', '2')];
    for (const job of [first, second]) jobs.add(job);
    expect(jobs.nextClaim()).toBeUndefined();
    for (const job of [first, second]) jobs.remove(job);
    expect(jobs.nextClaim()).toEqual({ limit: 2, perTenant: 2, except: [] });
  });
});

it('three organizations without an answer hold twelve of sixteen places, and nobody else', async () => {
  const { messenger } = world.platform;
  const begun: string[] = [];
  const post: Messenger['post'] = (place, ...rest) => {
    begun.push(place);
    return place.startsWith('hung') ? new Promise(() => undefined) : messenger.post(place, ...rest);
  };
  await world.add(...['hung 1', 'hung 2', 'hung 3'].flatMap((tenant) => posts(tenant, 20)), ...posts('well', 20));
  const worker = createOutboxWorker({ ...world.parts, messengers: () => ({ ...messenger, post }) });
  worker.start();
  for (let rounds = 0; rounds < 40; rounds += 1) {
    await settle();
    world.clock.advance(250);
  }
  expect(world.platform.posts).toHaveLength(20);
  expect(begun.filter((place) => place.startsWith('hung'))).toHaveLength(12);
});

it('a throttled organization does not move the times of the others by a fifth', async () => {
  const alone = await timesOf([]);
  const besideBusyOnes = await timesOf(['busy 1', 'busy 2', 'busy 3']);
  expect(alone).toHaveLength(60);
  expect(besideBusyOnes).toHaveLength(60);
  expect(p99(besideBusyOnes)).toBeLessThanOrEqual(Math.max(p99(alone) * 1.2, 250));
});

/** When each post of a well organization was sent, after it was queued, while these others are throttled. */
async function timesOf(busy: readonly string[]): Promise<number[]> {
  const here = await createWorld();
  const { messenger } = here.platform;
  const queuedAt = new Map<string, number>();
  const times: number[] = [];
  const post: Messenger['post'] = async (place, reply, sending) => {
    if (place.startsWith('busy')) throw new SendFailure('not-sent', 'ratelimited', 1_000);
    times.push(here.clock.now() - (queuedAt.get(sending.key) ?? 0));
    return messenger.post(place, reply, sending);
  };
  for (const tenant of busy) await here.add(...posts(tenant, 60));
  const worker = createOutboxWorker({ ...here.parts, messengers: () => ({ ...messenger, post }) });
  worker.start();
  for (const effect of posts('well', 60)) {
    queuedAt.set(effect.key, here.clock.now());
    await here.add(effect);
    worker.kick();
    for (let rounds = 0; rounds < 4; rounds += 1) {
      await settle();
      here.clock.advance(50);
    }
  }
  await settle();
  await worker.close();
  await here.store.close();
  return times;
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}
