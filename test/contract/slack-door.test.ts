/** The door of the Slack adapter: what gets in, and what is refused without a word. */

import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, messageEvent } from '../fixtures/slack/payloads';
import { eventRequest, nowInSeconds, type SlackRequest, send, sign, signed } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';

const FORM = 'application/x-www-form-urlencoded';
const POST = JSON.stringify(
  eventCallback(messageEvent({ text: '0xC004F074', ts: '1760000000.000100', channel: WORKSPACE.dm })),
);
const OLD_SECRET = 'fedcba9876543210fedcba9876543210';

let api: FakeWebApi;
let hexfix: Hexfix;

beforeAll(async () => {
  api = await startFakeWebApi(Object.values(METHOD_SCOPES).flat());
  hexfix = await startHexfix({ apiUrl: api.url, config: { signingSecrets: [WORKSPACE.signingSecret, OLD_SECRET] } });
});

afterAll(async () => {
  await hexfix.close();
  await api.close();
});

/** A genuine request with some of it changed; `undefined` takes a header out. */
function tampered(headers: Readonly<Record<string, string | undefined>>, body: string = POST): SlackRequest {
  const merged = { ...signed(POST, 'application/json').headers, ...headers };
  const kept = Object.entries(merged).filter((header): header is [string, string] => header[1] !== undefined);
  return { headers: Object.fromEntries(kept), body };
}

const NOW = nowInSeconds();
const SIGNATURE = sign(POST, NOW);
const HEX = SIGNATURE.slice(3);

const FORGERIES: readonly (readonly [string, SlackRequest])[] = [
  ['no signature', tampered({ 'x-slack-signature': undefined })],
  ['no timestamp', tampered({ 'x-slack-request-timestamp': undefined })],
  ['neither', tampered({ 'x-slack-signature': undefined, 'x-slack-request-timestamp': undefined })],
  ['an empty signature', tampered({ 'x-slack-signature': '' })],
  ['an empty timestamp', tampered({ 'x-slack-request-timestamp': '' })],
  ['a signature without version', signedAs(HEX)],
  ['version 1', signedAs(`v1=${HEX}`)],
  ['upper-case hex', signedAs(`v0=${HEX.toUpperCase()}`)],
  ['an upper-case version', signedAs(`V0=${HEX}`)],
  ['a truncated signature', signedAs(SIGNATURE.slice(0, -1))],
  ['a signature and a half', signedAs(`${SIGNATURE}00`)],
  ['two signatures in one header', signedAs(`${SIGNATURE},${SIGNATURE}`)],
  ['a signature in base64', signedAs(`v0=${Buffer.from(HEX, 'hex').toString('base64')}`)],
  ['another secret', signedAs(sign(POST, NOW, 'not-the-secret'))],
  ['an empty secret', signedAs(sign(POST, NOW, ''))],
  ['a signature over the body alone', signedAs(bodyOnly())],
  ['another body', tampered({}, POST.replace('0xC004F074', '0xC004F035'))],
  ['one more space', tampered({}, `${POST} `)],
  ['no body', tampered({}, '')],
  ['another time than the signed one', signedAs(SIGNATURE, String(NOW - 1))],
  ['a time that is no number', signedAs(sign(POST, 'soon'), 'soon')],
  ['a time in milliseconds', signedAs(sign(POST, NOW * 1000), String(NOW * 1000))],
  ['a fractional time', signedAs(sign(POST, `${NOW}.5`), `${NOW}.5`)],
  ['a time 6 minutes ago', at(-360)],
  ['a time in 6 minutes', at(360)],
  ['a time in a day', at(86_400)],
  ['ssl_check before a payload', { headers: { 'content-type': FORM }, body: `ssl_check=1&${form(POST)}` }],
  ['ssl_check after a payload', { headers: { 'content-type': FORM }, body: `${form(POST)}&ssl_check=1` }],
  ['ssl_check in JSON', { headers: { 'content-type': 'application/json' }, body: `{"ssl_check":1,${POST.slice(1)}` }],
  ['ssl_check with a wrong signature', { ...signedAs(sign('other')), body: 'ssl_check=1&token=abc' }],
];

function signedAs(signature: string, timestamp = String(NOW)): SlackRequest {
  return tampered({ 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp });
}

function at(offsetSeconds: number): SlackRequest {
  const timestamp = NOW + offsetSeconds;
  return signedAs(sign(POST, timestamp), String(timestamp));
}

