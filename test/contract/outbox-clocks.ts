/** Replicas whose clocks are minutes apart send everything once: leases go by the store's clock, deadlines by nobody's. */

import type { Messenger } from '../../src/outbox/messenger';
import type { SetTimer } from '../../src/outbox/pauses';
import { createOutboxWorker, type OutboxWorker } from '../../src/outbox/worker';
import type { Store } from '../../src/store/ports';
import { QUIET_MESSENGER } from '../fixtures/a-messenger';
import { FOUND_EN } from '../fixtures/replies';
import { settle } from '../unit/outbox/clock';

const MINUTE_MS = 60_000;
const LEASE_MS = 30_000;
const APART_MS = [-10, -3, 0, 3, 10].map((minutes) => minutes * MINUTE_MS);
const POSTS = 60;
/** So many the slow replica has under way, and so many the dead one had. */
const EACH = 8;

/** Five replicas make their tables one after the other. */
const PATIENCE_MS = 60_000;

const QUIET = { info() {}, warn() {}, error() {} };
/** The test says itself when to look again. */
const NEVER: SetTimer = () => () => undefined;

/** `open` opens one database so often, each time by this clock of the store. */
export function describeOutboxClocks(name: string, open: (count: number, clock: () => number) => Promise<Store[]>) {
  it(
    `${name}: replicas whose clocks are up to 20 minutes apart lose nothing and double nothing`,
    async () => {
      let storeNowMs = Date.UTC(2026, 10, 22);
      const stores = await open(APART_MS.length, () => storeNowMs);
      const posted: string[] = [];
      const stuck: (() => void)[] = [];

      /** The first replica's calls wait for the test; the second dies in the middle of its first ones. */
      function messengerOf(replica: number): Messenger {
        const post: Messenger['post'] = async (place, _reply, { key, leave }) => {
          await leave();
          if (replica === 0) await new Promise<void>((resolve) => stuck.push(resolve));
          if (replica === 1) await new Promise<never>(() => undefined);
          posted.push(key);
          return { conversation: 'c', place, message: key };
        };
        const findPosted: Messenger['findPosted'] = async (place, key) =>
          posted.includes(key) ? { conversation: 'c', place, message: key } : 'absent';
        return { ...QUIET_MESSENGER, post, findPosted };
      }

      const workers = stores.map((store, replica): OutboxWorker => {
        const apartMs = APART_MS[replica] ?? 0;
        return createOutboxWorker({
          store,
          composer: {
            compose: async ({ place }) => ({ kind: 'post', place, reply: FOUND_EN }),
            redrawsAfter: async () => [],
          },
          messengers: () => messengerOf(replica),
          now: () => 20 * MINUTE_MS + apartMs,
          concurrency: EACH,
          setTimer: NEVER,
          logger: QUIET,
        });
      });
      const [first] = stores;
      if (first === undefined) throw new Error('no store');
      const keys = Array.from({ length: POSTS }, (_, index) => `post ${index}`);
      await first.addEffects(
        keys.map((key, index) => ({
          ...{ key, kind: 'notice', platform: 'slack', tenant: `T${index % 7}`, caseId: key, version: 1, place: 'p' },
        })),
      );

      const [slow, dead, ...well] = workers;
      slow?.start();
      dead?.start();
      while ((await first.outboxStats()).count.sending < 2 * EACH) {
        slow?.kick();
        dead?.kick();
        await settle();
      }
      const finish = async () => {
        for (const worker of well) {
          worker.start();
          worker.kick();
          await worker.idle();
        }
      };
      await finish();
      expect(POSTS - posted.length).toBe(2 * EACH);

      // What is under way elsewhere is left alone for as long as its lease lasts, whatever anybody's own clock says.
      storeNowMs += LEASE_MS - 1;
      await finish();
      expect(POSTS - posted.length).toBe(2 * EACH);
      for (const arrive of stuck) arrive();
      await slow?.close();
      storeNowMs += 1;
      for (let rounds = 0; rounds < 5; rounds += 1) await finish();

      expect([...posted].sort()).toEqual([...keys].sort());
      const states = await Promise.all(keys.map((key) => first.findEffectState(key)));
      expect(states.every((state) => state === 'sent')).toBe(true);
      for (const worker of well) await worker.close();
      for (const store of new Set(stores)) await store.close();
    },
    PATIENCE_MS,
  );
}
