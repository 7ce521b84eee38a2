/** The real bot on a real store, with a platform that only remembers what it was given. */

import {
  type Bot,
  type BotParts,
  createBot,
  createComposer,
  createFresh,
  type Inbound,
  type Press,
} from '../../../src/bot';
import { postKey } from '../../../src/bot/keys';
import { channelScope, organizationScope, personScope } from '../../../src/bot/manners';
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base';
import { loadKnowledge } from '../../../src/knowledge/load';
import { type Mark, type Messenger, type Role, SendFailure, type SendOutcome } from '../../../src/outbox/messenger';
import type { Planned } from '../../../src/outbox/room';
import { createOutboxWorker } from '../../../src/outbox/worker';
import type { FollowUp } from '../../../src/reply/follow-up';
import type { Reply } from '../../../src/reply/reply';
import { createResolver } from '../../../src/resolver/resolve';
import type { Settings, StoredLevel } from '../../../src/settings/settings';
import type { SettingsChange, SettingsScope, Store } from '../../../src/store/ports';
import { QUIET_MESSENGER } from '../../fixtures/a-messenger';
import { LISTENING } from '../../fixtures/manners';
import { openMemoryStore } from '../../per-worker/memory-store';

export const NOW = Date.UTC(2026, 10, 22);
export const knowledge = loadKnowledge();
export const resolver = createResolver(knowledge);
const AT = { platform: 'slack', tenant: 'T1' } as const;
const SCOPES: Readonly<Record<StoredLevel, SettingsScope>> = {
  tenant: organizationScope(AT),
  channel: channelScope(AT, 'C1'),
  person: personScope({ ...AT, person: 'U1' }),
};
const silent = { error() {}, warn() {}, info() {} };

/** One message as it now stands on the pretended platform. */
export interface Shown {
  readonly place: string;
  readonly message: string;
  reply: Reply;
}