function bodyOnly(): string {
  return `v0=${createHmac('sha256', WORKSPACE.signingSecret).update(POST).digest('hex')}`;
}

function form(payload: string): string {
  return new URLSearchParams({ payload }).toString();
}

describe('the Slack door refuses', () => {
  test.each(FORGERIES)('%s', async (_what, request) => {
    const before = api.calls.length;
    expect(await send(hexfix.eventsUrl, request)).toEqual({ status: 401, body: '' });
    expect(api.calls).toHaveLength(before);
  });

  test.each(['x-slack-signature', 'x-slack-request-timestamp'])('two headers %s, right or not', async (name) => {
    const { headers, body } = signed(POST, 'application/json');
    const value = headers[name] ?? '';
    expect(await sendWithTwo(name, [value, value], headers, body)).toBe(401);
  });

  test('and complains in the log, but not at every refusal', () => {
    expect(hexfix.log.filter(({ message }) => message.includes('was refused'))).toHaveLength(1);
  });
});

describe('the Slack door accepts', () => {
  test('the challenge of a request URL, once it is verified', async () => {
    const challenge = { token: 'unused', challenge: '3eZbrw1a', type: 'url_verification' };
    const genuine = eventRequest(challenge);
    expect(await send(hexfix.eventsUrl, genuine)).toEqual({ status: 200, body: '{"challenge":"3eZbrw1a"}' });
    expect(await send(hexfix.eventsUrl, { ...genuine, headers: {} })).toEqual({ status: 401, body: '' });
  });

  test('a certificate probe, signed or not', async () => {
    const probe = 'ssl_check=1&token=abc';
    expect((await send(hexfix.eventsUrl, { headers: { 'content-type': FORM }, body: probe })).status).toBe(200);
    expect((await send(hexfix.eventsUrl, signed(probe, FORM))).status).toBe(200);
  });

  test('the secret from before a rotation', async () => {
    const body = '{"type":"app_rate_limited"}';
    const headers = {
      'x-slack-request-timestamp': String(NOW),
      'x-slack-signature': sign(body, NOW, OLD_SECRET),
    };
    expect((await send(hexfix.eventsUrl, { headers, body })).status).toBe(200);
  });

  test.each([
    ['app_rate_limited', { type: 'app_rate_limited', team_id: WORKSPACE.team }],
    ['an event nobody subscribed to', eventCallback({ type: 'reaction_added', item: null })],
    ['a form that is none of ours', { type: 'view_submission', user: { id: 'U0' }, view: { callback_id: 'other' } }],
  ])('%s, and does nothing about it', async (_what, payload) => {
    const before = api.calls.length;
    expect((await send(hexfix.eventsUrl, eventRequest(payload))).status).toBe(200);
    expect(api.calls).toHaveLength(before);
  });
});

describe('the Slack door answers 400 to a signed body', () => {
  test.each([
    ['that is empty', '', 'application/json'],
    ['that is not JSON', '{"type":', 'application/json'],
    ['that is JSON but no object', '[1]', 'application/json'],
    ['without a type', '{}', 'application/json'],
    ['with an event that is null', '{"type":"event_callback","event":null}', 'application/json'],
    ['with a challenge that is no text', '{"type":"url_verification","challenge":{}}', 'application/json'],
    ['with a press without actions', form('{"type":"block_actions","user":{"id":"U0"},"actions":[]}'), FORM],
    ['with a modal without a name', form('{"type":"view_submission","user":{"id":"U0"},"view":{}}'), FORM],
    ['with a form without payload', 'command=%2Fhexfix', FORM],
    ['with two payloads', `${form(POST)}&${form(POST)}`, FORM],
  ])('%s', async (_what, body, contentType) => {
    expect(await send(hexfix.eventsUrl, signed(body, contentType))).toEqual({ status: 400, body: '' });
  });

  test('of bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const signature = createHmac('sha256', WORKSPACE.signingSecret).update(`v0:${NOW}:`).update(bytes).digest('hex');
    const headers = { 'x-slack-request-timestamp': String(NOW), 'x-slack-signature': `v0=${signature}` };
    const response = await fetch(hexfix.eventsUrl, { method: 'POST', headers, body: bytes });
    expect(response.status).toBe(400);
  });
});

/** `fetch` would join equal headers into one line. */
function sendWithTwo(
  name: string,
  values: readonly [string, string],
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(hexfix.eventsUrl, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.setHeader(name, [...values]);
    request.on('error', reject);
    request.end(body);
  });
}
