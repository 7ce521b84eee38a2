/** What the contract asks of deliveries. */

import type { Store } from '../../../src/store/ports';
import { NOW } from './values';

export function describeDeliveries(store: () => Store): void {
  it('gives a delivery to one taker only', async () => {
    const key = 'delivery-once';
    const claims = await Promise.all(Array.from({ length: 20 }, () => store().claimDelivery(key, NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('gives a released delivery again', async () => {
    await store().claimDelivery('delivery-released', NOW);
    await store().releaseDelivery('delivery-released');
    expect(await store().claimDelivery('delivery-released', NOW)).toBe(true);
  });
}
