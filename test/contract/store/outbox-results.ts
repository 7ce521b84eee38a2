/** What the contract asks of the outbox: what becomes of a try. */

import type { Effect, EffectResult, NewEffect, Store } from '../../../src/store/ports';
import {
  add,
  aMove,
  anEffect,
  append,
  aRedraw,
  claim,
  claimOne,
  DAY_MS,
  emptyStore,
  finish,
  leaseEnd,
  NOW,
  nextDueMs,
  openCase,
  TRIAGE_CARD,
  taken,
} from './values';

export function describeOutboxResults(store: () => Store): void {
  describe('a try to send', () => {
    beforeEach(() => emptyStore(store()));

    /** An effect of a fresh case, taken. */
    async function take(): Promise<Effect> {
      await add(store(), [anEffect(await openCase(store()))]);
      return claimOne(store());
    }

    it.each(['sent', 'refused', 'unknown'] as const)('is over for good when it ends as %s', async (kind) => {
      const effect = await take();
      expect(await finish(store(), effect, { kind })).toBe('recorded');
      expect(await store().findEffectState(effect.key)).toBe(kind);
      expect(await claim(store(), NOW + DAY_MS)).toEqual([]);
      expect(await nextDueMs(store())).toBeUndefined();
    });

    it.each([1_000, 999.2])('comes again no sooner than it asks for, in %d ms', async (inMs) => {
      const effect = await take();
      expect(await finish(store(), effect, { kind: 'retry', inMs })).toBe('recorded');
      expect(await store().findEffectState(effect.key)).toBe('queued');
      expect(await claim(store(), NOW + 999)).toEqual([]);
      expect(await claimOne(store(), NOW + 1_000)).toEqual({ ...effect, attempt: 2, lease: 2 });
    });

    it('adds the card that it has posted, and the redraws that follow', async () => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      const redraw = [aRedraw(head)];
      await finish(store(), await claimOne(store()), { kind: 'sent', card: TRIAGE_CARD, redraw });
      expect((await store().findCase('T1', head.id))?.cards).toEqual([TRIAGE_CARD]);
      expect(await claimOne(store())).toMatchObject(aRedraw(head));
    });

    it.each(['refused', 'unknown'] as const)('queues the redraws that follow when it ends as %s', async (kind) => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      await finish(store(), await claimOne(store()), { kind, redraw: [aRedraw(head)] });
      expect(await claimOne(store())).toMatchObject(aRedraw(head));
    });

    describe('whose card shows the case as of a version', () => {
      const sentAsOf = (asOf: number): EffectResult => ({ kind: 'sent', card: TRIAGE_CARD, asOf });

      it('is recorded while the case stands so', async () => {
        const effect = await take();
        expect(await store().finishEffect(effect, sentAsOf(0))).toBe('recorded');
        expect(await store().findEffectState(effect.key)).toBe('sent');
        expect((await store().findCase('T1', effect.caseId))?.cards).toEqual([TRIAGE_CARD]);
      });

      it('is not recorded where the case has moved on, or its post is gone', async () => {
        const head = await openCase(store());
        const post = await openCase(store());
        await store().forgetPost(`post of ${post.id}`);
        await add(store(), [anEffect(head), anEffect(post)]);
        expect(await append(store(), head, aMove(1))).toBe(true);
        for (const effect of await claim(store())) {
          expect(await store().finishEffect(effect, sentAsOf(0))).toBe('outdated');
          expect(await store().findEffectState(effect.key)).toBe('sending');
          expect((await store().findCase('T1', effect.caseId))?.cards).toEqual([]);
          expect(await store().finishEffect(effect, { kind: 'sent', card: TRIAGE_CARD })).toBe('recorded');
        }
      });

      it('is recorded, without the card, where there is no case any more', async () => {
        const head = await openCase(store());
        await store().prune(NOW + 31 * DAY_MS);
        await add(store(), [anEffect(head)]);
        expect(await store().finishEffect(await claimOne(store()), sentAsOf(0))).toBe('recorded');
      });
    });

    it('leaves no card behind when the case is gone', async () => {
      const head = await openCase(store());
      const effect = anEffect(head);
      await store().prune(NOW + 31 * DAY_MS);
      await add(store(), [effect]);
      await finish(store(), await claimOne(store()), { kind: 'sent', card: TRIAGE_CARD });
      expect(await store().findEffectState(effect.key)).toBe('sent');
      await store().openCase(head, 'the same id again', { effects: [], outcomes: [] });
      expect((await store().findCase('T1', head.id))?.cards).toEqual([]);
    });

    it.each<EffectResult>([
      { kind: 'sent', card: TRIAGE_CARD },
      { kind: 'sent', card: TRIAGE_CARD, asOf: 0 },
      { kind: 'retry', inMs: 0 },
      { kind: 'later', inMs: 0 },
      { kind: 'unknown' },
    ])('that has lost its lease changes nothing, and need not be recorded again: %j', async (result) => {
      const late = await take();
      const current = await claimOne(store(), leaseEnd());
      expect(await finish(store(), late, result, leaseEnd())).toBe('recorded');
      expect(await store().findEffectState(late.key)).toBe('sending');
      expect((await store().findCase('T1', late.caseId))?.cards).toEqual([]);
      await finish(store(), current, { kind: 'refused' }, leaseEnd());
      expect(await finish(store(), late, result, leaseEnd())).toBe('recorded');
      expect(await store().findEffectState(late.key)).toBe('refused');
    });

    it.each<EffectResult>([{ kind: 'unknown' }, { kind: 'retry', inMs: 0 }])(
      'ends once, whatever is said later: %j',
      async (later) => {
        const effect = await take();
        await finish(store(), effect, { kind: 'sent' });
        await finish(store(), effect, later);
        expect(await store().findEffectState(effect.key)).toBe('sent');
      },
    );

    it('that was under way when all leases ended is taken at once, as interrupted if it had begun, and no longer held', async () => {
      const [begun, unbegun] = [await take(), await take()];
      expect(await store().beginEffect(begun)).toBe(true);
      expect(await claim(store(), NOW)).toEqual([]);
      await store().endLeases();
      const again = await claim(store(), NOW);
      expect(again.map(({ key, interrupted, lease }) => ({ key, interrupted, lease }))).toEqual(
        expect.arrayContaining([
          { key: begun.key, interrupted: true, lease: 2 },
          { key: unbegun.key, interrupted: false, lease: 2 },
        ]),
      );
      expect(await store().beginEffect(unbegun)).toBe(false);
    });

    it('that waits is no sooner due when all leases end', async () => {
      await finish(store(), await take(), { kind: 'retry', inMs: 1_000 });
      await store().endLeases();
      expect(await claim(store(), NOW)).toEqual([]);
    });

    it('that has lost its lease to nobody still counts', async () => {
      const late = await take();
      await finish(store(), late, { kind: 'sent' }, leaseEnd() + 1);
      expect(await claim(store(), leaseEnd() + 1)).toEqual([]);
      expect(await store().findEffectState(late.key)).toBe('sent');
    });
  });

  describe.each(['redraw', 'mark'] as const)('a %s', (repeated) => {
    beforeEach(() => emptyStore(store()));
    const aRepeat = (...of: Parameters<typeof aRedraw>): NewEffect => ({ ...aRedraw(...of), kind: repeated });

    it('that was sent is queued again by the next version, as if new', async () => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      await claimOne(store());
      await finish(store(), await claimOne(store(), leaseEnd()), { kind: 'sent' });
      await add(store(), [aRepeat(head, 2)], NOW + 1);
      expect(await claim(store(), NOW)).toEqual([]);
      expect(await claimOne(store(), NOW + 1)).toEqual(taken(aRepeat(head, 2), { lease: 3 }));
    });

    it.each(['refused', 'unknown'] as const)('that ended as %s is queued again too', async (kind) => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      await finish(store(), await claimOne(store()), { kind });
      await add(store(), [aRepeat(head)]);
      expect(await claimOne(store())).toMatchObject({ attempt: 1 });
    });

    it('that waits is sent once, for the newest version', async () => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head, 2)]);
      await add(store(), [aRepeat(head, 3)], NOW + 1);
      await add(store(), [aRepeat(head, 1)], NOW + 1);
      const effect = await claimOne(store());
      expect(effect.version).toBe(3);
      await finish(store(), effect, { kind: 'sent' });
      expect(await nextDueMs(store())).toBeUndefined();
    });

    it('that the platform told to wait goes on waiting', async () => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      await finish(store(), await claimOne(store()), { kind: 'retry', inMs: 1_000 });
      await add(store(), [aRepeat(head, 2)], NOW + 1);
      expect(await nextDueMs(store())).toBe(NOW + 1_000);
      expect(await claimOne(store(), NOW + 1_000)).toMatchObject({ version: 2, attempt: 2 });
    });

    it.each([
      ['sent', 1],
      ['sent', 2],
      ['refused', 2],
      ['unknown', 2],
    ] as const)('that ends as %s is sent once more when version %i came meanwhile', async (kind, version) => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      const effect = await claimOne(store());
      await add(store(), [aRepeat(head, version)], NOW + 1);
      // Not to a second sender at once: the older picture could arrive last.
      expect(await claim(store(), NOW + 1)).toEqual([]);
      await finish(store(), effect, { kind }, NOW + 2);
      const again = await claimOne(store(), NOW + 2);
      expect(again).toEqual(taken(aRepeat(head, version), { lease: 2 }));
      await finish(store(), again, { kind: 'sent' }, NOW + 3);
      expect(await store().findEffectState(effect.key)).toBe('sent');
    });

    it('that is sent once more still leads to the redraws that follow', async () => {
      const head = await openCase(store());
      const follows = aRedraw(head, 1, '1700000000.000009');
      await add(store(), [aRepeat(head)]);
      const effect = await claimOne(store());
      await add(store(), [aRepeat(head, 2)]);
      await finish(store(), effect, { kind: 'refused', redraw: [follows] });
      expect(await store().findEffectState(effect.key)).toBe('queued');
      expect(await store().findEffectState(follows.key)).toBe('queued');
    });

    it('is sent for what came before it was taken up again', async () => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      await store().beginEffect(await claimOne(store()));
      await add(store(), [aRepeat(head, 2)], NOW + 1);
      const second = await claimOne(store(), leaseEnd());
      expect(second).toMatchObject({ version: 2, attempt: 2, interrupted: true });
      await finish(store(), second, { kind: 'sent' }, leaseEnd());
      expect(await nextDueMs(store())).toBeUndefined();
    });

    it('is not ended by a late try for an older version', async () => {
      const head = await openCase(store());
      await add(store(), [aRepeat(head)]);
      const late = await claimOne(store());
      await finish(store(), await claimOne(store(), leaseEnd()), { kind: 'sent' }, leaseEnd());
      await add(store(), [aRepeat(head, 2)], leaseEnd());
      const current = await claimOne(store(), leaseEnd());
      await finish(store(), late, { kind: 'sent' }, leaseEnd());
      expect(await store().findEffectState(late.key)).toBe('sending');
      await finish(store(), current, { kind: 'retry', inMs: 0 }, leaseEnd());
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ version: 2, attempt: 2 });
    });

    it('keeps its place in the line while newer versions come', async () => {
      const head = await openCase(store());
      const [first, second] = ['1700000000.000001', '1700000000.000002'];
      await add(store(), [aRepeat(head, 1, first), aRepeat(head, 1, second)]);
      const effect = await claimOne(store());
      expect(effect.message).toBe(first);
      await add(store(), [aRepeat(head, 2, first)]);
      expect(await claim(store())).toEqual([]);
      await finish(store(), effect, { kind: 'sent' });
      expect((await claimOne(store())).message).toBe(second);
    });
  });
}
