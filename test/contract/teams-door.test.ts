/** Who gets in at the door of Teams, and what becomes of bodies that are none of theirs. Forged tokens are in `gate/`. */

import { gzipSync } from 'node:zlib';
import type { Bot } from '../../src/bot';
import { SILENT_BOT } from '../fixtures/a-bot';
import { startTeams, type TeamsDriver } from './teams/driver';

/** Whoever reaches it has come through; its answer would be a 500. */
const unreachable = async (): Promise<never> => {
  throw new Error('the bot was asked');
};
const bot = Object.fromEntries(Object.keys(SILENT_BOT).map((name) => [name, unreachable])) as unknown as Bot;

let driver: TeamsDriver;
beforeAll(async () => {
  driver = await startTeams({ bot });
});
afterAll(() => driver.close());

const now = Math.floor(Date.now() / 1000);
const MINUTES_5 = 300;

/** Something that a genuine sender gets a 200 for without the bot being asked. */
function harmless(parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(driver.activity({ type: 'typing', ...parts }));
}

describe('a token', () => {
  test.each([
    ['as issued', {}],
    ['that ended less than five minutes ago', { claims: { exp: now - MINUTES_5 + 60 } }],
    ['that begins in less than five minutes', { claims: { nbf: now + MINUTES_5 - 60 } }],
  ])('%s is accepted', async (_what, change) => {
    const authorization = `Bearer ${await driver.fake.token(change)}`;
    expect((await driver.send(harmless(), { authorization })).status).toBe(200);
  });
});

describe('an activity', () => {
  test.each([
    ['of another channel', { channelId: 'emulator' }, 401],
    ['with another service URL than its token', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 401],
    ['without a type', { type: undefined }, 400],
    ['without a channel', { channelId: '' }, 400],
    ['without a service URL', { serviceUrl: undefined }, 400],
    ['without a conversation', { conversation: null }, 400],
    ['whose conversation has no id', { conversation: {} }, 400],
    ['without a sender', { from: [] }, 400],
    ['without a recipient', { recipient: 'bot' }, 400],
    ['with misshapen extras', { entities: 'none', attachments: { a: 1 }, channelData: 7, locale: 5, id: {} }, 200],
    [
      'with entities that nobody knows',
      { entities: [null, 1, { type: 'mention' }, { type: 'clientInfo', locale: 4 }] },
      200,
    ],
  ])('%s gets its status', async (_what, parts, status) => {
    const response = await driver.send(harmless(parts));
    expect([response.status, await response.text()]).toEqual([status, '']);
  });
});

describe('a hostile body', () => {
  test.each<[string, () => BodyInit, number, Record<string, string>?]>([
    ['an empty one', () => '', 400],
    ['an empty object', () => '{}', 400],
    ['a list', () => '[]', 400],
    ['null', () => 'null', 400],
    ['a number', () => '42', 400],
    ['a text', () => '"message"', 400],
    ['half an object', () => harmless().slice(0, -5), 400],
    ['two objects', () => harmless() + harmless(), 400],
    [
      'bytes that are not UTF-8',
      () => Buffer.concat([Buffer.from(harmless().slice(0, -1)), Buffer.from(',"text":"\xff\xfe"}', 'latin1')]),
      400,
    ],
    ['100,000 nested lists', () => '['.repeat(100_000) + ']'.repeat(100_000), 400],
    [
      'an activity with deep nesting inside',
      () => `${harmless().slice(0, -1)},"value":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      400,
    ],
    ['an activity that is only inherited', () => `{"__proto__":${harmless()}}`, 400],
    [
      'an activity with a prototype of its own',
      () => `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${harmless().slice(1)}`,
      200,
    ],
    ['an activity with half a surrogate pair', () => harmless({ text: '\ud83d' }), 200],
    ['an activity with its type twice', () => `{"type":"message",${harmless().slice(1)}`, 200],
    ['more than 256 kB', () => harmless({ text: 'x'.repeat(300_000) }), 413],
    ['something that claims to be compressed', () => harmless(), 415, { 'content-encoding': 'gzip' }],
    ['something compressed', () => gzipSync(harmless()), 415, { 'content-encoding': 'gzip' }],
    ['another content type', () => harmless(), 200, { 'content-type': 'text/plain' }],
  ])('of %s gets its status, and the server lives on', async (_what, body, status, headers = {}) => {
    const response = await driver.send(body(), headers);
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect((await fetch(`${driver.url}/healthz`)).status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('with tenants named', () => {
  test.each([
    ['a named tenant', 'tenant-a', 200],
    ['another tenant', 'tenant-b', 401],
    ['no tenant', undefined, 401],
  ])('an activity of %s gets its status', async (_what, tenant, status) => {
    const own = await startTeams({ bot }, { allowedTenants: ['tenant-a'] });
    const response = await own.send(
      JSON.stringify(
        own.activity({
          type: 'typing',
          conversation: { id: 'a:1', ...(tenant !== undefined && { tenantId: tenant }) },
          channelData: undefined,
        }),
      ),
    );
    expect(response.status).toBe(status);
    await own.close();
  });
});

test('a genuine token does not lead answers to a host that is not allowed', async () => {
  const own = await startTeams({ bot }, { serviceUrlHosts: [] });
  expect((await own.send(JSON.stringify(own.activity({ type: 'typing' })))).status).toBe(401);
  await own.close();
});
