/** What the contract asks of the outbox: what becomes of a try. */

import type { Effect, EffectResult, NewEffect, Store } from '../../../src/store/ports';
import { anEffect, aRedraw, claim, claimOne, DAY_MS, emptyStore, leaseEnd, NOW, openCase, TRIAGE_CARD } from './values';

export function describeOutboxResults(store: () => Store): void {
  describe('a try to send', () => {
    beforeEach(() => emptyStore(store()));

    /** An effect of a fresh case, taken. */
    async function take(): Promise<Effect> {
      await store().addEffects([anEffect(await openCase(store()))], NOW);
      return claimOne(store());
    }

    it.each(['sent', 'refused', 'unknown'] as const)('is over for good when it ends as %s', async (kind) => {
      const effect = await take();
      await store().finishEffect(effect, { kind }, NOW);
      expect(await store().findEffectState(effect.key)).toBe(kind);
      expect(await claim(store(), NOW + DAY_MS)).toEqual([]);
      expect(await store().nextDueMs()).toBeUndefined();
    });

    it('comes again at the time that it asks for', async () => {
      const effect = await take();
      await store().finishEffect(effect, { kind: 'retry', atMs: NOW + 1_000 }, NOW);
      expect(await store().findEffectState(effect.key)).toBe('queued');
      expect(await claim(store(), NOW + 999)).toEqual([]);
      expect(await claimOne(store(), NOW + 1_000)).toEqual({ ...effect, attempt: 2 });
    });

    it('adds the card that it has posted, and the redraws that follow', async () => {
      const head = await openCase(store());
      await store().addEffects([anEffect(head)], NOW);
      const redraw = [aRedraw(head)];
      await store().finishEffect(await claimOne(store()), { kind: 'sent', card: TRIAGE_CARD, redraw }, NOW);
      expect((await store().findCase('T1', head.id))?.cards).toEqual([TRIAGE_CARD]);
      expect(await claimOne(store())).toMatchObject(aRedraw(head));
    });

    it.each(['refused', 'unknown'] as const)('queues the redraws that follow when it ends as %s', async (kind) => {
      const head = await openCase(store());
      await store().addEffects([anEffect(head)], NOW);
      await store().finishEffect(await claimOne(store()), { kind, redraw: [aRedraw(head)] }, NOW);
      expect(await claimOne(store())).toMatchObject(aRedraw(head));
    });

    it('leaves no card behind when the case is gone', async () => {
      const head = await openCase(store());
      const effect = anEffect(head);
      await store().prune(NOW + 31 * DAY_MS);
      await store().addEffects([effect], NOW);
      await store().finishEffect(await claimOne(store()), { kind: 'sent', card: TRIAGE_CARD }, NOW);
      expect(await store().findEffectState(effect.key)).toBe('sent');
      await store().openCase(head, 'the same id again', { effects: [], outcomes: [] });
      expect((await store().findCase('T1', head.id))?.cards).toEqual([]);
    });

    it.each<EffectResult>([{ kind: 'sent', card: TRIAGE_CARD }, { kind: 'retry', atMs: NOW }, { kind: 'unknown' }])(
      'that has lost its lease changes nothing: %j',
      async (result) => {
        const late = await take();
        const current = await claimOne(store(), leaseEnd());
        await store().finishEffect(late, result, leaseEnd());
        expect(await store().findEffectState(late.key)).toBe('sending');
        expect((await store().findCase('T1', late.caseId))?.cards).toEqual([]);
        await store().finishEffect(current, { kind: 'refused' }, leaseEnd());
        await store().finishEffect(late, result, leaseEnd());
        expect(await store().findEffectState(late.key)).toBe('refused');
      },
    );

    it.each<EffectResult>([{ kind: 'unknown' }, { kind: 'retry', atMs: NOW }])(
      'ends once, whatever is said later: %j',
      async (later) => {
        const effect = await take();
        await store().finishEffect(effect, { kind: 'sent' }, NOW);
        await store().finishEffect(effect, later, NOW);
        expect(await store().findEffectState(effect.key)).toBe('sent');
      },
    );

    it('that has lost its lease to nobody still counts', async () => {
      const late = await take();
      await store().finishEffect(late, { kind: 'sent' }, leaseEnd() + 1);
      expect(await claim(store(), leaseEnd() + 1)).toEqual([]);
      expect(await store().findEffectState(late.key)).toBe('sent');
    });
  });

  describe.each(['redraw', 'mark'] as const)('a %s', (repeated) => {
    beforeEach(() => emptyStore(store()));
    const aRepeat = (...of: Parameters<typeof aRedraw>): NewEffect => ({ ...aRedraw(...of), kind: repeated });

    it('that was sent is queued again by the next version, as if new', async () => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      await claimOne(store());
      await store().finishEffect(await claimOne(store(), leaseEnd()), { kind: 'sent' }, NOW);
      await store().addEffects([aRepeat(head, 2)], NOW + 1);
      expect(await claim(store(), NOW)).toEqual([]);
      expect(await claimOne(store(), NOW + 1)).toEqual({ ...aRepeat(head, 2), attempt: 1, interrupted: false });
    });

    it.each(['refused', 'unknown'] as const)('that ended as %s is queued again too', async (kind) => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      await store().finishEffect(await claimOne(store()), { kind }, NOW);
      await store().addEffects([aRepeat(head)], NOW);
      expect(await claimOne(store())).toMatchObject({ attempt: 1 });
    });

    it('that waits is sent once, for the newest version', async () => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head, 2)], NOW);
      await store().addEffects([aRepeat(head, 3)], NOW + 1);
      await store().addEffects([aRepeat(head, 1)], NOW + 1);
      const effect = await claimOne(store());
      expect(effect.version).toBe(3);
      await store().finishEffect(effect, { kind: 'sent' }, NOW);
      expect(await store().nextDueMs()).toBeUndefined();
    });

    it('that the platform told to wait goes on waiting', async () => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      await store().finishEffect(await claimOne(store()), { kind: 'retry', atMs: NOW + 1_000 }, NOW);
      await store().addEffects([aRepeat(head, 2)], NOW + 1);
      expect(await store().nextDueMs()).toBe(NOW + 1_000);
      expect(await claimOne(store(), NOW + 1_000)).toMatchObject({ version: 2, attempt: 2 });
    });

    it.each([
      ['sent', 1],
      ['sent', 2],
      ['refused', 2],
      ['unknown', 2],
    ] as const)('that ends as %s is sent once more when version %i came meanwhile', async (kind, version) => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      const effect = await claimOne(store());
      await store().addEffects([aRepeat(head, version)], NOW + 1);
      // Not to a second sender at once: the older picture could arrive last.
      expect(await claim(store(), NOW + 1)).toEqual([]);
      await store().finishEffect(effect, { kind }, NOW + 2);
      const again = await claimOne(store(), NOW + 2);
      expect(again).toEqual({ ...aRepeat(head, version), attempt: 1, interrupted: false });
      await store().finishEffect(again, { kind: 'sent' }, NOW + 3);
      expect(await store().findEffectState(effect.key)).toBe('sent');
    });

    it('is sent for what came before it was taken up again', async () => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      await claimOne(store());
      await store().addEffects([aRepeat(head, 2)], NOW + 1);
      const second = await claimOne(store(), leaseEnd());
      expect(second).toMatchObject({ version: 2, attempt: 2, interrupted: true });
      await store().finishEffect(second, { kind: 'sent' }, leaseEnd());
      expect(await store().nextDueMs()).toBeUndefined();
    });

    it('is not ended by a late try for an older version', async () => {
      const head = await openCase(store());
      await store().addEffects([aRepeat(head)], NOW);
      const late = await claimOne(store());
      await store().finishEffect(await claimOne(store(), leaseEnd()), { kind: 'sent' }, leaseEnd());
      await store().addEffects([aRepeat(head, 2)], leaseEnd());
      const current = await claimOne(store(), leaseEnd());
      await store().finishEffect(late, { kind: 'sent' }, leaseEnd());
      expect(await store().findEffectState(late.key)).toBe('sending');
      await store().finishEffect(current, { kind: 'retry', atMs: leaseEnd() }, leaseEnd());
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ version: 2, attempt: 2 });
    });

    it('keeps its place in the line while newer versions come', async () => {
      const head = await openCase(store());
      const [first, second] = ['1700000000.000001', '1700000000.000002'];
      await store().addEffects([aRepeat(head, 1, first), aRepeat(head, 1, second)], NOW);
      const effect = await claimOne(store());
      expect(effect.message).toBe(first);
      await store().addEffects([aRepeat(head, 2, first)], NOW);
      expect(await claim(store())).toEqual([]);
      await store().finishEffect(effect, { kind: 'sent' }, NOW);
      expect((await claimOne(store())).message).toBe(second);
    });
  });
}
