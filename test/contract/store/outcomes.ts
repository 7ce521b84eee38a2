/** What the contract asks of outcomes. */

import type { Store } from '../../../src/store/ports';
import { aMove, anOutcome, append, DAY_MS, DNS_NAME, KMS_UNREACHABLE, NOW, openCase } from './values';

export function describeOutcomes(store: () => Store): void {
  describe('outcomes', () => {
    it('are summed for everything that is told apart', async () => {
      const tenant = 'told apart';
      const solved = anOutcome({ tenant });
      await store().countOutcomes([solved, solved, anOutcome({ tenant, step: '' })]);
      await store().countOutcomes([solved, anOutcome({ tenant, kind: 'answered' })]);
      await store().countOutcomes([anOutcome({ tenant, locale: 'zh-CN' }), anOutcome({ tenant, code: DNS_NAME })]);
      await store().countOutcomes([]);
      const sum = { kind: 'solved', code: KMS_UNREACHABLE, step: 'check-dns', locale: 'en', count: 1 };
      expect(new Set(await store().sumOutcomes(NOW, tenant))).toEqual(
        new Set([
          { ...sum, count: 3 },
          { ...sum, step: '' },
          { ...sum, kind: 'answered' },
          { ...sum, locale: 'zh-CN' },
          { ...sum, code: DNS_NAME },
        ]),
      );
    });

    it('are summed over platforms, and over tenants when none is named', async () => {
      const code = DNS_NAME;
      const step = 'of every tenant';
      await store().countOutcomes([
        anOutcome({ code, step, tenant: 'one' }),
        anOutcome({ code, step, tenant: 'one', platform: 'teams' }),
        anOutcome({ code, step, tenant: 'other' }),
      ]);
      expect((await store().sumOutcomes(NOW)).filter((sum) => sum.step === step)).toMatchObject([{ count: 3 }]);
      expect(await store().sumOutcomes(NOW, 'one')).toMatchObject([{ count: 2 }]);
      expect(await store().sumOutcomes(NOW, 'nobody')).toEqual([]);
    });

    it('belong to whole days in UTC', async () => {
      const tenant = 'of two days';
      await store().countOutcomes([
        anOutcome({ tenant, atMs: NOW - 1 }),
        anOutcome({ tenant, atMs: NOW }),
        anOutcome({ tenant, atMs: NOW + DAY_MS - 1 }),
      ]);
      const countFrom = async (fromMs: number) => (await store().sumOutcomes(fromMs, tenant))[0]?.count;
      expect(await countFrom(NOW - 1)).toBe(3);
      expect(await countFrom(NOW)).toBe(2);
      expect(await countFrom(NOW + DAY_MS - 1)).toBe(2);
      expect(await countFrom(NOW + DAY_MS)).toBeUndefined();
      const countUntil = async (untilMs: number) => (await store().sumOutcomes(0, tenant, untilMs))[0]?.count;
      expect(await countUntil(NOW - 1)).toBeUndefined();
      expect(await countUntil(NOW)).toBe(1);
      expect(await countUntil(NOW + DAY_MS - 1)).toBe(1);
      expect(await countUntil(NOW + DAY_MS)).toBe(3);
    });

    it('lose nothing when many are counted at once, alone and with moves', async () => {
      const tenant = 'busy';
      const outcomes = [anOutcome({ tenant }), anOutcome({ tenant, code: DNS_NAME })];
      const heads = await Promise.all(Array.from({ length: 10 }, () => openCase(store(), { tenant })));
      await Promise.all([
        ...heads.map((head, index) =>
          append(store(), head, aMove(1), { outcomes: index % 2 === 0 ? outcomes : [...outcomes].reverse() }),
        ),
        ...heads.map(() => store().countOutcomes(outcomes)),
      ]);
      expect(await store().sumOutcomes(NOW, tenant)).toMatchObject([{ count: 20 }, { count: 20 }]);
    });
  });
}
