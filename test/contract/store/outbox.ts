/** What the contract asks of the outbox: who gets what to send. */

import type { Store } from '../../../src/store/ports';
import {
  aMove,
  anEffect,
  append,
  aRedraw,
  claim,
  claimOne,
  DAY_MS,
  emptyStore,
  leaseEnd,
  NOW,
  openCase,
} from './values';

export function describeOutbox(store: () => Store): void {
  describe('the outbox', () => {
    beforeEach(() => emptyStore(store()));

    it('gives an effect as it was put in, once', async () => {
      const head = await openCase(store());
      const effect = aRedraw(head);
      await append(store(), head, aMove(1), { effects: [effect] });
      expect(await claim(store(), NOW + 1)).toEqual([{ ...effect, attempt: 1, interrupted: false }]);
      expect(await claim(store(), NOW + 1)).toEqual([]);
      expect(await store().findEffectState(effect.key)).toBe('sending');
    });

    it('gives nothing that is not due', async () => {
      const head = await openCase(store());
      await store().addEffects([anEffect(head)], NOW);
      expect(await claim(store(), NOW - 1)).toEqual([]);
      expect(await claim(store(), NOW)).toHaveLength(1);
    });

    it('stores the same intent once, also after it was sent', async () => {
      const effect = anEffect(await openCase(store()));
      await store().addEffects([effect, effect], NOW);
      await store().addEffects([{ ...effect, version: 2, place: 'elsewhere' }], NOW);
      const given = await claimOne(store());
      expect(given).toMatchObject(effect);
      await store().finishEffect(given, { kind: 'sent' }, NOW);
      await store().addEffects([effect], NOW);
      expect(await claim(store(), NOW)).toEqual([]);
      expect(await store().findEffectState(effect.key)).toBe('sent');
    });

    it('gives the oldest first, and no more than asked for', async () => {
      const heads = await Promise.all(Array.from({ length: 5 }, () => openCase(store())));
      for (const [index, head] of heads.entries()) await store().addEffects([anEffect(head)], NOW - index);
      const ids = heads.map(({ id }) => id).reverse();
      expect((await claim(store(), NOW, 2)).map(({ caseId }) => caseId)).toEqual(ids.slice(0, 2));
      expect((await claim(store(), NOW, 100)).map(({ caseId }) => caseId)).toEqual(ids.slice(2));
    });

    it('gives every effect to one of many simultaneous takers', async () => {
      const heads = await Promise.all(Array.from({ length: 40 }, () => openCase(store())));
      await store().addEffects(
        heads.map((head) => anEffect(head)),
        NOW,
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

    it('gives one effect of a kind at a time for each case, in the order of its versions', async () => {
      const head = await openCase(store());
      const [first, second] = [anEffect(head, { kind: 'notice' }), anEffect(head, { kind: 'notice', version: 2 })];
      await store().addEffects([second], NOW - 1);
      await store().addEffects([first, anEffect(head)], NOW);
      const given = await claim(store());
      expect(given.map(({ kind, version }) => [kind, version]).sort()).toEqual([
        ['notice', 1],
        ['triage', 1],
      ]);
      expect(await claim(store())).toEqual([]);
      const notice = given.find(({ key }) => key === first.key);
      if (notice === undefined) throw new Error('the first notice was not given');
      await store().finishEffect(notice, { kind: 'retry', atMs: NOW + 5 }, NOW);
      expect(await claim(store())).toEqual([]);
      await store().finishEffect(await claimOne(store(), NOW + 5), { kind: 'sent' }, NOW + 5);
      expect(await claimOne(store(), NOW + 5)).toMatchObject(second);
    });

    it('keeps nothing waiting that belongs to no case', async () => {
      const digest = anEffect(await openCase(store()), { kind: 'digest', caseId: '' });
      await store().addEffects(
        [
          { ...digest, key: 'digest 1' },
          { ...digest, key: 'digest 2' },
        ],
        NOW,
      );
      expect(await claim(store())).toHaveLength(2);
    });

    it('gives an effect again, marked, when its lease has run out', async () => {
      const head = await openCase(store());
      await store().addEffects([anEffect(head)], NOW);
      await claimOne(store());
      expect(await claim(store(), leaseEnd() - 1)).toEqual([]);
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ attempt: 2, interrupted: true });
    });

    it('goes on marking it, for what was begun once may have been sent', async () => {
      const head = await openCase(store());
      await store().addEffects([anEffect(head)], NOW);
      await claimOne(store());
      const second = await claimOne(store(), leaseEnd());
      await store().finishEffect(second, { kind: 'retry', atMs: NOW + DAY_MS }, leaseEnd());
      expect(await claimOne(store(), NOW + DAY_MS)).toMatchObject({ attempt: 3, interrupted: true });
    });

    it('says when to come back', async () => {
      expect(await store().nextDueMs()).toBeUndefined();
      const head = await openCase(store());
      await store().addEffects([anEffect(head, { version: 2 })], NOW + 7);
      expect(await store().nextDueMs()).toBe(NOW + 7);
      // What waits for another one is not due before that.
      await store().addEffects([anEffect(head)], NOW + 9);
      expect(await store().nextDueMs()).toBe(NOW + 9);
      const effect = await claimOne(store(), NOW + 9);
      expect(await store().nextDueMs()).toBe(leaseEnd(NOW + 9));
      await store().finishEffect(effect, { kind: 'retry', atMs: NOW + DAY_MS }, NOW + 9);
      expect(await store().nextDueMs()).toBe(NOW + DAY_MS);
    });
  });
}
