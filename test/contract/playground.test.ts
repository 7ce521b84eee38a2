import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPlayground } from '../../src/adapters/playground/adapter';
import { EXAMPLES } from '../../src/adapters/playground/page/examples';
import { drawSlackMessage } from '../../src/adapters/playground/page/slack/blocks';
import { type BoundAddress, createServer, type Server } from '../../src/server';
import { createRealBot } from './real-bot';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let server: Server;
let at: BoundAddress;
let closeBot: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Hexfix</title>');
  const { bot, close } = await createRealBot();
  closeBot = close;
  const { routes } = createPlayground({ bot, defaultLocale: 'en', pageFolder: folder });
  server = createServer({ logger: silent, routes });
  at = await server.listen('127.0.0.1', 0);
});

afterAll(async () => {
  await server.close();
  await closeBot();
  rmSync(folder, { recursive: true });
});

async function post(door: string, body: unknown) {
  const response = await fetch(`${at.url}/playground/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: at.url },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** `fetch` would set these headers itself. */
async function statusUnderHost(host: string, urlPath: string): Promise<number | undefined> {
  const sent = request(`${at.url}${urlPath}`, { headers: { host } });
  sent.end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

/** The follow-up of a button, by its id, out of the Teams card. */
function followUpOf(body: { teams: { actions: { id: string; data: unknown }[] } }, id: string): unknown {
  return body.teams.actions.find((action) => action.id === id)?.data;
}

test('the page is served on loopback under its own name only', async () => {
  const response = await fetch(`${at.url}/`);
  expect([response.status, response.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  expect(await response.text()).toContain('<title>Hexfix</title>');
  for (const urlPath of ['/', '/playground/adaptivecards']) {
    expect(await statusUnderHost('attacker.example', urlPath)).toBe(403);
  }
});

test.each([
  ['slmgr', 'found', 'zh-CN', '0xC004F074'],
  ['two-codes', 'several', 'en', '0x8007232B'],
  ['decimal', 'found', 'en', '0xC004F038'],
  ['slip', 'guess', 'en', '0xC004F074'],
  ['general', 'general', 'en', '0x80070005'],
  ['unknown', 'unknown', 'en', '0x80240034'],
])('the example %s shows an answer of the kind %s', async (id, kind, locale, code) => {
  const text = EXAMPLES.find((example) => example.id === id)?.text;
  const { status, body } = await post('messages', { text, platformLocale: 'en' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ answered: true, kind, locale, title: expect.stringContaining(code) });
  expect(drawSlackMessage(body.slack, { copy: 'Copy' }).length).toBe(body.slack.blocks.length);
});

test('every example is tried', () => {
  expect(EXAMPLES.map(({ id }) => id)).toEqual(['slmgr', 'two-codes', 'decimal', 'slip', 'general', 'unknown']);
});

test('the buttons lead on, back, to all steps and to the good end', async () => {
  const first = (await post('messages', { text: '0xC004F074', platformLocale: 'en' })).body;
  const second = (await post('presses', { payload: followUpOf(first, 'next') })).body;
  expect(second.slack.text).toMatch(/step 2 of/);
  const back = (await post('presses', { payload: followUpOf(second, 'previous') })).body;
  expect(back.teams).toEqual(first.teams);
  expect((await post('presses', { payload: followUpOf(first, 'all-steps') })).body.slack.text).toMatch(/All steps/);
  expect((await post('presses', { payload: followUpOf(first, 'worked') })).body.kind).toBe('worked');
});

test('the language button is remembered for that person, and a choice on the page counts like one', async () => {
  const first = (await post('messages', { text: '0xC004F074', platformLocale: 'en', person: 'ann' })).body;
  await post('presses', { payload: followUpOf(first, 'language'), person: 'ann' });
  expect((await post('messages', { text: '0xC004F074', platformLocale: 'en', person: 'ann' })).body.locale).toBe(
    'zh-CN',
  );
  expect((await post('messages', { text: '0xC004F074', platformLocale: 'en', person: 'bob' })).body.locale).toBe('en');
  const chosen = await post('messages', { text: 'KMS 激活失败：0xC004F074', locale: 'en', person: 'ann' });
  expect(chosen.body.locale).toBe('en');
});

test('a passing message without a code gets the reason for silence, an addressed one gets help', async () => {
  const text = 'Good morning, who has the meeting notes?';
  expect((await post('messages', { text, door: 'message' })).body).toMatchObject({ answered: false });
  expect((await post('messages', { text, door: 'mention' })).body).toMatchObject({ answered: true, kind: 'help' });
});

test('a foreign payload gets a fresh start', async () => {
  const { status, body } = await post('presses', { payload: { v: 99, evil: '<script>' } });
  expect([status, body.kind]).toEqual([200, 'fresh-start']);
  expect(JSON.stringify(body)).not.toContain('<script>');
});

test('a hostile body is refused and the server lives on', async () => {
  const response = await fetch(`${at.url}/playground/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '['.repeat(200_000),
  });
  expect(response.status).toBe(400);
  expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
});