export interface House {
  readonly bot: Bot;
  readonly store: Store;
  /** What the outbox has posted beside the answers to posts, as it now stands. */
  readonly shown: Shown[];
  /** The answers to posts; the one to the post `1` is the message `answer-to-1`. */
  readonly answers: Shown[];
  /** How often a message was redrawn by the outbox. */
  readonly redraws: string[];
  /** What it was redrawn to, in that order. */
  readonly drawn: Reply[];
  readonly events: { readonly type: string; readonly id: string; readonly body: object }[];
  /** The mark that each post bears now, where the platform has marks. */
  readonly marks: Map<string, Mark>;
  /** The messages that the outbox has taken away. */
  readonly removed: string[];
  /** The kinds of the effects that went wrong for good, as the log tells them. */
  readonly givenUp: string[];
  /** The next post fails so, or the next message to one person. */
  fail(outcome: SendOutcome, to?: 'all' | 'one'): void;
  /** Sets something for the organization, for the channel `C1`, or for `U1`. */
  set(level: StoredLevel, change: SettingsChange): Promise<void>;
  /** Lets time go by. */
  pass(ms: number): void;
  /** Another process on the same store. */
  anotherBot(): Bot;
  /** Waits until the outbox has nothing left. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(
  options: {
    readonly triage?: string;
    readonly agents?: readonly string[];
    readonly tickets?: boolean;
    /** Knowledge that changes while the house stands. */
    readonly live?: KnowledgeBase;
    /** The platform lets bots mark posts. */
    readonly marks?: boolean;
    /** What holds where nobody has set anything. */
    readonly defaults?: Settings;
    /** By person; everybody else is a member. */
    readonly roles?: Readonly<Record<string, Role>>;
    /** Posts that do not mention the bot reach it. */
    readonly listens?: boolean;
  } = {},
): Promise<House> {
  const { triage, agents = [], tickets = false, live, defaults = LISTENING, roles = {}, listens = true } = options;
  const store = await openMemoryStore({ clock: () => nowMs });
  const shown: Shown[] = [];
  const answers: Shown[] = [];
  const redraws: string[] = [];
  const drawn: Reply[] = [];
  const events: House['events'] = [];
  const marks: House['marks'] = new Map();
  const removed: string[] = [];
  const givenUp: string[] = [];
  let nowMs = NOW;
  const now = () => nowMs;

  function add(place: string, conversation: string, reply: Reply) {
    const message = `m${shown.length + 1}`;
    shown.push({ place, message, reply });
    return { conversation, place, message };
  }

  /** The post that an answer is for: the bot's own answer tells, which may still be on its way to whoever asked. */
  const posts = new Map<string, string>();
  async function postOf(key: string): Promise<string> {
    await new Promise(setImmediate);
    return posts.get(key.split(':')[1] ?? '') ?? key;
  }

  function watched(bot: Bot): Bot {
    const watch = async (inbound: Inbound, answering: ReturnType<Bot['onMessage']>) => {
      const answer = await answering;
      for (const id of answer === undefined ? [] : [caseOf(answer.reply), postKey(inbound)])
        posts.set(id, inbound.message);
      return answer;
    };
    return {
      ...bot,
      onMessage: (inbound) => watch(inbound, bot.onMessage(inbound)),
      onEdit: (inbound) => watch(inbound, bot.onEdit(inbound)),
    };
  }

  const failures: Partial<Record<'all' | 'one', SendOutcome>> = {};
  function failIfTold(to: 'all' | 'one'): void {
    const outcome = failures[to];
    delete failures[to];
    if (outcome !== undefined) throw new SendFailure(outcome, 'made_to_fail');
  }

  const messenger: Messenger = {
    ...QUIET_MESSENGER,
    async post(place, reply, { key, leave }) {
      await leave();
      failIfTold('all');
      if (!/^(?:answer|words):/.test(key)) return add(place, place, reply);
      const message = `answer-to-${await postOf(key)}`;
      answers.push({ place, message, reply });
      return { conversation: place, place, message };
    },
    async postPrivately(_near, person, reply, { leave }) {
      await leave();
      failIfTold('one');
      return add(`dm:${person}`, `dm:${person}`, reply);
    },
    async redraw(_place, message, reply) {
      if (removed.includes(message)) throw new SendFailure('refused', 'message_gone');
      redraws.push(message);
      drawn.push(reply);
      const known = [...shown, ...answers].find((each) => each.message === message);
      if (known !== undefined) known.reply = reply;
    },
    async remove(_place, message) {
      removed.push(message);
    },
    ...(options.marks
      ? {
          async mark(_place: string, message: string, mark: Mark | undefined) {
            if (mark === undefined) marks.delete(message);
            else marks.set(message, mark);
          },
        }
      : {}),
    findPosted: async () => 'cannot-tell',
    triagePlace: (_near, route) => route?.slack ?? triage,
    digest: () => (triage === undefined ? undefined : { place: triage, tenant: 'T1' }),
    isAgent: async (_near, person) => agents.includes(person),
    roleOf: async (_near, person) => roles[person] ?? 'member',
    canListen: () => listens,
    linkTo: async (_place, message) => `https://chat.example/${message}`,
  };
  const parts: BotParts = {
    ...(live === undefined ? { knowledge, resolver } : { knowledge: live, resolver: createResolver(live) }),
    ...{ store, defaultLocale: 'en', defaults: () => defaults, now },
    ...{ fresh: createFresh(), messenger: () => messenger, hasTickets: tickets, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
  };
  const outbox = createOutboxWorker({
    ...{ store, composer: createComposer(parts), messengers: () => messenger, now },
    logger: { ...silent, error: (fields) => void givenUp.push(String(fields.kind)) },
    ...(tickets ? { tickets: { deliver: async (event) => void events.push(event) } } : {}),
  });
  outbox.start();
  return {
    ...{ bot: watched(createBot(parts)), store, shown, answers, redraws, drawn, events, marks, removed, givenUp },
    fail(outcome, to = 'all') {
      failures[to] = outcome;
    },
    set: (level, change) => store.changeSettings(SCOPES[level], change, nowMs),
    pass(ms) {
      nowMs += ms;
    },
    anotherBot: () => createBot({ ...parts, fresh: createFresh() }),
    settled() {
      outbox.kick();
      return outbox.idle();
    },
    async close() {
      await outbox.close();
      await store.close();
    },
  };
}

export function post(text: string, rest: Partial<Inbound> = {}): Inbound {
  return {
    platform: 'slack',
    door: 'message',
    tenant: 'T1',
    conversation: 'C1',
    message: '1700000000.000100',
    place: 'C1',
    person: 'U1',
    text,
    ...rest,
  };
}

export function press(payload: unknown, rest: Partial<Press> = {}): Press {
  return { platform: 'slack', tenant: 'T1', conversation: 'C1', place: 'C1', person: 'U1', payload, ...rest };
}

/** The payload of a button as a client sends it back. */
export function payloadOf(reply: Reply | undefined, id: string): FollowUp {
  const button = reply?.actions.find((action) => action.id === id);
  if (button?.kind !== 'follow-up') throw new Error(`no button ${id} among ${reply?.actions.map((each) => each.id)}`);
  return JSON.parse(JSON.stringify(button.followUp));
}

/** The case that the buttons of a reply belong to. */
function caseOf({ actions }: Reply): string {
  return actions.map((action) => (action.kind === 'follow-up' ? action.followUp.case : undefined)).find(Boolean) ?? '';
}

/** A post in a channel, answered and sent. */
export async function answered(house: House, text = 'it says 0xC004F074', rest: Partial<Inbound> = {}): Promise<Reply> {
  const inbound = post(text, rest);
  const answer = await house.bot.onMessage(inbound);
  if (answer === undefined) throw new Error('no answer');
  await house.settled();
  return answer.reply;
}
