/** A long life: many cases opened and walked, while old ones are forgotten. The heap must not grow with them. */

import { statSync } from 'node:fs';
import { createBot, createComposer, createFresh } from '../../src/bot';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Messenger } from '../../src/outbox/messenger';
import type { Planned } from '../../src/outbox/room';
import { createOutboxWorker } from '../../src/outbox/worker';
import type { FollowUp } from '../../src/reply/follow-up';
import type { Reply } from '../../src/reply/reply';
import { createResolver } from '../../src/resolver/resolve';
import { createSqlStore } from '../../src/store/sql-store';
import { openSqlite } from '../../src/store/sqlite';
import { QUIET_MESSENGER } from '../fixtures/a-messenger';
import { LISTENING } from '../fixtures/manners';

const MINUTE_MS = 60_000;
/** The clock between two cases; 100,000 of them are ten weeks, and what is a month old is forgotten. */
const PACE_MS = MINUTE_MS;
/** So many people are at it at the same time. */
const AT_ONCE = 20;
/** The server prunes every six hours. */
const PRUNE_EVERY = 360;
const HAND_OFF_EVERY = 100;
const PEOPLE = 1_000;
const START_MS = Date.UTC(2026, 0, 1);

export interface Sample {
  readonly cases: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  readonly fileBytes: number;
}

/** Lives through so many cases on a SQLite file and gives a sample after every `every`, garbage collected before. */
export async function* liveThrough(count: number, every: number, file: string): AsyncGenerator<Sample> {
  const collectGarbage = globalThis.gc;
  if (collectGarbage === undefined) throw new Error('Start node with --expose-gc.');
  let nowMs = START_MS;
  const now = () => nowMs;
  const knowledge = loadKnowledge();
  const codes = [...knowledge.codes];
  const store = await createSqlStore(openSqlite(file), { clock: now });
  const messenger = createQuietMessenger();
  const tickets = { async deliver() {} };
  const parts = {
    ...{
      knowledge,
      resolver: createResolver(knowledge),
      store,
      defaultLocale: 'en' as const,
      defaults: () => LISTENING,
      now,
    },
    ...{ fresh: createFresh(), messenger: () => messenger, hasTickets: true, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
  };
  const bot = createBot(parts);
  const logger = { error: fail, warn: fail, info() {} };
  const outbox = createOutboxWorker({
    ...{ store, composer: createComposer(parts), messengers: () => messenger, tickets, now, logger },
  });
  outbox.start();

  async function walkCase(index: number): Promise<void> {
    const thread = {
      platform: 'slack',
      tenant: 'T1',
      conversation: 'C1',
      place: 'C1',
      person: `U${index % PEOPLE}`,
    } as const;
    const text = `${index % 2 === 0 ? 'It says' : '提示'} ${codes[index % codes.length]}`;
    const inbound = { ...thread, door: 'message', message: `post ${index}`, text } as const;
    const answer = await bot.onMessage(inbound);
    if (answer === undefined) throw new Error('no answer');
    let shown = answer.reply;
    for (let move = 0; move < 2; move += 1) {
      const payload = followUpOf(shown, 'next') ?? followUpOf(shown, 'language');
      const { card } = await bot.onPress({ ...thread, payload });
      if (card === undefined) throw new Error('no card');
      shown = card;
    }
    if (index % HAND_OFF_EVERY === 0) {
      const { form } = await bot.onPress({ ...thread, payload: followUpOf(shown, 'get-help') });
      await bot.onSubmit({ ...thread, token: form?.token, values: { details: 'On twelve computers.' } });
    }
  }

  for (let done = AT_ONCE; done <= count; done += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => walkCase(done - index)));
    await outbox.idle();
    nowMs += AT_ONCE * PACE_MS;
    if (done % PRUNE_EVERY === 0) await store.prune(nowMs);
    if (done % every !== 0) continue;
    collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    yield { cases: done, heapBytes: heapUsed, rssBytes: rss, fileBytes: statSync(file).size };
  }
  await outbox.close();
  await store.close();
}

/** What the heap grows by from the first to the last sample, on the straight line that fits them best. */
export function growthOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const middle = mean(({ cases }) => cases);
  const height = mean(({ heapBytes }) => heapBytes);
  const slope =
    mean(({ cases, heapBytes }) => (cases - middle) * (heapBytes - height)) /
    mean(({ cases }) => (cases - middle) ** 2);
  return slope * ((samples.at(-1)?.cases ?? 0) - (samples[0]?.cases ?? 0));
}

function createQuietMessenger(): Messenger {
  let posts = 0;
  const post = (place: string) => {
    posts += 1;
    return { conversation: place, place, message: `message ${posts}` };
  };
  return {
    ...QUIET_MESSENGER,
    post: async (place) => post(place),
    postPrivately: async (_near, person) => post(person),
    triagePlace: () => 'desk',
  };
}

function followUpOf(reply: Reply, id: string): FollowUp | undefined {
  const button = reply.actions.find((action) => action.id === id);
  return button?.kind === 'follow-up' ? button.followUp : undefined;
}

function fail(fields: object, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`);
}
