/** The store in memory, which most tests run on, keeps what the contract asks of the outbox; in a moment, as nothing is written. */

import type { Store } from '../../../src/store/ports';
import { describeDeliveries } from '../../contract/store/deliveries';
import { describeOutbox } from '../../contract/store/outbox';
import { describeOutboxDesk } from '../../contract/store/outbox-desk';
import { describeOutboxResults } from '../../contract/store/outbox-results';
import { describeOutboxShares } from '../../contract/store/outbox-shares';
import { describePaces } from '../../contract/store/paces';
import { clock } from '../../contract/store/values';
import { openMemoryStore } from '../../per-worker/memory-store';

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore({ clock });
});
afterAll(() => store.close());

describeDeliveries(() => store);
describeOutbox(() => store);
describeOutboxResults(() => store);
describeOutboxShares(() => store);
describeOutboxDesk(() => store);
describePaces(() => store);
