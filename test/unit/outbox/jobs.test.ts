import { createJobs } from '../../../src/outbox/jobs';
import type { Effect } from '../../../src/store/ports';

function jobOf(tenant: string, key: string) {
  const effect: Effect = {
    ...{ key, kind: 'notice', platform: 'slack', tenant, caseId: key, version: 1, place: 'here' },
    ...{ attempt: 1, lease: 1, hasTurn: false, interrupted: false },
  };
  return { effect, mayBegin: () => 'yes' as const };
}

it('gives an organization as much room again as has ended, while the rest goes on', () => {
  const jobs = createJobs(16, 4);
  const [first, second] = [jobOf('a', '1'), jobOf('a', '2')];
  for (const job of [first, second]) jobs.add(job);
  jobs.remove(first);
  expect(jobs.nextClaim()).toEqual({ limit: 15, perTenant: 3, except: [] });
  expect([jobs.find('1'), jobs.find('2'), jobs.count()]).toEqual([undefined, second, 1]);
});

it('makes no room by what has ended already', () => {
  const jobs = createJobs(16, 4);
  const [first, second] = [jobOf('a', '1'), jobOf('b', '2')];
  for (const job of [first, second]) jobs.add(job);
  for (const _time of ['once', 'twice']) jobs.remove(first);
  expect(jobs.nextClaim()).toEqual({ limit: 15, perTenant: 3, except: [] });
});
