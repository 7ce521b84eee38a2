/** What every implementation of the store must hold to: one suite, run on each database. */

import type { Store } from '../../src/store/ports';
import { describeBeginAtOnce } from './store/begin-at-once';
import { describeCaseCards } from './store/case-cards';
import { describeCases } from './store/cases';
import { describeCooldowns } from './store/cooldowns';
import { describeDeliveries } from './store/deliveries';
import { describeHealth } from './store/health';
import { describeInstallations } from './store/installations';
import { describeOutbox } from './store/outbox';
import { describeOutboxDesk } from './store/outbox-desk';
import { describeOutboxResults } from './store/outbox-results';
import { describeOutboxShares } from './store/outbox-shares';
import { describeOutcomes } from './store/outcomes';
import { describePaces } from './store/paces';
import { describePurge } from './store/purge';
import { describeRetention } from './store/retention';
import { describeSettings } from './store/settings';
import { describeTenants } from './store/tenants';
import {
  aMove,
  anEffect,
  anOutcome,
  append,
  emptyStore,
  languageOf,
  NOW,
  nextDueMs,
  ofPerson,
  openCase,
  TRIAGE_CARD,
} from './store/values';

/** `open` opens the same store again each time: what was written before must still be there. */
export function describeStoreContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store contract`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    describeDeliveries(() => store);
    describeCooldowns(() => store);
    describeSettings(() => store);
    describeInstallations(() => store);
    describeCases(() => store);
    describeCaseCards(() => store);
    describeOutbox(() => store);
    describeOutboxResults(() => store);
    describeOutboxShares(() => store);
    describeBeginAtOnce(() => store);
    describeOutboxDesk(() => store);
    describePaces(() => store);
    describeHealth(() => store);
    describeOutcomes(() => store);
    describeRetention(() => store);
    describePurge(() => store);
    describeTenants(() => store);

    it('still has everything after it was closed and opened again', async () => {
      await emptyStore(store);
      await store.claimDelivery('delivery-kept', NOW);
      await store.changeSettings(ofPerson('person-kept'), { language: 'zh-CN' }, NOW);
      const head = await openCase(store);
      const effects = [anEffect(head)];
      await append(store, head, aMove(1, { details: 'Kept.' }), { effects, outcomes: [anOutcome()] });
      await store.addCard('T1', head.id, TRIAGE_CARD);
      await store.close();
      store = await open();
      expect(await store.claimDelivery('delivery-kept', NOW)).toBe(false);
      expect(await languageOf(store, 'person-kept')).toBe('zh-CN');
      expect(await store.findCase('T1', head.id)).toEqual({
        head,
        moves: [aMove(1, { details: 'Kept.' })],
        cards: [TRIAGE_CARD],
      });
      expect(await nextDueMs(store)).toBe(NOW);
      expect(await store.sumOutcomes(NOW)).toMatchObject([{ kind: 'solved', count: 1 }]);
    });
  });
}
