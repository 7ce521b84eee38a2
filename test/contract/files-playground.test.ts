/** Files on the local page, and its warning of product keys: as on the platforms, through the real server and bot. */

import { type Said, startPage } from './playground-page';

const CODE = '0xC004F038';
const KEY = 'ABCDE-FGHJK-23456-QRTVW-98765';
const MEGABYTE = 1_048_576;

let page: Awaited<ReturnType<typeof startPage>>;
beforeAll(async () => {
  page = await startPage();
});
afterAll(() => page.close());

function file(name: string, bytes: Buffer) {
  return { file: { name, base64: bytes.toString('base64') } };
}

const log = (text: string) => file('a.log', Buffer.from(text));

function warningsIn(said: readonly Said[]) {
  return said.filter(({ view }) => view?.summary.includes('shows a product key'));
}

test('a file alone is a message, in the encoding of PowerShell as well', async () => {
  const { ask } = page.visit('utf-16');
  const { status, body } = await ask('', file('a.txt', Buffer.from(`\ufefferror ${CODE}`, 'utf16le')));
  expect([status, body.answered]).toEqual([200, true]);
  expect(body.title).toContain(CODE);
});

test('the board shows the name of the file, and nothing of what it holds', async () => {
  const { ask, read } = page.visit('board');
  await ask('', log(`secret words, error ${CODE}`));
  const said = await read('channel');
  expect(said[0]).toMatchObject({ post: { text: '', file: 'a.log' } });
  expect(JSON.stringify(said)).not.toContain('secret words');
});

test('a file of 1 MB is read to its end, and a longer one is refused in words', async () => {
  const { ask } = page.visit('size');
  const whole = Buffer.alloc(MEGABYTE, '\n');
  whole.write(`error ${CODE}`, MEGABYTE - 20);
  expect((await ask('', file('a.log', whole))).body.title).toContain(CODE);
  const { body } = await ask('', file('a.log', Buffer.concat([whole, Buffer.from('x')])));
  expect(body.summary).toContain('more than 1 MB');
});

test('a file of another kind is left alone', async () => {
  const { body } = await page.visit('kind').ask('', file('a.evtx', Buffer.from(CODE)));
  expect(body).toMatchObject({ kind: 'help' });
});

test('a plain message with a file that holds no code beyond doubt is passed over', async () => {
  const { ask } = page.visit('plain');
  expect((await ask('the log', { ...log('all 1603 files copied'), door: 'message' })).body.answered).toBe(false);
  expect((await ask('the log', { ...log(`error ${CODE}`), door: 'message' })).body.answered).toBe(true);
});

test('a body beyond what a message can be is refused, and one without words or file as well', async () => {
  const { ask } = page.visit('refused');
  expect((await ask('', {})).body.error.en).toContain('empty');
  const response = await fetch(`${page.url}/playground/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: page.url },
    body: ' '.repeat(2 * MEGABYTE + 1),
  });
  expect(response.status).toBe(413);
});

test.each([
  ['in a message', `our key is ${KEY}`, {}],
  ['in a file', '', log(`error ${CODE}\n${KEY}`)],
])('a product key %s has its writer warned in their own chat alone', async (_where, text, more) => {
  const { ask, read } = page.visit(`key-${text.length}`);
  await ask(text, { ...more, door: 'message' });
  expect(warningsIn(await read('chat-you'))).toHaveLength(1);
  expect(warningsIn(await read('channel'))).toEqual([]);
  const shown = (await read('channel')).concat(await read('chat-you')).map(({ view }) => view);
  expect(JSON.stringify(shown)).not.toContain(KEY.slice(0, 11));
});
