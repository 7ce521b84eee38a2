import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createWebhook, type WebhookOptions } from '../../../src/webhook/deliver';
import { WebhookFailure } from '../../../src/webhook/failure';
import { answer, type Receiver, SECRET, startReceiver, verifies } from './receiver';

const NEXT_SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NOW_MS = Date.UTC(2026, 2, 4, 5, 6, 7, 890);
const HAPPENED_MS = Date.UTC(2026, 2, 3, 5, 6, 7, 890);
const EVENT = {
  id: 'QmFzZTY0-case:4',
  type: 'hand-off.requested',
  atMs: HAPPENED_MS,
  body: { title: '错误代码 0xC004F074' },
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

function webhook(options: Partial<WebhookOptions> = {}) {
  return createWebhook({
    url: `${receiver.origin}/hook?key=in-the-query`,
    secrets: [SECRET],
    nowMs: () => NOW_MS,
    ...options,
  });
}

/** How the delivery ends: `taken`, or the failure. */
async function outcomeOf(options: Partial<WebhookOptions> = {}): Promise<'taken' | WebhookFailure> {
  try {
    await webhook(options).deliver(EVENT);
    return 'taken';
  } catch (error) {
    if (error instanceof WebhookFailure) return error;
    throw error;
  }
}

describe('a delivery', () => {
  test('is one POST with the event as JSON', async () => {
    await webhook().deliver(EVENT);
    expect(receiver.received).toHaveLength(1);
    const [request] = receiver.received;
    expect(request).toMatchObject({ method: 'POST', path: '/hook?key=in-the-query' });
    expect(JSON.parse(String(request?.rawBody))).toEqual({
      type: 'hand-off.requested',
      timestamp: '2026-03-03T05:06:07.890Z',
      data: { title: '错误代码 0xC004F074' },
    });
  });

  test('carries these headers, and no other of its own', async () => {
    await webhook().deliver(EVENT);
    const { headers = {} } = receiver.received[0] ?? {};
    const ofFetch = /^(?:host|connection|content-length|accept(?:-.*)?|sec-fetch-mode)$/;
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => !ofFetch.test(name)))).toEqual({
      'content-type': 'application/json',
      'user-agent': 'Hexfix',
      'idempotency-key': EVENT.id,
      'webhook-id': EVENT.id,
      'webhook-timestamp': String(Math.floor(NOW_MS / 1000)),
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
    });
  });

  test('keeps its key and its body in another try, and signs the time of the try', async () => {
    const times = [NOW_MS, NOW_MS + 60_000];
    const { deliver } = webhook({ nowMs: () => times.shift() ?? 0 });
    await deliver(EVENT);
    await deliver(EVENT);
    const [first, second] = receiver.received.map(({ headers }) => headers);
    expect(String(receiver.received[1]?.rawBody)).toBe(String(receiver.received[0]?.rawBody));
    expect(second?.['idempotency-key']).toBe(first?.['idempotency-key']);
    expect(Number(second?.['webhook-timestamp'])).toBe(Number(first?.['webhook-timestamp']) + 60);
  });

  test('can be verified with either secret while they are rotated', async () => {
    await webhook({ secrets: [NEXT_SECRET, SECRET] }).deliver(EVENT);
    const { headers = {}, rawBody = Buffer.alloc(0) } = receiver.received[0] ?? {};
    const third = NEXT_SECRET.replace('AQEB', 'AgEB');
    expect([NEXT_SECRET, SECRET, third].map((secret) => verifies(headers, rawBody, secret))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('brings any event over whole and verifiable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (data) => {
        await webhook().deliver({ ...EVENT, body: data });
        const { headers = {}, rawBody = Buffer.alloc(0) } = receiver.received.at(-1) ?? {};
        expect(JSON.stringify(JSON.parse(rawBody.toString()).data)).toBe(JSON.stringify(data));
        expect(verifies(headers, rawBody, SECRET)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a status', () => {
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const passing = [401, 403, 404, 408, 425, 429];
  // `fetch` keeps these two to itself and calls them a network error.
  const hidden = [407, 421];
  const ofClient = from(400, 499).filter((status) => !hidden.includes(status));

  test.each([
    ['2xx', 'taken', from(200, 299)],
    ['3xx', 'retry', from(300, 399)],
    ['401, 403, 404, 408, 425 and 429', 'retry', passing],
    ['any other 4xx', 'refused', ofClient.filter((status) => !passing.includes(status))],
    ['5xx', 'retry', from(500, 599)],
  ])('of %s means: %s', async (_range, expected, statuses) => {
    const outcomes: [number, string][] = [];
    for (const status of statuses) {
      receiver.answer = (response) => answer(response, status, { location: '/elsewhere' });
      const outcome = await outcomeOf();
      outcomes.push([status, outcome === 'taken' ? outcome : outcome.outcome]);
    }
    expect(outcomes).toEqual(statuses.map((status) => [status, expected]));
    expect(receiver.received).toHaveLength(statuses.length);
  });

  test.each([410, 503])('of %i is named', async (status) => {
    receiver.answer = (response) => answer(response, status);
    expect(await outcomeOf()).toMatchObject({ code: `http_${status}`, message: `http_${status}` });
  });
});

describe('Retry-After', () => {
  test.each<[number, string, number | undefined]>([
    [429, '7', 7_000],
    [503, '7', 7_000],
    [503, 'Wed, 04 Mar 2026 05:07:07 GMT', 59_110],
    [429, '3600', 3_600_000],
    [429, '3601', 3_600_000],
    [429, '99999999999999999999', 3_600_000],
    [503, 'Fri, 04 Mar 2033 05:07:07 GMT', 3_600_000],
    [503, 'Wed, 04 Mar 2026 05:06:07 GMT', undefined],
    [503, '2033-03-04T05:07:07Z', undefined],
    [503, 'Wed, 99 Foo 2026 05:07:07 GMT', undefined],
    [429, '0', undefined],
    [429, '-5', undefined],
    [429, '2.5', undefined],
    [429, 'soon', undefined],
    [500, '7', undefined],
    [410, '7', undefined],
  ])('of a %i, %s, gives a pause of %p ms', async (status, value, pauseMs) => {
    receiver.answer = (response) => answer(response, status, { 'retry-after': value });
    const outcome = await outcomeOf();
    expect(outcome).toBeInstanceOf(WebhookFailure);
    expect(outcome).toHaveProperty('retryAfterMs', pauseMs);
  });
});

describe('a receiver that', () => {
  test('says nothing is waited for no longer than the limit', async () => {
    receiver.answer = () => {};
    expect(await outcomeOf({ timeoutMs: 20 })).toMatchObject({ outcome: 'retry', code: 'timeout' });
  });

  test('breaks the connection may have taken the event, so it is sent again', async () => {
    receiver.answer = (response) => response.socket?.resetAndDestroy();
    expect(await outcomeOf()).toMatchObject({ outcome: 'retry', code: 'ECONNRESET' });
  });

  test('is not there is tried again', async () => {
    const gone = await startReceiver();
    await gone.close();
    expect(await outcomeOf({ url: `${gone.origin}/` })).toMatchObject({ outcome: 'retry', code: 'ECONNREFUSED' });
  });

  test('points elsewhere is not followed', async () => {
    receiver.answer = (response) => answer(response, 307, { location: '/elsewhere' });
    expect(await outcomeOf()).toMatchObject({ outcome: 'retry', code: 'redirect' });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook?key=in-the-query']);
  });

  test.each([
    [200, 'taken'],
    [500, expect.objectContaining({ code: 'http_500' })],
  ])('talks without end after a %i is cut off', async (status, expected) => {
    let end: Promise<void> | undefined;
    receiver.answer = (response) => {
      response.writeHead(status);
      end = pipeline(talkWithoutEnd(), response);
      end.catch(() => {});
    };
    expect(await outcomeOf()).toEqual(expected);
    await expect(end).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });

  test('takes the event and then breaks the connection has taken it', async () => {
    const broken = new ReadableStream({ start: (body) => body.error(new Error('the connection broke')) });
    expect(await outcomeOf({ fetch: () => Promise.resolve(new Response(broken)) })).toBe('taken');
  });
});

describe('a failure', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['an answer', (response) => answer(response, 400, {}, 'in-the-answer')],
    ['a redirect', (response) => answer(response, 302, { location: '/in-the-answer' })],
    ['a broken connection', (response) => response.socket?.destroy()],
  ])('by %s tells nothing of the address, the secret or the event', async (_name, answer) => {
    receiver.answer = answer;
    const told = inspect(await outcomeOf(), { depth: null, showHidden: true });
    expect(told).not.toMatch(/127\.0\.0\.1|in-the-query|MfKQ9r8G|错误|in-the-answer/);
  });

  test.each([
    ['nothing known', 'a word'],
    ['an error without a cause', new TypeError('failed at https://host/?key=in-the-query')],
    [
      'a code that is no code',
      new TypeError('', { cause: Object.assign(new Error(), { code: 'no host in-the-query' }) }),
    ],
  ])('of %s is a network error', async (_name, thrown) => {
    expect(await outcomeOf({ fetch: () => Promise.reject(thrown) })).toMatchObject({
      outcome: 'retry',
      message: 'network',
    });
  });
});

test('a webhook without a secret that can be read is not made', () => {
  expect(() => webhook({ secrets: ['too short'] })).toThrow(RangeError);
});

function* talkWithoutEnd() {
  for (;;) yield Buffer.alloc(65_536);
}
