/** The door of the Slack adapter: what gets in. What is refused is in `gate/`. */

import { createHmac } from 'node:crypto';
import { METHOD_SCOPES } from '../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi } from '../fixtures/slack/fake-web-api';
import { type Hexfix, startHexfix } from '../fixtures/slack/hexfix';
import { eventCallback, messageEvent } from '../fixtures/slack/payloads';
import { eventRequest, nowInSeconds, send, sign, signed } from '../fixtures/slack/signed-sender';
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

function form(payload: string): string {
  return new URLSearchParams({ payload }).toString();
}

const NOW = nowInSeconds();

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

  test.each([
    ['that are not UTF-8', '%FF'],
    ['that are none', '%G0'],
  ])('that is a form with escapes %s', async (_what, text) => {
    const body = `command=%2Fhexfix&user_id=U0&channel_id=C0&trigger_id=1&text=${text}`;
    expect((await send(hexfix.eventsUrl, signed(body, FORM))).status).toBe(400);
  });

  test('that is nested deeply, also within a form', async () => {
    const deep = `{"type":"shortcut","callback_id":"x","user":{"id":"U0"},"x":${'['.repeat(80)}${']'.repeat(80)}}`;
    expect((await send(hexfix.eventsUrl, signed(deep, 'application/json'))).status).toBe(400);
    expect((await send(hexfix.eventsUrl, signed(form(deep), FORM))).status).toBe(400);
  });

  test('of bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const signature = createHmac('sha256', WORKSPACE.signingSecret).update(`v0:${NOW}:`).update(bytes).digest('hex');
    const headers = { 'x-slack-request-timestamp': String(NOW), 'x-slack-signature': `v0=${signature}` };
    const response = await fetch(hexfix.eventsUrl, { method: 'POST', headers, body: bytes });
    expect(response.status).toBe(400);
  });
});
