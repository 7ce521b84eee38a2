/** The Slack app manifests: valid by Slack's schema, within Slack's limits, and asking for exactly what the adapter uses. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { z } from 'zod';
import {
  EVENT_SCOPES,
  INTERACTION_SCOPES,
  METHOD_SCOPES,
  READING_METHOD_SCOPES,
} from '../../src/adapters/slack/subscriptions';
import type { Bot } from '../../src/bot';
import { localizedSchema } from '../../src/knowledge/entry';
import { createRealBot } from '../contract/real-bot';

const FOLDER = path.join(__dirname, '..', '..', 'manifest', 'slack');
const OFFICIAL = path.join(__dirname, '../fixtures/schemas/slack-manifest.schema.2.0.0.json');
/** The events without which these methods are never called: who leaves out the event needs no scope for them. */
const METHODS_OF_EVENT: Readonly<Record<string, string>> = {
  'assistant.threads.setSuggestedPrompts': 'assistant_thread_started',
  'assistant.threads.setTitle': 'assistant_thread_started',
  'chat.unfurl': 'link_shared',
};

const httpsUrl = z.url({ protocol: /^https$/ });
const text = (longest: number) => z.string().min(1).max(longest);

/**
 * What Slack's documentation limits and its schema does not, and nothing that an app need not have.
 * @see https://docs.slack.dev/reference/app-manifest
 */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(174).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).startsWith('/'),
          url: httpsUrl,
          description: text(2_000),
          usage_hint: text(1_000),
          // Slack would write people and channels as links, and a mention is no part of a question.
          should_escape: z.literal(false),
        }),
      )
      .max(50),
    unfurl_domains: z.array(z.string().max(255)).max(5).optional(),
    assistant_view: z
      .strictObject({
        assistant_description: text(300),
        suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(3_000) })).max(4),
      })
      .optional(),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(httpsUrl).length(1),
    scopes: z.strictObject({ bot: z.array(z.string()).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: httpsUrl, bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: httpsUrl }),
    // docs/install-slack.md tells who turns which of them on.
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
  }),
});

const scopesSchema = z.record(z.string(), z.strictObject({ reason: localizedSchema }));

// Slack's schema carries notes of its own (`regex`, `_note`), which strict mode takes for misspelled ones.
const isValid = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  JSON.parse(readFileSync(OFFICIAL, 'utf8')),
);

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
}

const mentionOnly = manifestSchema.parse(read('mention-only.json'));
const listening = manifestSchema.parse(read('listening.json'));
const reasons = scopesSchema.parse(read('scopes.json'));

