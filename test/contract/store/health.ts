/** What the contract asks of a store that is asked how it is. */

import type { Store } from '../../../src/store/ports';
import { DAY_MS, setTime } from './values';

export function describeHealth(store: () => Store): void {
  it('answers when it is there', async () => {
    await expect(store().ping()).resolves.toBeUndefined();
  });

  it('tells how far its clock is ahead of ours', async () => {
    setTime(Date.now() + DAY_MS);
    const skewMs = await store().clockSkewMs();
    expect(Math.abs(skewMs - DAY_MS)).toBeLessThan(60_000);
  });
}
