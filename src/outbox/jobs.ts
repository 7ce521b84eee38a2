/** What this process has under way, and how much more it may take: of all, and of each organization. */

import type { Effect, EffectClaim } from '../store/ports';
import type { MayBegin } from './begin';

/** An effect under way, by its newest claim: while a try goes on, its lease may run out. */
export interface Job {
  effect: Effect;
  mayBegin: MayBegin;
}

export interface Jobs {
  count(): number;
  find(key: string): Job | undefined;
  add(job: Job): void;
  remove(job: Job): void;
  /** Whether so many more of one organization may be added. */
  hasRoomFor(tenant: Pick<Effect, 'platform' | 'tenant'>, count: number): boolean;
  /** What to take so that no organization has more than its share; `undefined` while there is no room. */
  nextClaim(): Pick<EffectClaim, 'limit' | 'perTenant' | 'except'> | undefined;
}

interface Share {
  readonly platform: string;
  readonly tenant: string;
  count: number;
}

/** `most` at the same time, and at most `mostPerTenant` of them for one organization: a slow one does not hold the others. */
export function createJobs(most: number, mostPerTenant: number): Jobs {
  const jobs = new Map<string, Job>();
  const shares = new Map<string, Share>();

  return {
    count: () => jobs.size,
    find: (key) => jobs.get(key),

    add(job) {
      const { key, platform, tenant } = job.effect;
      jobs.set(key, job);
      const share = shares.get(shareKey(job.effect)) ?? { platform, tenant, count: 0 };
      share.count += 1;
      shares.set(shareKey(job.effect), share);
    },

    remove(job) {
      jobs.delete(job.effect.key);
      const share = shares.get(shareKey(job.effect));
      if (share === undefined) return;
      share.count -= 1;
      if (share.count === 0) shares.delete(shareKey(job.effect));
    },

    hasRoomFor(tenant, count) {
      const has = shares.get(shareKey(tenant))?.count ?? 0;
      return jobs.size + count <= most && has + count <= mostPerTenant;
    },

    nextClaim() {
      const limit = most - jobs.size;
      if (limit <= 0) return undefined;
      const all = [...shares.values()];
      const except = all.filter(({ count }) => count >= mostPerTenant);
      const others = all.filter(({ count }) => count < mostPerTenant);
      // Room for whoever has the least left; the others come again at once.
      const perTenant = mostPerTenant - Math.max(0, ...others.map(({ count }) => count));
      return { limit, perTenant, except: except.map(({ platform, tenant }) => ({ platform, tenant })) };
    },
  };
}

function shareKey({ platform, tenant }: Pick<Effect, 'platform' | 'tenant'>): string {
  return JSON.stringify([platform, tenant]);
}
