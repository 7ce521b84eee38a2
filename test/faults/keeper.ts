/** Keeps the bot running: whenever its process dies, another one takes over, and what was not acknowledged comes again. */

import type { FakePlatform } from './fake-platform';
import { Death, type Life, type Nursery } from './life';
import type { Database, Delivery, Opened, PlatformKind, Stored } from './protocol';

/** Longer than the outbox holds what it has taken: the next process may have it at once. */
const STEP_MS = 31_000;

/** How a process is to end: at a point of its own, or at a request while the platform has not answered yet. */
export interface Fate {
  readonly point?: number;
  readonly request?: number;
}

/** A death, and what the next process found. */
export interface Loss extends Opened {
  readonly point: string;
  readonly during: string;
  /** The platform had to deliver again. */
  readonly isRedelivered: boolean;
}

export interface Keeper {
  readonly losses: readonly Loss[];
  /** Delivers until it is acknowledged. */
  deliver(delivery: Delivery, name: string): Promise<void>;
  /** Waits until the outbox is empty. */
  settle(name: string): Promise<void>;
  look(tenant: string): Promise<Stored>;
  /** Lets go of the database; the process is there for the next story. */
  close(): Promise<void>;
}

export function createKeeper(options: {
  readonly nursery: Nursery;
  readonly platform: FakePlatform;
  readonly kind: PlatformKind;
  readonly database: Database;
  /** One a process; those after the last live on. */
  readonly fates: readonly Fate[];
  /** So far the clock is ahead already. */
  readonly clock: { aheadMs: number };
}): Keeper {
  const { nursery, platform, kind, database, fates, clock } = options;
  const losses: Loss[] = [];
  const deaths: { point: string; during: string; isRedelivered: boolean }[] = [];
  let current: Promise<Life> | undefined;
  let lives = 0;

  async function reopen(): Promise<Life> {
    await platform.drained();
    return open();
  }

  async function open(): Promise<Life> {
    const life = nursery.take();
    const { point = 0, request = 0 } = fates[lives] ?? {};
    lives += 1;
    platform.interceptAt(request, life.kill);
    const opening = { database, platform: kind, address: platform.address, aheadMs: clock.aheadMs, killAt: point };
    // The cast: the process answers this so.
    const opened = (await life.ask({ kind: 'open', opening })) as Opened;
    for (const death of deaths.splice(0)) losses.push({ ...death, ...opened });
    return life;
  }

  /** Does something with the bot, again and again until it survives it. */
  async function insist<T>(during: string, isDelivery: boolean, work: (life: Life) => Promise<T>): Promise<T> {
    for (;;) {
      current ??= open();
      const attempt = current;
      try {
        return await work(await attempt);
      } catch (error) {
        if (!(error instanceof Death)) throw error;
        const point = error.message === '' ? 'before a request is answered' : error.message;
        // Of several that wait for the same process, the first buries it.
        if (current === attempt) {
          clock.aheadMs += STEP_MS;
          deaths.push({ point, during, isRedelivered: isDelivery });
          current = reopen();
        }
      }
    }
  }

  return {
    losses,
    deliver: (delivery, name) =>
      insist(name, true, async (life) => void (await life.ask({ kind: 'deliver', delivery }))),
    settle: (name) => insist(`after: ${name}`, false, async (life) => void (await life.ask({ kind: 'settle' }))),
    // The cast: the process answers this so.
    look: (tenant) => insist('the end', false, async (life) => (await life.ask({ kind: 'look', tenant })) as Stored),
    async close() {
      const life = await current;
      if (life === undefined) return;
      await life.ask({ kind: 'close' });
      nursery.giveBack(life);
    },
  };
}
