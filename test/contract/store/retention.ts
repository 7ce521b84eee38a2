/** What the contract asks of pruning: exactly what is past its time goes. */

import type { CaseHead } from '../../../src/cases/case';
import type { Store } from '../../../src/store/ports';
import {
  add,
  aMove,
  anEffect,
  anOutcome,
  append,
  aRedraw,
  claim,
  DAY_MS,
  emptyStore,
  finish,
  languageOf,
  NOW,
  ofPerson,
  openCase,
  TRIAGE_CARD,
} from './values';

export function describeRetention(store: () => Store): void {
  describe('pruning', () => {
    beforeEach(() => emptyStore(store()));

    it('forgets deliveries after a week', async () => {
      await store().claimDelivery('old', NOW - 1);
      await store().claimDelivery('new', NOW);
      expect(await store().prune(NOW + 7 * DAY_MS)).toBe(1);
      expect(await store().claimDelivery('old', NOW)).toBe(true);
      expect(await store().claimDelivery('new', NOW)).toBe(false);
    });

    it('forgets what a person has set after 400 days, and nothing that a channel or an organization has', async () => {
      const scope = { platform: 'slack', tenant: 'T-kept', subject: 'C1' } as const;
      await store().changeSettings({ ...scope, level: 'channel' }, { mode: 'off' }, NOW - 1);
      await store().changeSettings({ ...scope, level: 'tenant' }, { mode: 'off' }, NOW - 1);
      await store().changeSettings(ofPerson('old'), { language: 'en' }, NOW - 1);
      await store().changeSettings(ofPerson('new'), { language: 'en' }, NOW - 1);
      await store().changeSettings(ofPerson('new'), { privacy: 'private' }, NOW);
      expect(await store().prune(NOW + 400 * DAY_MS)).toBe(1);
      expect(await languageOf(store(), 'old')).toBeUndefined();
      expect(await languageOf(store(), 'new')).toBe('en');
      expect(await store().listSettings('slack', 'T-kept')).toHaveLength(2);
    });

    it('forgets cooldowns and states at their end, and no installation', async () => {
      await store().claimCooldown(['old'], NOW - 2, 1);
      await store().claimCooldown(['new'], NOW - 1, 1);
      await store().saveState('old', 'cookie', NOW - 1);
      await store().saveState('new', 'cookie', NOW);
      await store().saveInstallation({ platform: 'slack', tenant: 'T-kept', isOrganization: false, sealed: 's' }, NOW);
      expect(await store().prune(NOW)).toBe(2);
      expect(await store().takeState('old', 'cookie', NOW - 2)).toBe(false);
      expect(await store().takeState('new', 'cookie', NOW - 2)).toBe(true);
      expect(await store().findInstallation('slack', 'T-kept')).toBeDefined();
    });

    it('forgets a pace a day after its next turn was free', async () => {
      const pace = { key: 'pace', everyMs: 1_000, burst: 1 };
      await store().takeTurn(pace);
      expect(await store().prune(NOW + 1_000 + DAY_MS)).toBe(0);
      expect(await store().takeTurn(pace)).toBe(false);
      expect(await store().prune(NOW + 1_001 + DAY_MS)).toBe(1);
      expect(await store().takeTurn(pace)).toBe(true);
    });

    it('forgets outcomes after 400 days', async () => {
      await store().countOutcomes([
        anOutcome({ atMs: NOW - 9 * DAY_MS }),
        anOutcome({ atMs: NOW - 1 }),
        anOutcome({ atMs: NOW - 1, tenant: 'T2' }),
        anOutcome({ atMs: NOW }),
      ]);
      expect(await store().prune(NOW + 400 * DAY_MS)).toBe(3);
      expect(await store().sumOutcomes(0)).toMatchObject([{ count: 1 }]);
    });

    /** A case with two moves, a card and an effect. */
    async function fillCase(openedAtMs: number, movedAtMs: number): Promise<CaseHead> {
      const head = await openCase(store(), { openedAtMs });
      await append(store(), head, aMove(1, { atMs: openedAtMs }), { effects: [aRedraw(head)] });
      await append(store(), head, aMove(2, { atMs: movedAtMs, details: 'Still red.' }));
      await store().addCard('T1', head.id, TRIAGE_CARD);
      return head;
    }

    it('forgets a case 30 days after its last move, with all that belongs to it', async () => {
      const old = await fillCase(NOW - 2, NOW - 1);
      const moved = await fillCase(NOW - 2, NOW);
      expect(await store().prune(NOW + 30 * DAY_MS)).toBe(5);
      expect(await store().findCase('T1', old.id)).toBeUndefined();
      expect(await store().findCaseOfPost(`post of ${old.id}`)).toBeUndefined();
      expect(await store().findEffectState(aRedraw(old).key)).toBeUndefined();
      expect(await append(store(), old, aMove(3))).toBe(false);
      expect(await store().findCase('T1', moved.id)).toMatchObject({ moves: [{}, {}], cards: [TRIAGE_CARD] });
      expect(await store().findEffectState(aRedraw(moved).key)).toBe('queued');
    });

    it('forgets an effect a week after its end, and none that is still to be sent', async () => {
      const heads = await Promise.all([openCase(store()), openCase(store()), openCase(store())]);
      const [old, recent, waiting] = heads.map((head) => anEffect(head));
      if (old === undefined || recent === undefined || waiting === undefined)
        throw new Error('three cases, three effects');
      await add(store(), [old, recent, waiting]);
      for (const effect of await claim(store())) {
        if (effect.key === waiting.key) await finish(store(), effect, { kind: 'retry', inMs: 0 });
        else await finish(store(), effect, { kind: 'sent' }, effect.key === old.key ? NOW - 1 : NOW);
      }
      expect(await store().prune(NOW + 7 * DAY_MS)).toBe(1);
      expect(await store().findEffectState(old.key)).toBeUndefined();
      expect(await store().findEffectState(recent.key)).toBe('sent');
      expect(await store().findEffectState(waiting.key)).toBe('queued');
    });

    it('keeps a redraw that ended long ago and was queued again', async () => {
      const head = await openCase(store());
      await add(store(), [aRedraw(head)]);
      for (const effect of await claim(store())) await finish(store(), effect, { kind: 'sent' });
      await add(store(), [aRedraw(head, 2)], NOW + 8 * DAY_MS);
      expect(await store().prune(NOW + 8 * DAY_MS)).toBe(0);
      expect(await store().findEffectState(aRedraw(head).key)).toBe('queued');
    });

    it('gets through a backlog of many portions', async () => {
      const keys = Array.from({ length: 600 }, (_, index) => `backlog ${index}`);
      await Promise.all(keys.map((key) => store().claimDelivery(key, NOW)));
      await Promise.all(Array.from({ length: 110 }, () => openCase(store())));
      expect(await store().prune(NOW + 31 * DAY_MS)).toBe(710);
    }, 30_000);
  });
}
