/** What the contract asks of deliveries and people. */

import type { Store } from '../../../src/store/ports';
import { languageOf, NOW, ofPerson } from './values';

export function describeDeliveriesAndPeople(store: () => Store): void {
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

  it('remembers the language that a person chose last', async () => {
    expect(await languageOf(store(), 'someone')).toBeUndefined();
    await store().changeSettings(ofPerson('someone'), { language: 'en' }, NOW);
    await store().changeSettings(ofPerson('someone'), { language: 'zh-CN' }, NOW);
    expect(await languageOf(store(), 'someone')).toBe('zh-CN');
    expect(await languageOf(store(), 'someone else')).toBeUndefined();
  });
}
