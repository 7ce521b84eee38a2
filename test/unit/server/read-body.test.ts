import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readBody } from '../../../src/server/read-body';

function message(headers: Readonly<Record<string, string>> = {}): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

test('gives the bytes in their order', async () => {
  const request = message();
  const outcome = readBody(request, 10);
  for (const piece of ['he', 'llo', null]) request.push(piece);
  expect(await outcome).toEqual({ body: Buffer.from('hello') });
});

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
