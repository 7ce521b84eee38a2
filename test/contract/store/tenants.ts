/** What the contract asks of the store: no organization sees or changes anything of another one (A18). */

import type { Store } from '../../../src/store/ports';
import { probeAtRandom } from './random-probes';
import { findLeak, foundOrganization, lookAt, PROBES } from './tenant-probes';
import { emptyStore } from './values';

/** `scripts/tenants.mjs` asks more often. */
const PROBED_HERE = 500;

const METHODS = Object.entries(PROBES);

export function describeTenants(store: () => Store): void {
  describe('an organization', () => {
    beforeEach(() => emptyStore(store()));

    it('is thought of in every method of the store', () => {
      const methods = Object.keys(store());
      expect(methods.sort()).toEqual(METHODS.map(([name]) => name).sort());
      const exempt = METHODS.flatMap(([, probe]) => ('because' in probe ? [probe.because] : []));
      expect(exempt.every((reason) => reason.length > 20)).toBe(true);
    });

    it.each(METHODS.flatMap(([name, probe]) => ('because' in probe ? [] : [[name, probe] as const])))(
      'gets nothing of another one by %s, and changes nothing of it',
      async (name, probe) => {
        const other = await foundOrganization(store(), `T-other-${name}`);
        const asker = await foundOrganization(store(), `T-asker-${name}`);
        const before = await lookAt(store(), other);
        expect(JSON.stringify(before)).toContain(`details of ${other.tenant}`);
        expect(findLeak(await probe(store(), asker, other), other)).toBeUndefined();
        expect(await lookAt(store(), other)).toEqual(before);
      },
    );

    it('gets nothing of another one, whoever asks whatever of whom', async () => {
      expect(await probeAtRandom(store(), PROBED_HERE, Date.now())).toEqual([]);
    });
  });
}
