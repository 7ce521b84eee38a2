/** What the contract asks of cooldowns. */

import type { Store } from '../../../src/store/ports';
import { NOW } from './values';

const LASTS_MS = 10_000;

export function describeCooldowns(store: () => Store): void {
  describe('a cooldown', () => {
    const claim = (keys: readonly string[], nowMs = NOW) => store().claimCooldown(keys, nowMs, LASTS_MS);

    it('is given to one of many simultaneous takers', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => claim(['contended'])));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('is free again at its end, and not before', async () => {
      expect(await claim(['ends'])).toBe(true);
      expect(await claim(['ends'], NOW + LASTS_MS - 1)).toBe(false);
      expect(await claim(['ends'], NOW + LASTS_MS)).toBe(true);
      expect(await claim(['ends'], NOW + LASTS_MS + 1)).toBe(false);
    });

    it('is not made longer by those who do not get it', async () => {
      await claim(['not longer']);
      await claim(['not longer'], NOW + LASTS_MS - 1);
      expect(await claim(['not longer'], NOW + LASTS_MS)).toBe(true);
    });

    it('is given when any of several keys is free, and then all are taken', async () => {
      expect(await claim(['several 1', 'several 2'])).toBe(true);
      expect(await claim(['several 2', 'several 1'])).toBe(false);
      expect(await claim(['several 1', 'several 3'])).toBe(true);
      expect(await claim(['several 3'])).toBe(false);
    });

    it('is given for a key that is named twice', async () => {
      expect(await claim(['twice', 'twice'])).toBe(true);
    });

    it('holds back nobody where there is nothing to hold back', async () => {
      expect(await claim([])).toBe(true);
      expect(await claim([])).toBe(true);
    });

    it('is given to one taker a key when many want several at once', async () => {
      const orders = [
        ['at once 1', 'at once 2'],
        ['at once 2', 'at once 1'],
      ];
      const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => claim(orders[index % 2] ?? [])));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });
  });
}
