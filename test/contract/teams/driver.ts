/** Teams as people and the wire see it: activities in the shapes that Teams sends, and the screens they lead to. */

import { createTeamsAdapter } from '../../../src/adapters/teams/adapter';
import type { TeamsConfig } from '../../../src/adapters/teams/config';
import type { Logger } from '../../../src/ops/logger';
import type { Messenger } from '../../../src/outbox/messenger';
import { createServer } from '../../../src/server';
import { withOutbox } from '../../fixtures/an-outbox';
import type { Delivery, DoorDriver } from '../platform-driver';
import type { RealBot } from '../real-bot';
import { createActivities } from './activities';
import { createAsks } from './asks';
import { type FakeTeams, PASSWORD, startFakeTeams } from './fake-teams';
import { APP_ID, BOT, CHANNEL, CHAT, chatOf, PERSON, personBy, TENANT, TRIAGE } from './people';
import { createClient } from './presses';
import { type Activity, isRecord } from './rules';
import { showAside, showForm, showMessage } from './screen';

export interface TeamsDriver extends DoorDriver {
  readonly fake: FakeTeams;
  readonly messenger: Messenger;
  readonly logged: readonly unknown[];
  /** The adapter's server. */
  readonly url: string;
  /** Sends a body as it is, with a genuine token unless told otherwise. */
  send(body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** An activity with all that Teams puts around it. */
  activity(parts: Activity): Activity;
  /** Resolves when nothing more is done behind the answers. */
  settled(): Promise<void>;
}

/** Starts the real adapter on the real server, with a fake Teams around it, and the outbox if there is one. */
export async function startTeams(
  { bot, store, connect, settled: outboxSettled }: Pick<RealBot, 'bot'> & Partial<RealBot>,
  change: Partial<TeamsConfig> = {},
): Promise<TeamsDriver> {
  const fake = await startFakeTeams();
  const logged: unknown[] = [];
  const log = (fields: unknown, message: string) => logged.push([fields, message]);
  const logger: Logger = { info: log, warn: log, error: log };
  const config: TeamsConfig = {
    appId: APP_ID,
    password: PASSWORD,
    tenantId: TENANT,
    allowedTenants: [],
    serviceUrlHosts: [new URL(fake.origin).host],
    fileHosts: [new URL(fake.origin).host],
    openIdMetadataUrl: `${fake.origin}/openid`,
    tokenUrl: `${fake.origin}/token`,
    listening: true,
    admins: [],
    triage: { channel: TRIAGE, tenant: TENANT },
    unauthenticatedLoopback: false,
    ...change,
  };
  const asked = connect === undefined ? withOutbox(bot, () => messenger) : bot;
  const adapter = createTeamsAdapter({ bot: asked, config, logger });
  const { messenger } = adapter;
  connect?.('teams', messenger);
  await adapter.start();
  const server = createServer({ logger, routes: adapter.routes });
  const { url } = await server.listen('127.0.0.1', 0);
  fake.conversations.add(TRIAGE);
  const { activity, message } = createActivities(fake.serviceUrl, (file) => fake.files.put(file, fake.origin));
  const sent = new Map<string, Activity>();
  const invoke = (parts: Activity) => sendActivity(activity({ type: 'invoke', ...parts }));
  const client = createClient(invoke);
  const asks = createAsks(invoke);

  async function settled(): Promise<void> {
    await adapter.close();
    await outboxSettled?.();
  }

  async function send(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const authorization = `Bearer ${await fake.token()}`;
    return fetch(`${url}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', authorization, ...headers },
    });
  }

  async function sendActivity(whole: Activity, headers?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await send(JSON.stringify(whole), headers);
    await settled();
    return response;
  }

  async function deliver(whole: Activity, headers?: Readonly<Record<string, string>>): Promise<Delivery> {
    const thread = String(isRecord(whole.conversation) ? whole.conversation.id : '');
    // Who is in a thread is in its channel.
    fake.conversations.add(thread).add(thread.split(';', 1)[0] ?? thread);
    sent.set(String(whole.id), whole);
    const { status } = await sendActivity(whole, headers);
    return { status, id: String(whole.id), thread };
  }

  /** The card of a message as this person sees it. */
  function cardOf(id: string): unknown {
    return contentOf(fake.messages.get(id)?.activity);
  }

  /** What was told of a card that everybody saw too, then or later, is no aside. */
  function isAside({ message: id, shown }: { message: string; shown: unknown }): boolean {
    const stored = fake.messages.get(id);
    const held = stored === undefined ? [] : [...stored.earlier, stored.activity];
    return !held.some((each) => JSON.stringify(contentOf(each)) === JSON.stringify(shown));
  }

  return {
    fake,
    messenger,
    logged,
    url,
    send,
    activity,
    settled,

    post: (post) => deliver(message(post)),
    redeliver: async ({ id }) => deliver(sent.get(id) ?? {}),
    edit: async ({ id }, text) => deliver({ ...sent.get(id), type: 'messageUpdate', text, attachments: [] }),

    async ask(question) {
      fake.conversations.add(question.where === 'dm' ? CHAT : CHANNEL);
      return asks.ask(question);
    },

    async deletePost({ id }) {
      const { channelData, ...post } = sent.get(id) ?? {};
      const news = { ...(isRecord(channelData) && channelData), eventType: 'softDeleteMessage' };
      return deliver({ ...post, type: 'messageDelete', text: undefined, attachments: [], channelData: news });
    },

    async set(level, change) {
      const subject = level === 'channel' ? CHANNEL : '';
      await store?.changeSettings({ platform: 'teams', tenant: TENANT, level, subject }, change, Date.now());
    },

    async press(message, payload, as) {
      const { id, thread } = message;
      const inDialog = asks.press(message, payload);
      if (inDialog !== undefined) return { status: await inDialog, id, thread };
      const status = await client.press({ message: id, thread, card: cardOf(id) }, payload, personBy(as));
      return { status, id, thread };
    },

    asides(name) {
      const who = personBy(name);
      const told = client.told.filter((each) => each.by === who && isAside(each));
      const own = [...fake.messages.values()].filter(
        ({ conversation, isPrivate }) => conversation === chatOf(who) && (isPrivate || who !== PERSON),
      );
      return [
        ...asks.seenBy(who),
        ...told.map((each) => showAside(each.message, each.thread, each.shown)),
        ...own.map(({ id, conversation, activity }) =>
          showMessage(id, conversation, contentOf(activity), activity.summary),
        ),
      ];
    },

    form() {
      const dialog = client.dialog();
      return dialog && showForm(dialog);
    },

    async submit(values, as) {
      const { status, dialog } = await client.submit(values, as);
      return { status, id: dialog.message, thread: dialog.thread };
    },

    // Teams tells an installation twice, at the same time.
    async install() {
      const [installed] = await Promise.all([
        deliver(activity({ type: 'installationUpdate', action: 'add', conversation: { id: CHANNEL } })),
        deliver(activity({ type: 'conversationUpdate', membersAdded: [PERSON, BOT], conversation: { id: CHANNEL } })),
      ]);
      return installed;
    },

    async forge(post) {
      const token = await fake.token();
      return deliver(message(post), { authorization: `Bearer ${token.slice(0, -8)}AAAAAAAA` });
    },

    screen: (room = 'people') =>
      [...fake.messages.values()]
        .filter(({ conversation, isPrivate }) => roomOf(conversation) === room && !isPrivate)
        .map(({ id, conversation, activity }) => showMessage(id, conversation, contentOf(activity), activity.summary)),

    async close() {
      await settled();
      await server.close();
      await fake.close();
      expect(fake.violations).toEqual([]);
    },
  };
}

/** The chats of others than the one who posts are theirs alone. */
function roomOf(conversation: string): 'people' | 'triage' | undefined {
  if (conversation.startsWith(TRIAGE)) return 'triage';
  return conversation.startsWith('a:') && conversation !== CHAT ? undefined : 'people';
}

function contentOf(activity: Activity | undefined): unknown {
  const [attachment] = Array.isArray(activity?.attachments) ? activity.attachments : [];
  return attachment?.content;
}
