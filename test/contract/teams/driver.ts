/** Teams as a person and the wire see it: activities in the shapes that Teams sends, and the screen they lead to. */

import { createTeamsAdapter } from '../../../src/adapters/teams/adapter';
import type { TeamsConfig } from '../../../src/adapters/teams/config';
import type { Bot } from '../../../src/bot';
import type { Logger } from '../../../src/ops/logger';
import { createServer } from '../../../src/server';
import type { Delivery, PlatformDriver, Post, ShownButton, ShownMessage } from '../adapter-contract';
import {
  type Activity,
  APP_ID,
  BOT_ID,
  type FakeTeams,
  isRecord,
  PASSWORD,
  startFakeTeams,
  TENANT,
} from './fake-teams';

const CHANNEL = '19:5a1c0000000000000000000000000001@thread.tacv2';
const OLDER_POST = '1795305600000';
const PERSON = { id: '29:1cArAxNJmMyPn', name: 'Ana Lee', aadObjectId: 'b7e1c7a0-0000-4000-8000-000000000002' };
const BOT = { id: BOT_ID, name: 'Hexfix' };
const CARD = 'application/vnd.microsoft.card.adaptive';

export interface TeamsDriver extends PlatformDriver {
  readonly fake: FakeTeams;
  readonly logged: readonly unknown[];
  /** The adapter's server. */
  readonly url: string;
  /** Sends a body as it is, with a genuine token unless told otherwise. */
  send(body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** An activity with all that Teams puts around it. */
  activity(parts: Activity): Activity;
  /** Resolves when the adapter does nothing more behind its answers. */
  settled(): Promise<void>;
}

/** Starts the real adapter on the real server, with a fake Teams around it. */
export async function startTeams(bot: Bot, change: Partial<TeamsConfig> = {}): Promise<TeamsDriver> {
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
    openIdMetadataUrl: `${fake.origin}/openid`,
    tokenUrl: `${fake.origin}/token`,
    unauthenticatedLoopback: false,
    ...change,
  };
  const adapter = createTeamsAdapter({ bot, config, logger });
  await adapter.start();
  const server = createServer({ logger, routes: adapter.routes });
  const { url } = await server.listen('127.0.0.1', 0);
  const sent = new Map<string, Activity>();
  const invokedCards = new Map<string, unknown>();
  let lastId = Date.UTC(2026, 10, 21);

  function nextId(): string {
    lastId += 1;
    return String(lastId);
  }

  async function send(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const authorization = `Bearer ${await fake.token()}`;
    return fetch(`${url}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', authorization, ...headers },
    });
  }

  async function deliver(activity: Activity, headers?: Readonly<Record<string, string>>): Promise<Delivery> {
    const conversation = String(isRecord(activity.conversation) ? activity.conversation.id : '');
    fake.conversations.add(conversation);
    sent.set(String(activity.id), activity);
    const response = await send(JSON.stringify(activity), headers);
    return { status: response.status, id: String(activity.id), thread: conversation };
  }

  function activity(parts: Activity): Activity {
    return {
      type: 'message',
      id: nextId(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: fake.serviceUrl,
      from: PERSON,
      recipient: BOT,
      conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:1personalChat' },
      channelData: { tenant: { id: TENANT } },
      entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows' }],
      ...parts,
    };
  }

  function message(post: Post): Activity {
    const id = nextId();
    const markup = '<at>Hexfix</at>';
    const text = post.mentionsBot ? `${markup} ${post.text}` : post.text;
    const authors = { person: PERSON, self: BOT, 'another-bot': { id: '28:another', name: 'Another' } };
    const root = post.where === 'thread' ? OLDER_POST : id;
    return activity({
      id,
      from: authors[post.author ?? 'person'],
      text,
      textFormat: 'plain',
      ...(post.locale !== undefined && { locale: post.locale }),
      // Teams sends the formatted text beside the plain one.
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
      ...(post.mentionsBot && { entities: [{ type: 'mention', text: markup, mentioned: BOT }] }),
      ...(post.where !== 'dm' && {
        conversation: {
          conversationType: 'channel',
          isGroup: true,
          tenantId: TENANT,
          id: `${CHANNEL};messageid=${root}`,
        },
        channelData: { tenant: { id: TENANT }, channel: { id: CHANNEL }, team: { id: CHANNEL } },
      }),
    });
  }

  return {
    fake,
    logged,
    url,
    send,
    activity,

    post: (post) => deliver(message(post)),
    redeliver: async ({ id }) => deliver(sent.get(id) ?? {}),
    edit: async ({ id }, text) => deliver({ ...sent.get(id), type: 'messageUpdate', text, attachments: [] }),

    async press({ id, thread }, payload) {
      const pressed = activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation: { conversationType: 'personal', tenantId: TENANT, id: thread },
        replyToId: id,
        value: {
          action: { type: 'Action.Execute', title: 'Next', verb: 'follow-up', data: payload },
          trigger: 'manual',
        },
      });
      const response = await send(JSON.stringify(pressed));
      const answer = await response.json();
      if (answer.statusCode !== 200 || answer.type !== CARD)
        throw new Error('Teams would show no card for this answer');
      invokedCards.set(id, answer.value);
      return { status: response.status, id: String(pressed.id), thread };
    },

    // Teams tells an installation twice, at the same time.
    async install() {
      const news = { conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:1personalChat' } };
      const [installed] = await Promise.all([
        deliver(activity({ ...news, type: 'installationUpdate', action: 'add' })),
        deliver(activity({ ...news, type: 'conversationUpdate', membersAdded: [PERSON, BOT] })),
      ]);
      return installed;
    },

    async forge(post) {
      const token = await fake.token();
      return deliver(message(post), { authorization: `Bearer ${token.slice(0, -8)}AAAAAAAA` });
    },

    screen: () =>
      [...fake.messages.values()].map(({ id, conversation, activity }) => {
        const card = invokedCards.get(id) ?? cardOf(activity);
        return show(id, conversation, card, activity.summary);
      }),

    settled: () => adapter.close(),

    async close() {
      await adapter.close();
      await server.close();
      await fake.close();
      expect(fake.violations).toEqual([]);
    },
  };
}

function cardOf(activity: Activity): unknown {
  const [attachment] = Array.isArray(activity.attachments) ? activity.attachments : [];
  return attachment?.content;
}

function show(id: string, thread: string, card: unknown, summary: unknown): ShownMessage {
  const texts: string[] = [];
  const buttons: ShownButton[] = [];
  (function visit(node: unknown): void {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (node.type === 'Action.Execute') {
      buttons.push({ label: String(node.title), payload: node.data });
      return;
    }
    for (const property of ['text', 'title', 'value', 'speak']) {
      const value = node[property];
      if (typeof value === 'string') texts.push(value);
    }
    Object.values(node).forEach(visit);
  })(card);
  return { id, thread, text: [String(summary), ...texts].join('\n'), buttons };
}
