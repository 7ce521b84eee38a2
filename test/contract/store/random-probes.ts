/** Organizations that ask each other's things at random. The same seed asks the same. */

import fc from 'fast-check';
import type { Store } from '../../../src/store/ports';
import { findLeak, foundOrganization, lookAt, type Organization, PROBES } from './tenant-probes';

const ORGANIZATIONS = 8;
/** They change what belongs to the asker, so that nobody could tell afterwards that nothing has changed. */
const CHANGE_THE_ASKER = ['changeSettings', 'countOutcomes', 'deleteInstallation', 'purge'];

/** Gives what got out, or was changed by others, in words; nothing when all is well. */
export async function probeAtRandom(store: Store, count: number, seed: number): Promise<readonly string[]> {
  const organizations: Organization[] = [];
  for (let index = 0; index < ORGANIZATIONS; index += 1)
    organizations.push(await foundOrganization(store, `T-${index}-of-${seed}`));
  const before = await lookAtAll(store, organizations);
  const probes = Object.entries(PROBES).flatMap(([name, probe]) =>
    'because' in probe || CHANGE_THE_ASKER.includes(name) ? [] : [{ name, probe }],
  );
  const pair = fc.shuffledSubarray(organizations, { minLength: 2, maxLength: 2 });
  const leaks: string[] = [];
  for (const [{ name, probe }, [asker, other]] of fc.sample(fc.tuple(fc.constantFrom(...probes), pair), {
    numRuns: count,
    seed,
  })) {
    if (asker === undefined || other === undefined) throw new Error('a pair of organizations');
    const leak = findLeak(await probe(store, asker, other), other);
    if (leak !== undefined) leaks.push(`${name}: ${leak}`);
  }
  const after = await lookAtAll(store, organizations);
  return after === before ? leaks : [...leaks, `changed: ${after}`];
}

async function lookAtAll(store: Store, organizations: readonly Organization[]): Promise<string> {
  const looks: unknown[] = [];
  for (const organization of organizations) looks.push(await lookAt(store, organization));
  return JSON.stringify(looks);
}
