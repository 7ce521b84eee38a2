/** What every store does, whatever it is built on. Each implementation's test runs this suite. */

import { toErrorCode } from '../../src/code/error-code';
import type { Store } from '../../src/store/ports';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22);
const KMS_UNREACHABLE = toErrorCode(0xc004f074);
const DNS_NAME = toErrorCode(0x8007232b);

/** `open` opens the same store again each time: what was written before must still be there. */
export function describeStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store contract`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives a delivery to one taker only', async () => {
      const key = 'delivery-once';
      const claims = await Promise.all(Array.from({ length: 20 }, () => store.claimDelivery(key, NOW)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('gives a released delivery again', async () => {
      await store.claimDelivery('delivery-released', NOW);
      await store.releaseDelivery('delivery-released');
      expect(await store.claimDelivery('delivery-released', NOW)).toBe(true);
    });

    it('knows no answer to a post that has none', async () => {
      expect(await store.findAnswer('never-answered')).toBeUndefined();
    });

    it('keeps the codes of an answer in order, and the id once it is known', async () => {
      await store.saveAnswer('post', { codes: [DNS_NAME, KMS_UNREACHABLE] }, NOW);
      expect(await store.findAnswer('post')).toEqual({ codes: [DNS_NAME, KMS_UNREACHABLE] });
      await store.saveAnswer('post', { codes: [DNS_NAME], sentId: '1700000000.000100' }, NOW);
      expect(await store.findAnswer('post')).toEqual({ codes: [DNS_NAME], sentId: '1700000000.000100' });
    });

    it('remembers the language that a person chose last', async () => {
      expect(await store.findLocale('someone')).toBeUndefined();
      await store.saveLocale('someone', 'en', NOW);
      await store.saveLocale('someone', 'zh-CN', NOW);
      expect(await store.findLocale('someone')).toBe('zh-CN');
      expect(await store.findLocale('someone else')).toBeUndefined();
    });

    it('still has everything after it was closed and opened again', async () => {
      await store.claimDelivery('delivery-kept', NOW);
      await store.saveAnswer('post-kept', { codes: [KMS_UNREACHABLE], sentId: 'a' }, NOW);
      await store.close();
      store = await open();
      expect(await store.claimDelivery('delivery-kept', NOW)).toBe(false);
      expect(await store.findAnswer('post-kept')).toEqual({ codes: [KMS_UNREACHABLE], sentId: 'a' });
    });

    it('forgets what is past its time and keeps the rest', async () => {
      await store.prune(NOW + 10_000 * DAY_MS);
      await store.claimDelivery('old', NOW);
      await store.claimDelivery('new', NOW + 8 * DAY_MS);
      await store.saveAnswer('answered', { codes: [KMS_UNREACHABLE] }, NOW);
      expect(await store.prune(NOW + 8 * DAY_MS)).toBe(1);
      expect(await store.claimDelivery('old', NOW)).toBe(true);
      expect(await store.claimDelivery('new', NOW)).toBe(false);
      expect(await store.findAnswer('answered')).toBeDefined();
    });
  });
}
