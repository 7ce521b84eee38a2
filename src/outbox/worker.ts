/** Empties the outbox: takes what is due, has it tried, and sleeps until the next is due. */

import { errorFields } from '../ops/error-fields';
import type { Logger } from '../ops/logger';
import { type Metrics, NO_METRICS } from '../ops/metrics';
import type { Effect, Outbox, Paces } from '../store/ports';
import type { MayBegin } from './begin';
import { createFailedTry } from './failed-try';
import { createJobs, type Job } from './jobs';
import type { Messenger } from './messenger';
import type { Composer, TicketSystem } from './outgoing';
import { createPauses, type SetTimer, setRealTimer } from './pauses';
import { createRecordEnd } from './record';
import { createKeepRoom, type KeepRoom } from './room';
import { createSend } from './send';
import { createTurnTaker, NO_TURNS } from './turns';
import { createWorkOn } from './work-on';

/** So long an effect is ours. */
const LEASE_MS = 30_000;
/** Adapters give up a call after ten seconds; what has not begun so long before the lease ends does not begin. */
const LONGEST_SEND_MS = 15_000;
/** Other replicas write effects too, and their leases run out. */
const POLL_MS = 5_000;
/** What is due, but not given, waits for something else that is under way. */
const SHORTEST_REST_MS = 250;
/** Somebody waits for the process to end: what takes longer than a call is left to its lease. */
const LONGEST_CLOSE_MS = 10_000;
const CONCURRENCY = 256;
/** Sixty-four organizations whose platforms do not answer must come together to hold the others. */
const PER_TENANT = 4;

export interface OutboxWorker {
  /** Begins to take what is due. */
  start(): void;
  /** To be called after effects were written. Returns at once; many calls are as good as one. */
  kick(): void;
  /** For effects that are about to be queued: they may begin as they are stored. */
  readonly keepRoom: KeepRoom;
  /** Resolves when nothing is under way and nothing is due; at once unless started. */
  idle(): Promise<void>;
  /** Takes nothing more, gives back what has not begun, and waits for what is under way, but not for ever. */
  close(): Promise<void>;
}

export interface OutboxWorkerParts {
  readonly store: Pick<
    Outbox,
    'claimEffects' | 'beginEffect' | 'finishEffect' | 'releaseEffects' | 'nextDueInMs' | 'listUnfinished'
  >;
  readonly composer: Composer;
  /** None for a platform that is not configured. */
  readonly messengers: (platform: string) => Messenger | undefined;
  readonly tickets?: TicketSystem;
  /** Keeps to the pace of the platforms; without it everything goes at once. */
  readonly paces?: Pick<Paces, 'takeTurns'>;
  /** Milliseconds of a clock that only goes forward, whatever becomes of the time of day. */
  readonly now?: () => number;
  readonly logger: Logger;
  readonly metrics?: Pick<Metrics, 'count'>;
  /** How many sends go on at the same time: a slow platform does not hold the others. */
  readonly concurrency?: number;
  /** How many of them for one organization. */
  readonly perTenant?: number;
  readonly setTimer?: SetTimer;
  /** At least 0, less than 1. */
  readonly random?: () => number;
}

