/** What the contract asks of the outbox: what operators see of it and do to it. */

import type { Effect, EffectResult, NewEffect, Store } from '../../../src/store/ports';
import { add, anEffect, aRedraw, claim, claimOne, DAY_MS, emptyStore, finish, NOW, openCase, taken } from './values';

const MINUTE_MS = 60_000;

export function describeOutboxDesk(store: () => Store): void {
  /** An effect that has ended so. */
  async function end(result: EffectResult, nowMs = NOW, tenant = 'T1'): Promise<Effect> {
    const effect = anEffect(await openCase(store(), { tenant }));
    await add(store(), [effect], nowMs);
    const held = await claimOne(store(), nowMs);
    await finish(store(), held, result, nowMs);
    return held;
  }

  const list = (rest: Partial<Parameters<Store['listEffects']>[0]> = {}) =>
    store().listEffects({ olderThanMs: MINUTE_MS, limit: 50, ...rest });
  const keys = (effects: readonly Pick<NewEffect, 'key'>[]) => effects.map(({ key }) => key);

  describe('the list of effects', () => {
    beforeEach(() => emptyStore(store()));

    it('shows what went wrong and why, the newest first, and nothing that went well', async () => {
      await end({ kind: 'sent' });
      const refused = await end({ kind: 'refused', code: 'channel_not_found' }, NOW + 1);
      const unknown = await end({ kind: 'unknown' }, NOW + 2);
      const { kind, platform, tenant, attempt } = refused;
      expect(await list()).toEqual([
        {
          ...{ key: unknown.key, kind, platform, tenant, attempt, state: 'unknown' },
          ...{ queuedAtMs: NOW + 2, endedAtMs: NOW + 2 },
        },
        {
          ...{ key: refused.key, kind, platform, tenant, attempt, state: 'refused' },
          ...{ code: 'channel_not_found', queuedAtMs: NOW + 1, endedAtMs: NOW + 1 },
        },
      ]);
    });

    it('shows what has waited for too long, tried in vain or never', async () => {
      await add(store(), [anEffect(await openCase(store()))], NOW - MINUTE_MS);
      const tried = await end({ kind: 'retry', inMs: DAY_MS, code: 'ratelimited' }, NOW - MINUTE_MS - 1);
      await claim(store(), NOW);
      expect(await list()).toMatchObject([{ key: tried.key, state: 'queued', code: 'ratelimited' }]);
      await claim(store(), NOW + 1);
      expect((await list()).map(({ state }) => state)).toEqual(['sending', 'queued']);
    });

    it('is as long as was asked for, of one organization, platform, state or kind where that was asked for', async () => {
      const refused = await end({ kind: 'refused' });
      const unknown = await end({ kind: 'unknown' }, NOW + 1, 'T2');
      expect(keys(await list({ limit: 1 }))).toEqual([unknown.key]);
      expect(keys(await list({ tenant: 'T1' }))).toEqual([refused.key]);
      expect(keys(await list({ state: 'unknown' }))).toEqual([unknown.key]);
      expect(keys(await list({ platform: 'slack', kind: 'triage' }))).toEqual([unknown.key, refused.key]);
      expect(await list({ platform: 'teams' })).toEqual([]);
      expect(await list({ kind: 'webhook' })).toEqual([]);
    });

    it('forgets why a redraw failed that was asked for once more', async () => {
      const redraw = aRedraw(await openCase(store()));
      await add(store(), [redraw]);
      await finish(store(), await claimOne(store()), { kind: 'refused', code: 'message_not_found' });
      await add(store(), [redraw], NOW + 1);
      await claim(store(), NOW + 2 + MINUTE_MS, 0);
      const [record] = await list();
      expect(record).toEqual({
        ...{ key: redraw.key, kind: 'redraw', platform: 'slack', tenant: 'T1' },
        ...{ state: 'queued', attempt: 0, queuedAtMs: NOW + 1 },
      });
    });

    it('forgets why a try failed when a later one goes well', async () => {
      const effect = await end({ kind: 'refused', code: 'channel_not_found' });
      await store().redeliver(effect.key, 'refused');
      await finish(store(), await claimOne(store()), { kind: 'unknown' });
      const [record] = await list();
      expect(record).toMatchObject({ state: 'unknown' });
      expect(record).not.toHaveProperty('code');
    });
  });

  describe('queueing anew', () => {
    beforeEach(() => emptyStore(store()));

    it.each(['refused', 'unknown'] as const)('gives what ended as %s once more, as if never tried', async (kind) => {
      const effect = await end({ kind, code: 'a_word' });
      expect(await store().redeliver(effect.key, kind)).toBe(true);
      expect(await store().redeliver(effect.key, kind)).toBe(false);
      expect(await store().findEffectState(effect.key)).toBe('queued');
      expect(await claimOne(store())).toEqual({ ...effect, lease: 2 });
    });

    it('leaves alone what is in another state', async () => {
      const sent = await end({ kind: 'sent' });
      const unknown = await end({ kind: 'unknown' });
      expect(await store().redeliver(sent.key, 'refused')).toBe(false);
      expect(await store().redeliver(unknown.key, 'refused')).toBe(false);
      expect(await store().redeliver('nothing', 'refused')).toBe(false);
      expect(await claim(store())).toEqual([]);
    });

    it('takes an interrupted try for none, as an operator has looked', async () => {
      const effect = anEffect(await openCase(store()));
      await add(store(), [effect]);
      await claimOne(store());
      await finish(store(), await claimOne(store(), NOW + DAY_MS), { kind: 'unknown' });
      await store().redeliver(effect.key, 'unknown');
      expect(await claimOne(store())).toEqual(taken(effect, { lease: 3 }));
    });
  });

  it('counts effects by state, and tells how long the oldest has been due', async () => {
    await emptyStore(store());
    const none = { queued: 0, sending: 0, sent: 0, refused: 0, unknown: 0 };
    expect(await store().outboxStats({ withSent: true })).toEqual({ count: none, oldestDueMs: 0 });
    for (const kind of ['sent', 'sent', 'refused', 'unknown'] as const) await end({ kind }, NOW - 9);
    await end({ kind: 'retry', inMs: DAY_MS }, NOW - 9);
    await add(store(), [anEffect(await openCase(store()))], NOW - 7);
    await claim(store(), NOW);
    for (const agoMs of [5, 3]) await add(store(), [anEffect(await openCase(store()))], NOW - agoMs);
    await claim(store(), NOW, 0);
    const count = { queued: 3, sending: 1, sent: 2, refused: 1, unknown: 1 };
    expect(await store().outboxStats({ withSent: true })).toEqual({ count, oldestDueMs: 5 });
    const { sent, ...withoutSent } = count;
    expect(sent).toBeGreaterThan(0);
    expect(await store().outboxStats()).toEqual({ count: withoutSent, oldestDueMs: 5 });
  });
}
