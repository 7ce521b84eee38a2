/** The limit at Slack's route, with the real verification before it. Nothing behind it is started, so what passes is told 503. */

import { createSlackAdapter } from '../../../../src/adapters/slack/adapter';
import { limitIntake } from '../../../../src/adapters/slack/limit-intake';
import type { Sent } from '../../../../src/limits/inbound-limit';
import type { Route } from '../../../../src/ops/http';
import { SILENT_BOT } from '../../../fixtures/a-bot';
import { commandFields, deletionEvent } from '../../../fixtures/slack/door-payloads';
import {
  changeEvent,
  eventCallback,
  joinEvent,
  mentionEvent,
  messageEvent,
  pressPayload,
} from '../../../fixtures/slack/payloads';
import {
  commandRequest,
  eventRequest,
  interactionRequest,
  type SlackRequest,
} from '../../../fixtures/slack/signed-sender';
import { WORKSPACE } from '../../../fixtures/slack/workspace';

const { botToken, signingSecret, channel, team, person } = WORKSPACE;
const POST = { text: '0xC004F074', ts: '1.000100', channel };

let asked: Sent[];
let waitS: number;
let route: Route | undefined;
beforeEach(() => {
  asked = [];
  waitS = 0;
  const limit = { take: async (sent: Sent) => asked.push(sent) && waitS };
  const logger = { info() {}, warn() {}, error() {} };
  const config = { botToken, signingSecrets: [signingSecret] };
  route = createSlackAdapter({ bot: SILENT_BOT, config, logger, limit }).routes[0];
});

async function deliver({ headers, body }: SlackRequest) {
  const rest = { path: '/slack/events', query: new URLSearchParams(), remoteAddress: '127.0.0.1' };
  return route?.handle({ headers, rawBody: Buffer.from(body), ...rest });
}

it('turns away what is beyond it, and says when to come again', async () => {
  waitS = 17;
  expect(await deliver(eventRequest(eventCallback(messageEvent(POST))))).toEqual({
    status: 429,
    headers: { 'retry-after': '17' },
  });
});

it('lets through what is within it', async () => {
  expect(await deliver(eventRequest(eventCallback(messageEvent(POST))))).toEqual({ status: 503 });
});

it.each([
  ['posts', 'a message', eventRequest(eventCallback(messageEvent(POST)))],
  ['posts', 'a mention', eventRequest(eventCallback(mentionEvent(POST)))],
  ['posts', 'an edit', eventRequest(eventCallback(changeEvent(POST, 'other')))],
  ['posts', 'a deletion', eventRequest(eventCallback(deletionEvent(POST, false)))],
  ['asks', 'an arrival', eventRequest(eventCallback(joinEvent(person)))],
  ['asks', 'an uninstallation', eventRequest(eventCallback({ type: 'app_uninstalled' }))],
  ['asks', 'a press', interactionRequest(pressPayload({ channel, ts: '1.0' }))],
  [
    'asks',
    'a command',
    commandRequest(commandFields({ text: '', triggerId: '1.2.3', responseUrl: 'https://r.example/' })),
  ],
] as const)('counts among the %s of its workspace %s', async (kind, _what, request) => {
  await deliver(request);
  expect(asked).toEqual([{ platform: 'slack', tenant: team, kind }]);
});

it('is not asked for what Slack has not signed, and not for what nobody handles', async () => {
  const { headers, body } = eventRequest(eventCallback(messageEvent(POST)));
  expect((await deliver({ headers, body: `${body} ` }))?.status).toBe(401);
  await deliver(eventRequest({ type: 'url_verification', challenge: 'c' }));
  expect(asked).toEqual([]);
});

it('leaves the rest of the handover as it is', async () => {
  const calls: string[] = [];
  const handover = {
    deliver: async () => ({ kind: 'acknowledged' as const }),
    open: () => void calls.push('open'),
    close: async () => void calls.push('close'),
  };
  const limited = limitIntake(handover, { take: async () => waitS });
  limited.open({ processEvent: async () => undefined });
  await limited.close();
  expect(calls).toEqual(['open', 'close']);
});
