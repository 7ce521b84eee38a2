/** The Slack app manifests: within Slack's limits, and asking for exactly what the adapter uses. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EVENT_SCOPES, METHOD_SCOPES, READING_METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { localizedSchema } from '../../src/knowledge/entry';

const FOLDER = path.join(__dirname, '..', '..', 'manifest', 'slack');

/** Slack's limits, and nothing that an app need not have. @see https://docs.slack.dev/reference/app-manifest */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(174).max(4_000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(false),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.url({ protocol: /^https$/ }),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: z.url({ protocol: /^https$/ }) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
  }),
});

const scopesSchema = z.record(z.string(), z.strictObject({ reason: localizedSchema }));

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
}

const mentionOnly = manifestSchema.parse(read('mention-only.json'));
const listening = manifestSchema.parse(read('listening.json'));
const reasons = scopesSchema.parse(read('scopes.json'));

describe.each([
  ['mention-only', mentionOnly],
  ['listening', listening],
])('the manifest %s', (_name, { oauth_config, settings }) => {
  const events = settings.event_subscriptions.bot_events;
  const scopes = oauth_config.scopes.bot;

  test('subscribes only to events that the adapter handles', () => {
    expect(Object.keys(EVENT_SCOPES)).toEqual(expect.arrayContaining(events));
  });

  test('asks for every scope that its events and our calls take, and for no other', () => {
    const byEvents = Object.entries(EVENT_SCOPES).flatMap(([event, needs]) => (events.includes(event) ? needs : []));
    const needed = new Set<string>([...byEvents, ...Object.values(METHOD_SCOPES).flat()]);
    expect(scopes).toEqual([...needed].sort());
  });

  test('sends events and presses to the one route of the adapter', () => {
    const { event_subscriptions, interactivity } = settings;
    expect(new URL(event_subscriptions.request_url).pathname).toBe('/slack/events');
    expect(interactivity.request_url).toBe(event_subscriptions.request_url);
  });
});

test('the mention-only manifest reads no channel', () => {
  expect(mentionOnly.oauth_config.scopes.bot).toEqual([
    ...['app_mentions:read', 'chat:write', 'files:read', 'im:history', 'users:read'],
  ]);
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
