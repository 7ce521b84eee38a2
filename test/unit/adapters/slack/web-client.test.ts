import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { readFailure } from '../../../../src/adapters/slack/failure';
import { createClientMaker } from '../../../../src/adapters/slack/web-client';
import { freezeWhole } from '../../../../src/reply/lasting';

interface Call {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

let server: Server;
let apiUrl: string;
let answer: Answer;
let calls: Call[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, body, headers = {}] = answer;
      calls.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      // Not chained: restify, in the same process, replaces `writeHead` by one that returns nothing.
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});
beforeEach(() => {
  calls = [];
  answer = [200, '{"ok":true,"ts":"1.2"}'];
});

const clientWith = (token?: string) => createClientMaker(webApi, { slackApiUrl: apiUrl, timeout: 5_000 })(token);

/** What the SDK itself does with the same server. */
const sdkClientWith = (token?: string) =>
  new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  });

const MESSAGE = {
  channel: 'C1',
  text: '激活失败 & more = 1 😀',
  blocks: [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '*a*\n“b”' } }],
  unfurl_links: false,
  link_names: undefined,
};

test('a call says the same to Slack as one of the SDK', async () => {
  expect(await clientWith('xoxb-1').apiCall('chat.postMessage', MESSAGE)).toMatchObject({ ok: true, ts: '1.2' });
  await sdkClientWith('xoxb-1').apiCall('chat.postMessage', MESSAGE);
  const [ours, theirs] = calls;
  expect(ours?.url).toBe('/api/chat.postMessage');
  expect(ours?.headers).toMatchObject({
    authorization: 'Bearer xoxb-1',
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(ours?.url).toBe(theirs?.url);
  expect(ours?.headers.authorization).toBe(theirs?.headers.authorization);
  expect([...new URLSearchParams(ours?.body)]).toEqual([...new URLSearchParams(theirs?.body)]);
});

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['blocks that last', { blocks: freezeWhole(MESSAGE.blocks.map((block) => ({ ...block }))) }],
  ['a list of nothing', { blocks: [] }],
  ['a list of texts', { users: ['U1', 'U2'] }],
  ['lists in a list', { rows: [['a'], [1]] }],
  ['an object', { metadata: { event_type: 'a', event_payload: { key: '“b”' } } }],
])('%s are written like the rest, however often', async (_what, parameters) => {
  for (const _time of ['first', 'second']) await clientWith('xoxb-1').apiCall('chat.postMessage', parameters);
  const [[name, value]] = Object.entries(parameters) as [[string, unknown]];
  expect(calls.map(({ body }) => new URLSearchParams(body).get(name))).toEqual(Array(2).fill(JSON.stringify(value)));
});

test('half a character is no reason not to send the rest', async () => {
  await clientWith('xoxb-1').chat.postMessage({ channel: 'C1', text: 'a\ud83d' });
  expect(new URLSearchParams(calls[0]?.body).get('text')).toBe('a\ufffd');
});

test('a token of the call takes the place of the client’s, and is not in the body', async () => {
  await clientWith('xoxb-1').auth.test({ token: 'xoxb-2' });
  await clientWith().auth.test();
  expect(calls.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    ['Bearer xoxb-2', ''],
    [undefined, ''],
  ]);
});

test('the scopes that Slack tells come along', async () => {
  answer = [200, '{"ok":true}', { 'x-oauth-scopes': 'chat:write, users:read' }];
  const { response_metadata: told } = await clientWith('xoxb-1').auth.test();
  expect(told?.scopes).toEqual(['chat:write', 'users:read']);
});

test.each<readonly [string, Answer]>([
  ['a no', [200, '{"ok":false,"error":"channel_not_found"}']],
  ['a page of HTML', [200, '<html>']],
  ['a limit', [429, '', { 'retry-after': '7' }]],
  ['a limit without a time', [429, '']],
  ['a fault of the server', [503, 'away', { 'x-a': 'b' }]],
  ['a redirect', [302, '', { location: 'http://192.0.2.1/' }]],
])('%s means the same as from the SDK', async (_what, given) => {
  answer = given;
  const failureOf = (client: webApi.WebClient) => client.auth.test().then(() => undefined, readFailure);
  const ours = await failureOf(clientWith('xoxb-1'));
  expect(ours).toBeDefined();
  expect(ours?.outcome).toBe((await failureOf(sdkClientWith('xoxb-1')))?.outcome);
});
