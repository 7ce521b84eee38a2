import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readBody } from '../../../src/server/read-body';

function message(headers: Readonly<Record<string, string>> = {}): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

/** Resolves when everything that has come so far was read. */
async function drained(request: IncomingMessage): Promise<void> {
  while (!request.destroyed && request.readableLength > 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

test('gives the bytes in their order', async () => {
  const request = message();
  const outcome = readBody(request, 10);
  for (const piece of ['he', 'llo', null]) request.push(piece);
  expect(await outcome).toEqual({ body: Buffer.from('hello') });
});

test('takes a body that is as long as is allowed, told or not', async () => {
  for (const headers of [{}, { 'content-length': '10' }]) {
    const request = message(headers);
    const outcome = readBody(request, 10);
    for (const piece of ['01234', '56789', null]) request.push(piece);
    expect(await outcome).toEqual({ body: Buffer.from('0123456789') });
  }
});

describe('a body that turns out too long', () => {
  const MEGABYTE = Buffer.alloc(2 ** 20);

  async function refused(): Promise<IncomingMessage> {
    const request = message();
    const outcome = readBody(request, 10);
    for (const piece of ['01234', '567890']) request.push(piece);
    expect(await outcome).toEqual({ refusal: 413 });
    return request;
  }

  test('is refused without waiting for its end', refused);

  test('may go on for a megabyte, so that the sender gets to read why', async () => {
    const request = await refused();
    request.push(MEGABYTE);
    await drained(request);
    expect(request.destroyed).toBe(false);
  });

  test('is cut off beyond that', async () => {
    const request = await refused();
    request.push(MEGABYTE);
    request.push('1');
    await drained(request);
    expect(request.destroyed).toBe(true);
  });
});

test.each([[{ 'content-encoding': 'gzip' }], [{ 'content-length': '11' }]])(
  'what is refused by its headers %j is cut off as well',
  async (headers) => {
    const request = message(headers);
    await readBody(request, 10);
    request.push(Buffer.alloc(2 ** 20 + 1));
    await drained(request);
    expect(request.destroyed).toBe(true);
  },
);

test('gives up on a body that breaks off', async () => {
  const request = message({ 'content-length': '5' });
  const outcome = readBody(request, 10);
  request.push('he');
  request.destroy();
  expect(await outcome).toEqual({ refusal: 400 });
});

test.each([
  [{ 'content-encoding': 'identity' }, 415],
  [{ 'content-length': '11' }, 413],
])('refuses by the header %j alone', async (headers, refusal) => {
  expect(await readBody(message(headers), 10)).toEqual({ refusal });
});
