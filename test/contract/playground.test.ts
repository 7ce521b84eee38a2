import { once } from 'node:events';
import { request } from 'node:http';
import { EXAMPLES } from '../../src/adapters/playground/page/examples';
import { drawSlackMessage } from '../../src/adapters/playground/page/slack/blocks';
import { startPage } from './playground-page';

let page: Awaited<ReturnType<typeof startPage>>;

beforeAll(async () => {
  page = await startPage();
});

afterAll(() => page.close());

/** `fetch` would set these headers itself. */
async function statusUnderHost(host: string, urlPath: string): Promise<number | undefined> {
  const sent = request(`${page.url}${urlPath}`, { headers: { host } });
  sent.end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

test('the page is served on loopback under its own name only', async () => {
  const response = await fetch(`${page.url}/`);
  expect([response.status, response.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  expect(await response.text()).toContain('<title>Hexfix</title>');
  for (const urlPath of ['/', '/playground/adaptivecards', '/playground/board?session=s']) {
    expect(await statusUnderHost('attacker.example', urlPath)).toBe(403);
  }
});

test.each([
  ['slmgr', 'found', 'zh-CN', '0xC004F074'],
  ['two-codes', 'several', 'en', '0x8007232B'],
  ['decimal', 'found', 'en', '0xC004F038'],
  ['slip', 'guess', 'en', '0xC004F074'],
  ['general', 'found', 'en', '0x80070005'],
  ['unknown', 'unknown', 'en', '0x8024D003'],
])('the example %s shows an answer of the kind %s', async (id, kind, locale, code) => {
  const text = EXAMPLES.find((example) => example.id === id)?.text;
  const { status, body } = await page.post('messages', { text, platformLocale: 'en' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ answered: true, kind, locale, title: expect.stringContaining(code) });
  expect(drawSlackMessage(body.slack, { copy: 'Copy', locale: 'en' }).length).toBe(body.slack.blocks.length);
});

test('every example is tried', () => {
  expect(EXAMPLES.map(({ id }) => id)).toEqual(['slmgr', 'two-codes', 'decimal', 'slip', 'general', 'unknown']);
});

test('the buttons lead on, back, to all steps and to the good end, on the board', async () => {
  const { ask, press, latest, current } = page.visit('walker');
  await ask('0xC004F074');
  const { id, view: first } = await latest('channel');
  const shown = async () => (await current('channel', id)) ?? first;
  await press(id, first, 'next');
  const second = await shown();
  expect(second.summary).toMatch(/step 2 of/);
  await press(id, second, 'previous');
  expect((await shown()).summary).toMatch(/step 1 of/);
  await press(id, await shown(), 'all-steps');
  expect((await shown()).summary).toMatch(/All steps/);
  await press(id, await shown(), 'worked');
  expect((await shown()).kind).toBe('worked');
});

test('the language button is remembered for that person, and a choice on the page counts like one', async () => {
  const ann = page.visit('ann');
  await ann.ask('0xC004F074');
  const { id, view } = await ann.latest('channel');
  expect((await ann.press(id, view, 'language')).body.language).toBe('zh-CN');
  expect((await ann.ask('0xC004F074')).body.locale).toBe('zh-CN');
  expect((await page.visit('bob').ask('0xC004F074')).body.locale).toBe('en');
  expect((await ann.ask('KMS 激活失败：0xC004F074', { locale: 'en' })).body.locale).toBe('en');
});

test('two browsers share nothing', async () => {
  const one = page.visit('one-browser');
  await one.ask('0xC004F074');
  const { id, view } = await one.latest('channel');
  const other = page.visit('other-browser');
  expect(await other.read('channel')).toEqual([]);
  expect((await other.press(id, view, 'next')).status).toBe(404);
});

test('a passing message without a code gets the reason for silence, an addressed one gets help', async () => {
  const text = 'Good morning, who has the meeting notes?';
  expect((await page.post('messages', { text, door: 'message' })).body).toMatchObject({ answered: false });
  expect((await page.post('messages', { text, door: 'mention' })).body).toMatchObject({ answered: true, kind: 'help' });
});

test('a foreign payload gets a fresh start', async () => {
  const { ask, latest } = page.visit('foreign');
  await ask('0xC004F074');
  const { id: message } = await latest('channel');
  const sent = { session: 'foreign', message, payload: { v: 99, evil: '<script>' } };
  const { status, body } = await page.post('presses', sent);
  expect([status, body.aside.kind]).toEqual([200, 'fresh-start']);
  expect(JSON.stringify(body)).not.toContain('<script>');
});

test('a hostile body is refused and the server lives on', async () => {
  const response = await fetch(`${page.url}/playground/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '['.repeat(200_000),
  });
  expect(response.status).toBe(400);
  expect((await fetch(`${page.url}/healthz`)).status).toBe(200);
});