export function createOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { store, composer, logger, paces, metrics = NO_METRICS } = parts;
  const { now = () => performance.now(), setTimer = setRealTimer, random = Math.random } = parts;
  const failedTry = createFailedTry({ random, logger, metrics });
  const { takeTurn, pacesNow } = paces === undefined ? NO_TURNS : createTurnTaker(paces, now);
  const send = createSend({ ...parts, takeTurn, failedTry });
  const rest = createPauses(setTimer);
  const patience = createPauses(setTimer);
  const closing = createPauses(setTimer);
  const recordEnd = createRecordEnd({ store, composer, now, logger, pauses: patience });

  const jobs = createJobs(parts.concurrency ?? CONCURRENCY, parts.perTenant ?? PER_TENANT);
  const workOn = createWorkOn({ send, recordEnd, now, logger, metrics, isClosed: () => isClosed });
  const underWay = new Set<Promise<void>>();
  const waitingForIdle = new Set<() => void>();
  let loop: Promise<void> | undefined;
  let isClosed = false;
  let isKicked = false;
  /** Nothing waits but what is under way here, or comes due later; as far as this process knows. */
  let isAllTaken = false;

  const keepRoom = createKeepRoom({
    ...{ jobs, work, leaseMs: LEASE_MS },
    isOpen: () => loop !== undefined && !isClosed,
    pacesNow({ platform }, call) {
      const messenger = parts.messengers(platform);
      return messenger && pacesNow(call, messenger);
    },
    limit: () => mayBeginFor(now()),
  });

  function kick(): void {
    isKicked = true;
    isAllTaken = false;
    rest.endAll();
  }

  async function run(): Promise<void> {
    while (!isClosed) {
      isKicked = false;
      const restMs = await takeDue();
      if (isKicked) continue;
      const resting = rest.pause(restMs);
      if (jobs.count() === 0) tellIdle();
      await resting;
    }
  }

  /** Takes what is due, as far as there is room, and gives the time until there may be more. Never rejects. */
  async function takeDue(): Promise<number> {
    const claim = jobs.nextClaim();
    // A try that ends kicks.
    if (claim === undefined) return POLL_MS;
    try {
      // By our own clock, and from before the lease began: however far the store's is from it, no send outlives its lease.
      const claimedAtMs = now();
      const effects = await store.claimEffects({ ...claim, leaseMs: LEASE_MS });
      if (isClosed) {
        await store.releaseEffects(effects);
        return POLL_MS;
      }
      for (const effect of effects) take(effect, mayBeginFor(claimedAtMs));
      // It looks again at once.
      if (isKicked) return 0;
      // A try that ends kicks where anybody waits; what is due after all of them is asked for when the last one has ended.
      if (effects.length > 0) return SHORTEST_REST_MS;
      if (jobs.count() > 0) {
        isAllTaken = (await isNobodyElseThere()) && !isKicked;
        return isAllTaken ? POLL_MS : SHORTEST_REST_MS;
      }
      const dueInMs = await store.nextDueInMs();
      isAllTaken = dueInMs === undefined && !isKicked;
      return dueInMs === undefined ? POLL_MS : Math.min(Math.max(dueInMs, SHORTEST_REST_MS), POLL_MS);
    } catch (error) {
      logger.error(errorFields(error), 'The outbox cannot be read. Check the database; it is tried again.');
      return POLL_MS;
    }
  }

  /** Whether nothing is unfinished but what is under way here. */
  async function isNobodyElseThere(): Promise<boolean> {
    const most = jobs.count();
    const keys = await store.listUnfinished(most + 1);
    return keys.length <= most && keys.every((key) => jobs.find(key) !== undefined);
  }

  function mayBeginFor(takenAtMs: number): MayBegin {
    const beginByMs = takenAtMs + LEASE_MS - LONGEST_SEND_MS;
    return () => (isClosed ? 'closing' : now() > beginByMs ? 'too-late' : 'yes');
  }

  function take(effect: Effect, mayBegin: MayBegin): void {
    isAllTaken = false;
    const known = jobs.find(effect.key);
    if (known !== undefined) {
      Object.assign(known, { effect, mayBegin });
      return;
    }
    const job = { effect, mayBegin };
    jobs.add(job);
    work(job);
  }

  function work(job: Job, after?: Promise<void>): void {
    const begin = () => workOn(job, done);
    const way = after === undefined ? begin() : after.then(begin);
    underWay.add(way);
    void way.then(() => underWay.delete(way));

    function done(isMoreDue: boolean): void {
      jobs.remove(job);
      // Where nobody waits for its end, there is nothing to look for.
      if (isMoreDue || !isAllTaken) kick();
      else if (jobs.count() === 0 && rest.isPausing()) tellIdle();
    }
  }

  function tellIdle(): void {
    for (const tell of waitingForIdle) tell();
    waitingForIdle.clear();
  }

  async function finishWork(): Promise<void> {
    await loop;
    patience.endAll();
    await Promise.all(underWay);
  }

  return {
    start() {
      if (!isClosed) loop ??= run();
    },

    kick,
    keepRoom,

    async idle() {
      const isIdle = loop === undefined || isClosed || (jobs.count() === 0 && rest.isPausing());
      if (!isIdle) await new Promise<void>((resolve) => waitingForIdle.add(resolve));
    },

    async close() {
      isClosed = true;
      kick();
      await Promise.race([finishWork(), closing.pause(LONGEST_CLOSE_MS)]);
      closing.endAll();
      tellIdle();
    },
  };
}