describe.each([
  ['mention-only', mentionOnly],
  ['listening', listening],
])('the manifest %s', (name, { features, oauth_config, settings }) => {
  const events = settings.event_subscriptions.bot_events;
  const scopes = oauth_config.scopes.bot;

  test('is valid by Slack’s own schema, and would not be with a shortcut that has no id', () => {
    isValid(read(`${name}.json`));
    expect(isValid.errors).toBeNull();
    const [shortcut] = features.shortcuts;
    const spoiled = { ...features, shortcuts: [{ ...shortcut, callback_id: undefined }] };
    expect(isValid(JSON.parse(JSON.stringify({ ...mentionOnly, features: spoiled })))).toBe(false);
  });

  test('subscribes only to events that the adapter handles', () => {
    expect(Object.keys(EVENT_SCOPES)).toEqual(expect.arrayContaining(events));
  });

  test('offers the command and the shortcuts that the adapter handles, and no other', () => {
    const offered = [
      ...features.slash_commands.map(({ command }) => command),
      ...features.shortcuts.map(({ callback_id }) => callback_id),
    ];
    expect(offered.sort()).toEqual(Object.keys(INTERACTION_SCOPES).sort());
  });

  test('asks for every scope that its events, its doors and our calls take, and for no other', () => {
    const ofEvents = Object.entries(EVENT_SCOPES).flatMap(([event, needs]) => (events.includes(event) ? needs : []));
    const ofMethods = Object.entries(METHOD_SCOPES).flatMap(([method, needs]) => {
      const event = METHODS_OF_EVENT[method];
      return event === undefined || events.includes(event) ? needs : [];
    });
    const needed = new Set<string>([...ofEvents, ...Object.values(INTERACTION_SCOPES).flat(), ...ofMethods]);
    expect(scopes).toEqual([...needed].sort());
  });

  test('has a feature where it has its events', () => {
    expect(features.unfurl_domains !== undefined).toBe(events.includes('link_shared'));
    expect(features.assistant_view !== undefined).toBe(events.includes('assistant_thread_started'));
    expect(events).toEqual(expect.arrayContaining(['app_home_opened', 'app_uninstalled', 'tokens_revoked']));
  });

  test('sends events, presses and commands to the one route of the adapter', () => {
    const { event_subscriptions, interactivity } = settings;
    const urls = [interactivity.request_url, ...features.slash_commands.map(({ url }) => url)];
    expect(new URL(event_subscriptions.request_url).pathname).toBe('/slack/events');
    expect(urls).toEqual(urls.map(() => event_subscriptions.request_url));
  });

  test('comes back from Slack to the route that finishes an installation, on the same host', () => {
    const [redirect = ''] = oauth_config.redirect_urls;
    expect(redirect).toBe(new URL('/slack/oauth_redirect', settings.event_subscriptions.request_url).href);
  });

  test.each([
    ['Socket Mode', { socket_mode_enabled: true }],
    ['many workspaces', { token_rotation_enabled: true }],
    ['Enterprise Grid', { token_rotation_enabled: true, org_deploy_enabled: true }],
  ])('stays valid when it is changed for %s', (_variant, change) => {
    isValid({ ...(read(`${name}.json`) as object), settings: { ...settings, ...change } });
    expect(isValid.errors).toBeNull();
  });
});

test('the mention-only manifest reads no channel', () => {
  expect(mentionOnly.oauth_config.scopes.bot).toEqual([
    ...['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'reactions:write', 'users:read'],
  ]);
});

test('the two differ in what they listen to, and in nothing else', () => {
  const { unfurl_domains: _domains, assistant_view: _assistant, ...features } = listening.features;
  expect(features).toEqual(mentionOnly.features);
  const { bot_events: _events, ...subscriptions } = listening.settings.event_subscriptions;
  expect({ ...listening.settings, event_subscriptions: subscriptions }).toEqual({
    ...mentionOnly.settings,
    event_subscriptions: { request_url: mentionOnly.settings.event_subscriptions.request_url },
  });
  expect(listening.oauth_config.redirect_urls).toEqual(mentionOnly.oauth_config.redirect_urls);
  expect(listening.oauth_config.scopes.bot).toEqual(expect.arrayContaining(mentionOnly.oauth_config.scopes.bot));
});

test('the listening manifest lets the adapter look for its messages and for the help desk’s members', () => {
  const reading = Object.values(READING_METHOD_SCOPES).flat();
  expect(listening.oauth_config.scopes.bot).toEqual(expect.arrayContaining(reading));
});

test('the listening manifest subscribes to everything that the adapter handles', () => {
  expect(listening.settings.event_subscriptions.bot_events).toEqual(Object.keys(EVENT_SCOPES).sort());
});

test('every scope has a reason in both languages, and no reason is left over', () => {
  expect(Object.keys(reasons)).toEqual(listening.oauth_config.scopes.bot);
});

describe('a suggested prompt', () => {
  let bot: Bot;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ bot, close } = await createRealBot());
  });
  afterAll(() => close());

  test.each(listening.features.assistant_view?.suggested_prompts.map(({ message }) => message) ?? [])(
    '"%s" is answered with an entry',
    async (message) => {
      const who = { platform: 'slack', tenant: 't', conversation: 'c', place: '', person: 'p' } as const;
      const answer = await bot.onMessage({ ...who, door: 'dm', message, text: message });
      expect(answer?.reply.kind).toBe('found');
    },
  );
});
