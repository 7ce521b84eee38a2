/** Empties the outbox: takes what is due, has it tried, and sleeps until the next is due. */

import { errorFields } from '../ops/error-fields';
import type { Logger } from '../ops/logger';
import type { Effect, Outbox } from '../store/ports';
import { createFailedTry, fieldsOf, type TryEnd } from './failed-try';
import type { Messenger } from './messenger';
import type { Composer, TicketSystem } from './outgoing';
import { createPauses, type SetTimer, setRealTimer } from './pauses';
import { createRecordEnd } from './record';
import { isRepeatable } from './retry';
import { createSend } from './send';

/** So long an effect is ours. */
const LEASE_MS = 30_000;
/** Adapters give up a call after ten seconds; what has not begun so long before the lease ends does not begin. */
const LONGEST_SEND_MS = 15_000;
/** Other replicas write effects too, and their leases run out. */
const POLL_MS = 5_000;
/** What is due, but not given, waits for something else that is under way. */
const SHORTEST_REST_MS = 250;
const CONCURRENCY = 16;

export interface OutboxWorker {
  /** Begins to take what is due. */
  start(): void;
  /** To be called after effects were written. Returns at once; many calls are as good as one. */
  kick(): void;
  /** Resolves when nothing is under way and nothing is due; at once unless started. */
  idle(): Promise<void>;
  /** Takes nothing more, and waits for what is under way. */
  close(): Promise<void>;
}

export interface OutboxWorkerParts {
  readonly store: Pick<Outbox, 'claimEffects' | 'finishEffect' | 'nextDueInMs'>;
  readonly composer: Composer;
  /** None for a platform that is not configured. */
  readonly messengers: (platform: string) => Messenger | undefined;
  readonly tickets?: TicketSystem;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  /** How many sends go on at the same time: a slow platform does not hold the others. */
  readonly concurrency?: number;
  readonly setTimer?: SetTimer;
  /** At least 0, less than 1. */
  readonly random?: () => number;
}

/** An effect that this process has under way, by its newest claim: while a try goes on, its lease may run out. */
interface Job {
  effect: Effect;
  beginByMs: number;
}

export function createOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { store, composer, now, logger, concurrency = CONCURRENCY } = parts;
  const { setTimer = setRealTimer, random = Math.random } = parts;
  const failedTry = createFailedTry({ random, logger });
  const send = createSend({ ...parts, failedTry });
  const rest = createPauses(setTimer);
  const patience = createPauses(setTimer);
  const recordEnd = createRecordEnd({ store, composer, now, logger, pauses: patience });

  const jobs = new Map<string, Job>();
  const underWay = new Set<Promise<void>>();
  const waitingForIdle = new Set<() => void>();
  let loop: Promise<void> | undefined;
  let isClosed = false;
  let isKicked = false;

  function kick(): void {
    isKicked = true;
    rest.endAll();
  }

  async function run(): Promise<void> {
    while (!isClosed) {
      isKicked = false;
      const restMs = await takeDue();
      if (isKicked) continue;
      const resting = rest.pause(restMs);
      if (jobs.size === 0) tellIdle();
      await resting;
    }
  }

  /** Takes what is due, as far as there is room, and gives the time until there may be more. Never rejects. */
  async function takeDue(): Promise<number> {
    const room = concurrency - jobs.size;
    // A try that ends kicks.
    if (room <= 0) return POLL_MS;
    try {
      const claimedAtMs = now();
      const effects = await store.claimEffects({ leaseMs: LEASE_MS, limit: room, perTenant: room, except: [] });
      for (const effect of effects) take(effect, claimedAtMs + LEASE_MS - LONGEST_SEND_MS);
      const dueInMs = await store.nextDueInMs();
      return dueInMs === undefined ? POLL_MS : Math.min(Math.max(dueInMs, SHORTEST_REST_MS), POLL_MS);
    } catch (error) {
      logger.error(errorFields(error), 'The outbox cannot be read. Check the database; it is tried again.');
      return POLL_MS;
    }
  }

  function take(effect: Effect, beginByMs: number): void {
    const known = jobs.get(effect.key);
    if (known !== undefined) {
      Object.assign(known, { effect, beginByMs });
      return;
    }
    const job: Job = { effect, beginByMs };
    jobs.set(effect.key, job);
    const work = workOn(job);
    underWay.add(work);
    void work.then(() => underWay.delete(work));
  }

  /** Tries the effect and records the end. Never rejects. */
  async function workOn(job: Job): Promise<void> {
    let end: TryEnd | undefined;
    let knownAtMs = 0;
    let effect: Effect;
    do {
      effect = job.effect;
      // Claimed again while its end was to be recorded, a post is not sent again: the end is known here.
      if (end === undefined || end.kind === 'left' || isRepeatable(effect.kind)) {
        end = await sendSafely(job);
        knownAtMs = now();
      }
      if (end.kind !== 'left') await recordEnd(effect, end, knownAtMs, () => isClosed || job.effect !== effect);
    } while (job.effect !== effect);
    // In the same breath as the last look at the job: a claim in between would be lost.
    jobs.delete(effect.key);
    kick();
  }

  async function sendSafely({ effect, beginByMs }: Job): Promise<TryEnd> {
    try {
      return await send(effect, beginByMs);
    } catch (error) {
      logger.error(fieldsOf(effect, error), 'Sending has failed in an unforeseen way. It comes again later.');
      return { kind: 'left' };
    }
  }

  function tellIdle(): void {
    for (const tell of waitingForIdle) tell();
    waitingForIdle.clear();
  }

  return {
    start() {
      if (!isClosed) loop ??= run();
    },

    kick,

    async idle() {
      const isIdle = loop === undefined || isClosed || (jobs.size === 0 && rest.isPausing());
      if (!isIdle) await new Promise<void>((resolve) => waitingForIdle.add(resolve));
    },

    async close() {
      isClosed = true;
      kick();
      await loop;
      patience.endAll();
      await Promise.all(underWay);
      tellIdle();
    },
  };
}
