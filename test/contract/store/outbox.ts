/** What the contract asks of the outbox: who gets what to send. */

import type { Store } from '../../../src/store/ports';
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
  taken,
} from './values';

export function describeOutbox(store: () => Store): void {
  describe('the outbox', () => {
    beforeEach(() => emptyStore(store()));

    it('gives an effect as it was put in, once', async () => {
      const head = await openCase(store());
      const effect = aRedraw(head);
      await append(store(), head, aMove(1), { effects: [effect] });
      expect(await claim(store(), NOW + 1)).toEqual([taken(effect)]);
      expect(await claim(store(), NOW + 1)).toEqual([]);
      expect(await store().findEffectState(effect.key)).toBe('sending');
    });

    it('gives nothing that is not due', async () => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      expect(await claim(store(), NOW - 1)).toEqual([]);
      expect(await claim(store(), NOW)).toHaveLength(1);
    });

    it('stores the same intent once, also after it was sent', async () => {
      const effect = anEffect(await openCase(store()));
      await add(store(), [effect, effect]);
      await add(store(), [{ ...effect, version: 2, place: 'elsewhere' }]);
      const given = await claimOne(store());
      expect(given).toMatchObject(effect);
      await finish(store(), given, { kind: 'sent' });
      await add(store(), [effect]);
      expect(await claim(store(), NOW)).toEqual([]);
      expect(await store().findEffectState(effect.key)).toBe('sent');
    });

    it('gives the oldest first, and no more than asked for', async () => {
      const heads = await Promise.all(Array.from({ length: 5 }, () => openCase(store())));
      for (const [index, head] of heads.entries()) await add(store(), [anEffect(head)], NOW - index);
      const ids = heads.map(({ id }) => id).reverse();
      expect((await claim(store(), NOW, 2)).map(({ caseId }) => caseId)).toEqual(ids.slice(0, 2));
      expect((await claim(store(), NOW, 100)).map(({ caseId }) => caseId)).toEqual(ids.slice(2));
    });

    it('gives what is due first, of that what came first, then the older version, then by key', async () => {
      const none = { ...anEffect(await openCase(store())), caseId: '' };
      await add(store(), [{ ...none, key: 'tried' }], NOW - 5);
      await finish(store(), await claimOne(store(), NOW - 5), { kind: 'retry', inMs: 5 }, NOW - 5);
      await add(store(), [{ ...none, key: 'z' }], NOW - 1);
      for (const [key, version] of [
        ['a', 2],
        ['d', 1],
        ['c', 1],
      ] as const)
        await add(store(), [{ ...none, key, version }]);
      expect((await claim(store())).map(({ key }) => key)).toEqual(['z', 'tried', 'c', 'd', 'a']);
    });

    it('gives every effect to one of many simultaneous takers', async () => {
      const heads = await Promise.all(Array.from({ length: 40 }, () => openCase(store())));
      await add(
        store(),
        heads.map((head) => anEffect(head)),
      );
      const taken: string[] = [];
      while (taken.length < heads.length) {
        const claims = await Promise.all(Array.from({ length: 20 }, () => claim(store(), NOW, 3)));
        const given = claims.flat();
        if (given.length === 0) break;
        taken.push(...given.map(({ key }) => key));
      }
      expect(taken.sort()).toEqual(heads.map((head) => anEffect(head).key).sort());
    });

    it('gives one effect of a kind at a time for each case, in the order in which they came', async () => {
      const head = await openCase(store());
      const [first, second] = [anEffect(head, { kind: 'notice' }), anEffect(head, { kind: 'notice', version: 2 })];
      await add(store(), [first, anEffect(head)], NOW - 1);
      await add(store(), [second], NOW - 1);
      const given = await claim(store());
      expect(given.map(({ kind, version }) => [kind, version]).sort()).toEqual([
        ['notice', 1],
        ['triage', 1],
      ]);
      expect(await claim(store())).toEqual([]);
      const notice = given.find(({ key }) => key === first.key);
      if (notice === undefined) throw new Error('the first notice was not given');
      await finish(store(), notice, { kind: 'retry', inMs: 5 });
      expect(await claim(store())).toEqual([]);
      await finish(store(), await claimOne(store(), NOW + 5), { kind: 'sent' }, NOW + 5);
      expect(await claimOne(store(), NOW + 5)).toMatchObject(second);
    });

    it('keeps nothing waiting that belongs to no case', async () => {
      const digest = anEffect(await openCase(store()), { kind: 'digest', caseId: '' });
      await add(store(), [
        { ...digest, key: 'digest 1' },
        { ...digest, key: 'digest 2' },
      ]);
      expect(await claim(store())).toHaveLength(2);
    });

    it('gives an effect again, marked, when its lease has run out', async () => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      await store().beginEffect(await claimOne(store()));
      expect(await claim(store(), leaseEnd() - 1)).toEqual([]);
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ attempt: 2, interrupted: true });
    });

    it('gives it again without a mark when nothing had begun to leave', async () => {
      await add(store(), [anEffect(await openCase(store()))]);
      await claimOne(store());
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ attempt: 2, interrupted: false });
    });

    it('lets nothing leave for whoever has lost it', async () => {
      await add(store(), [anEffect(await openCase(store()))]);
      const lost = await claimOne(store());
      const held = await claimOne(store(), leaseEnd());
      expect([await store().beginEffect(lost), await store().beginEffect(held)]).toEqual([false, true]);
      await finish(store(), held, { kind: 'sent' });
      expect(await store().beginEffect(held)).toBe(false);
    });

    it('goes on marking it, for what was begun once may have been sent', async () => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      await store().beginEffect(await claimOne(store()));
      const second = await claimOne(store(), leaseEnd());
      await finish(store(), second, { kind: 'retry', inMs: DAY_MS }, leaseEnd());
      expect(await claimOne(store(), leaseEnd() + DAY_MS)).toMatchObject({ attempt: 3, interrupted: true });
    });

    it('says when to come back', async () => {
      expect(await nextDueMs(store())).toBeUndefined();
      const head = await openCase(store());
      await add(store(), [anEffect(head)], NOW + 7);
      expect(await store().nextDueInMs()).toBe(0);
      const effect = await claimOne(store(), NOW + 9);
      expect(await nextDueMs(store())).toBe(leaseEnd(NOW + 9));
      // What waits for another one is not due before that.
      await add(store(), [anEffect(head, { version: 2 })], NOW + 9);
      expect(await nextDueMs(store())).toBe(leaseEnd(NOW + 9));
      await finish(store(), effect, { kind: 'retry', inMs: DAY_MS }, NOW + 9);
      expect(await nextDueMs(store())).toBe(NOW + 9 + DAY_MS);
      await claim(store(), NOW + 2 * DAY_MS);
      expect(await store().nextDueInMs()).toBeGreaterThan(0);
    });
  });
}
