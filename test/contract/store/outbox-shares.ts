/** What the contract asks of the outbox: that everybody gets a share, and what is given back untried. */

import type { Effect, EffectClaim, NewEffect, Store } from '../../../src/store/ports';
import {
  add,
  anEffect,
  aRedraw,
  claim,
  claimOne,
  clock,
  emptyStore,
  finish,
  leaseEnd,
  NOW,
  nextDueMs,
  openCase,
  taken,
} from './values';

/** More than any look at the oldest takes in. */
const FLOOD = 250;

export function describeOutboxShares(store: () => Store): void {
  /** Effects of one organization, none of which waits for another one. */
  function effectsOf(tenant: string, count: number, rest: Partial<NewEffect> = {}): NewEffect[] {
    return Array.from({ length: count }, (_, index) => ({
      ...{ key: `${tenant} ${index}`, kind: 'notice', platform: 'slack', tenant, caseId: '', version: 0, place: 'C1' },
      ...rest,
    }));
  }

  function share(rest: Partial<EffectClaim> = {}): Promise<readonly Effect[]> {
    return store().claimEffects({ leaseMs: 30_000, limit: 16, perTenant: 4, except: [], ...rest });
  }

  const tenantsOf = (effects: readonly Effect[]) => effects.map(({ tenant }) => tenant);

  describe('shares in the outbox', () => {
    beforeEach(() => emptyStore(store()));

    it.each([[['T-flood']], [['T-flood 1', 'T-flood 2']]])(
      'keep nobody waiting behind who has much to send: %j',
      async (floods) => {
        for (const flood of floods) await add(store(), effectsOf(flood, FLOOD), NOW - 2);
        await add(store(), effectsOf('T-late', 1), NOW - 1);
        await add(store(), effectsOf('T-later', 5), NOW);
        const first = floods.flatMap((flood) => Array(4).fill(flood));
        expect(tenantsOf(await share())).toEqual([...first, 'T-late', ...Array(4).fill('T-later')]);
      },
    );

    it('are within what was asked for, and leave out nobody else, where it looked beyond who has much to send', async () => {
      const [first, last] = effectsOf('T-small', 2);
      if (first === undefined || last === undefined) throw new Error('two effects');
      await add(store(), [first], NOW - 3);
      await add(store(), effectsOf('T-flood', FLOOD), NOW - 2);
      await add(store(), [last], NOW - 1);
      await add(store(), effectsOf('T-later', 5), NOW);
      const given = await share({ limit: 7 });
      expect(tenantsOf(given)).toEqual(['T-small', ...Array(4).fill('T-flood'), 'T-small', 'T-later']);
    });

    it('are of the oldest, and within what was asked for', async () => {
      await add(store(), effectsOf('T-a', 9), NOW - 1);
      await add(store(), effectsOf('T-b', 9), NOW);
      expect(tenantsOf(await share({ limit: 6, perTenant: 5 }))).toEqual([...Array(5).fill('T-a'), 'T-b']);
      expect(tenantsOf(await share({ limit: 3 }))).toEqual(['T-a', 'T-a', 'T-a']);
    });

    it('tell organizations of one name on two platforms apart', async () => {
      await add(store(), effectsOf('T-a', 2));
      await add(
        store(),
        [...effectsOf('T-a', 2, { platform: 'teams' })].map((each) => ({ ...each, key: `t ${each.key}` })),
      );
      expect(await share({ perTenant: 1 })).toHaveLength(2);
      expect(await share({ except: [{ platform: 'slack', tenant: 'T-a' }] })).toMatchObject([{ platform: 'teams' }]);
    });

    it('are not given to those who are to get nothing now', async () => {
      await add(store(), [...effectsOf('T-a', 2), ...effectsOf('T-b', 2), ...effectsOf('T-c', 1)]);
      const except = ['T-a', 'T-b'].map((tenant) => ({ platform: 'slack', tenant }));
      expect(tenantsOf(await share({ except }))).toEqual(['T-c']);
      expect(await share()).toHaveLength(4);
    });
  });

  describe('a lane', () => {
    beforeEach(() => emptyStore(store()));

    it('lets effects of different cases and kinds go one after the other, as they came', async () => {
      const [one, other] = [await openCase(store()), await openCase(store())];
      const first = anEffect(one, { kind: 'notice', version: 7, lane: 'a thread' });
      const second = anEffect(other, { kind: 'triage', lane: 'a thread', note: '{"words":"gone"}' });
      await add(store(), [first], NOW - 1);
      await add(store(), [second], NOW);
      expect(await claim(store())).toEqual([taken(first)]);
      expect(await claim(store())).toEqual([]);
      await finish(store(), taken(first), { kind: 'sent' });
      expect(await claim(store())).toEqual([taken(second)]);
    });

    it('keeps nobody outside of it waiting', async () => {
      const effects = effectsOf('T1', 3, { lane: 'a thread' });
      await add(store(), [...effects, ...effectsOf('T2', 1)]);
      expect(tenantsOf(await claim(store()))).toEqual(['T1', 'T2']);
    });
  });

  describe('an effect whose turn comes later', () => {
    beforeEach(() => emptyStore(store()));

    it('comes again then, with its turn, as if it had not been tried', async () => {
      const head = await openCase(store());
      await add(store(), [anEffect(head)]);
      await finish(store(), await claimOne(store()), { kind: 'later', inMs: 500 });
      expect(await store().findEffectState(anEffect(head).key)).toBe('queued');
      expect(await nextDueMs(store())).toBe(NOW + 500);
      expect(await claimOne(store(), NOW + 500)).toEqual(taken(anEffect(head), { lease: 2, hasTurn: true }));
    });

    it('has used its turn when it was tried, or may have been', async () => {
      await add(store(), [anEffect(await openCase(store())), anEffect(await openCase(store()))]);
      for (const effect of await claim(store())) await finish(store(), effect, { kind: 'later', inMs: 0 });
      const [tried, begun] = await claim(store());
      if (tried === undefined || begun === undefined) throw new Error('two effects are due');
      await finish(store(), tried, { kind: 'retry', inMs: 0 });
      await store().beginEffect(begun);
      const again = await claim(store(), leaseEnd());
      expect(again.map(({ hasTurn, interrupted }) => [hasTurn, interrupted]).sort()).toEqual([
        [false, false],
        [false, true],
      ]);
    });

    it('is not put back a second time by whoever did it before, when another one has it', async () => {
      const effect = anEffect(await openCase(store()));
      await add(store(), [effect]);
      const first = await claimOne(store());
      await finish(store(), first, { kind: 'later', inMs: 0 });
      const second = await claimOne(store());
      expect(second.attempt).toBe(first.attempt);
      await finish(store(), first, { kind: 'later', inMs: 0 });
      expect(await store().findEffectState(effect.key)).toBe('sending');
    });
  });

  describe('what is given back', () => {
    beforeEach(() => emptyStore(store()));

    it('is due at once, in its old place, as if it had not been tried', async () => {
      const effects = effectsOf('T1', 3);
      for (const [index, effect] of effects.entries()) await add(store(), [effect], NOW - 3 + index);
      const [first, ...rest] = await claim(store());
      if (first === undefined) throw new Error('three effects are due');
      await store().releaseEffects(rest);
      expect(await store().nextDueInMs()).toBe(0);
      expect(await claim(store(), clock())).toEqual(rest.map((each) => ({ ...each, lease: 2 })));
    });

    it('is still marked when an earlier try was interrupted', async () => {
      await add(store(), [anEffect(await openCase(store()))]);
      await store().beginEffect(await claimOne(store()));
      await store().releaseEffects([await claimOne(store(), leaseEnd())]);
      expect(await claimOne(store(), leaseEnd())).toMatchObject({ attempt: 2, interrupted: true });
    });

    it('changes nothing when another one has it by now', async () => {
      await add(store(), [anEffect(await openCase(store()))]);
      const late = await claimOne(store());
      const current = await claimOne(store(), leaseEnd());
      await store().releaseEffects([late]);
      expect(await store().findEffectState(current.key)).toBe('sending');
    });

    it('is sent once for what came meanwhile', async () => {
      const head = await openCase(store());
      await add(store(), [aRedraw(head)]);
      const effect = await claimOne(store());
      await add(store(), [aRedraw(head, 2)]);
      await store().releaseEffects([effect]);
      await finish(store(), await claimOne(store()), { kind: 'sent' });
      expect(await store().nextDueInMs()).toBeUndefined();
    });
  });
}
