/** Many people press the same button at the same moment, on several instances of the bot that share a store. */

import { type Bot, createBot, createFresh, type Press, type PressAnswer } from '../../src/bot';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Messenger } from '../../src/outbox/messenger';
import type { Reply } from '../../src/reply/reply';
import { createResolver } from '../../src/resolver/resolve';
import type { Store } from '../../src/store/ports';
import { LISTENING } from '../fixtures/manners';

/** A longer case than people make; each press reads it from the start. */
const ROUNDS_A_CASE = 100;
const THREAD = { platform: 'slack', tenant: 'T1', conversation: 'C1', place: 'C1' } as const;
const DESK = { ...THREAD, conversation: 'desk', place: 'desk' } as const;
const ASKER = 'the asker';

export interface Race {
  /** What was not as it must be: a round without one single winner, a case with another version than its rounds. */
  readonly faults: readonly string[];
  readonly ms: number;
}

/** `pressers` people press “next” or “previous” in each round. `stores`: one for each instance of the bot. */
export async function raceSteps(stores: readonly Store[], pressers: number, rounds: number): Promise<Race> {
  const bots = createBots(stores);
  return race(stores, rounds, async (name, laps) => {
    let shown = await answerPost(bots, stores, name);
    for (let lap = 0; lap < laps; lap += 1) {
      const payload = payloadOf(shown, lap % 2 === 0 ? 'next' : 'previous');
      const people = Array.from({ length: pressers }, (_, index) => `U${index}`);
      shown = cardOfWinner(await pressAll(bots, people, { ...THREAD, payload }));
    }
    return { id: caseOf(shown), moves: laps };
  });
}

/** Two people of the help desk claim the same request in each round; then it is closed and opened again. */
export async function raceClaims(stores: readonly Store[], rounds: number): Promise<Race> {
  const bots = createBots(stores, DESK.place);
  return race(stores, rounds, async (name, laps) => {
    const id = caseOf(await answerPost(bots, stores, name));
    const token = { v: 1, move: 'get-help', locale: 'en', codes: ['0xC004F074'], case: id, version: 0 };
    await botAt(bots, 0).onSubmit({ ...THREAD, person: ASKER, token, values: {} });
    await stores[0]?.addCard(THREAD.tenant, id, { role: 'triage', ...DESK, message: `triage of ${name}` });
    let claim: unknown = { ...token, move: 'claim', version: 1 };
    for (let lap = 0; lap < laps; lap += 1) {
      let shown = cardOfWinner(await pressAll(bots, ['A1', 'A2'], { ...DESK, payload: claim }));
      for (const button of ['close', 'reopen']) {
        shown = cardOfWinner(await pressAll(bots, ['A1'], { ...DESK, payload: payloadOf(shown, button) }));
      }
      claim = payloadOf(shown, 'claim');
    }
    return { id, moves: 1 + 3 * laps };
  });
}

type Lead = (name: string, laps: number) => Promise<{ readonly id: string; readonly moves: number }>;

let races = 0;

async function race([store]: readonly Store[], rounds: number, leadCase: Lead): Promise<Race> {
  races += 1;
  const faults: string[] = [];
  const startMs = performance.now();
  for (let done = 0; done < rounds; done += ROUNDS_A_CASE) {
    const laps = Math.min(ROUNDS_A_CASE, rounds - done);
    try {
      const { id, moves } = await leadCase(`post ${done} of race ${races}`, laps);
      const stored = await store?.findCase(THREAD.tenant, id);
      const versions = stored?.moves.map(({ version }) => version).join();
      const expected = Array.from({ length: moves }, (_, index) => index + 1).join();
      if (versions !== expected) faults.push(`the versions are ${versions}`);
    } catch (error) {
      faults.push(`after round ${done}: ${error}`);
    }
  }
  return { faults, ms: performance.now() - startMs };
}

async function pressAll(
  bots: readonly Bot[],
  people: readonly string[],
  press: Omit<Press, 'person'>,
): Promise<readonly PressAnswer[]> {
  return Promise.all(people.map((person, index) => botAt(bots, index).onPress({ ...press, person })));
}

/** Whoever was too late is told so, and nobody else is told anything. */
function cardOfWinner(answers: readonly PressAnswer[]): Reply {
  const [winner, ...others] = answers.filter(({ aside }) => aside === undefined);
  if (winner?.card === undefined) throw new Error('nobody has won');
  if (others.length > 0) throw new Error(`${others.length + 1} have won`);
  return winner.card;
}

async function answerPost(bots: readonly Bot[], [store]: readonly Store[], message: string): Promise<Reply> {
  const bot = botAt(bots, 0);
  const inbound = { ...THREAD, door: 'message', message, person: ASKER, text: 'It says 0xC004F074.' } as const;
  const answer = await bot.onMessage(inbound);
  if (answer === undefined) throw new Error('no answer');
  const { conversation, place, tenant } = THREAD;
  const card = { role: 'answer', conversation, place, message: `answer to ${message}` } as const;
  await store?.addCard(tenant, caseOf(answer.reply), card);
  return answer.reply;
}

function createBots(stores: readonly Store[], triage?: string): readonly Bot[] {
  const knowledge = loadKnowledge();
  const resolver = createResolver(knowledge);
  // Nobody sends anything here: what the outbox holds stays there.
  const messenger: Pick<Messenger, 'triagePlace' | 'isAgent' | 'linkTo'> = {
    triagePlace: () => triage,
    isAgent: async () => true,
    linkTo: async () => undefined,
  };
  const parts = {
    knowledge,
    resolver,
    defaultLocale: 'en' as const,
    defaults: () => LISTENING,
    now: Date.now,
    hasTickets: true,
    onEffects() {},
    keepRoom: () => ({ fill() {} }),
  };
  // The cast: the bot asks its messenger nothing else.
  return stores.map((store) =>
    createBot({ ...parts, store, fresh: createFresh(), messenger: () => messenger as Messenger }),
  );
}

function botAt(bots: readonly Bot[], index: number): Bot {
  const bot = bots[index % bots.length];
  if (bot === undefined) throw new Error('no bot');
  return bot;
}

function payloadOf(reply: Reply, id: string): unknown {
  const button = reply.actions.find((action) => action.id === id);
  if (button?.kind !== 'follow-up') throw new Error(`no button ${id} on “${reply.title}”`);
  return button.followUp;
}

function caseOf({ actions }: Reply): string {
  return actions.map((action) => (action.kind === 'follow-up' ? action.followUp.case : undefined)).find(Boolean) ?? '';
}
