/** Requests of both platforms and of strangers, with a canary in every part that may hold one. */

import { eventCallback, mentionEvent, messageEvent } from '../../fixtures/slack/payloads';
import { nowInSeconds, sign } from '../../fixtures/slack/signed-sender';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import { createActivities } from '../teams/activities';
import { BOT, CHANNEL, PERSON } from '../teams/people';
import { SENT, SETTINGS } from './canaries';

export interface Hit extends RequestInit {
  readonly path: string;
}

const ASKED = `${SENT.words} 0xC004F074 ${SENT.productKey}`;

/** What Slack sends: posts, a command, a press, and bodies that nobody expects. `run` keeps their ids apart. */
export function slackRequests(run: string): readonly Hit[] {
  const written = {
    text: `<@${WORKSPACE.bot.user}> ${ASKED}`,
    ts: `176000000${run}.000100`,
    channel: WORKSPACE.channel,
  };
  const origin = { team: { id: WORKSPACE.team }, user: { id: WORKSPACE.person, name: SENT.name } };
  const press = {
    ...{ type: 'block_actions', ...origin, response_url: SENT.responseUrl, trigger_id: SENT.accessToken },
    ...{ channel: { id: WORKSPACE.channel }, message: { ts: written.ts, text: SENT.words } },
    actions: [{ action_id: 'hexfix', value: SENT.words, type: 'button' }],
  };
  const command = {
    ...{ command: '/hexfix', text: ASKED, team_id: WORKSPACE.team, user_id: WORKSPACE.person, user_name: SENT.name },
    ...{ channel_id: WORKSPACE.channel, trigger_id: `${run}.${SENT.accessToken}`, response_url: SENT.responseUrl },
  };
  const json = 'application/json';
  const form = 'application/x-www-form-urlencoded';
  return [
    signed(JSON.stringify(eventCallback(mentionEvent(written))), json),
    signed(
      JSON.stringify(eventCallback(messageEvent({ ...written, text: ASKED, ts: `176000001${run}.000100` }))),
      json,
    ),
    signed(new URLSearchParams(command).toString(), form),
    signed(new URLSearchParams({ payload: JSON.stringify(press) }).toString(), form),
    signed(`{"${SENT.words}`, json),
    signed(SENT.words, `text/${SETTINGS.api}`),
    signed(JSON.stringify({ type: SENT.words, event: SENT.words }), json),
  ];
}

function signed(body: string, contentType: string): Hit {
  const timestamp = nowInSeconds();
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(body, timestamp, SETTINGS.slackSigning),
    'x-canary': SETTINGS.slackSigning,
  };
  return { path: '/slack/events', method: 'POST', headers, body };
}

/** What Teams sends: a mention, an invoke, what cannot be read. */
export function teamsRequests(origin: string, token: string, run: string): readonly Hit[] {
  const { activity } = createActivities(`${origin}/teams/`, () => '');
  const from = { ...PERSON, name: SENT.name };
  const post = activity({
    ...{ id: `179530560000${run}`, from, text: `<at>Hexfix</at> ${ASKED}`, textFormat: 'plain' },
    entities: [{ type: 'mention', text: '<at>Hexfix</at>', mentioned: BOT }],
    conversation: { id: `${CHANNEL};messageid=179530560000${run}` },
  });
  const alone = activity({ id: `179530560001${run}`, from, text: ASKED });
  const invoke = activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from,
    value: { action: { data: SENT.words } },
  });
  const bodies = [post, alone, invoke, activity({ type: SENT.words, from }), { ...post, serviceUrl: SENT.words }];
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const hit = (body: string): Hit => ({ path: '/api/messages', method: 'POST', headers, body });
  return [...bodies.map((body) => hit(JSON.stringify(body))), hit(`{"${SENT.words}`)];
}

/** What strangers send: other people's secrets, in the wrong places. */
export function strangers(token: string): readonly Hit[] {
  const post = { method: 'POST', body: JSON.stringify({ text: ASKED }) };
  const json = { 'content-type': 'application/json' };
  const known = { ...json, authorization: `Bearer ${SETTINGS.api}` };
  return [
    { path: '/slack/events', ...post, headers: { 'x-slack-signature': SETTINGS.slackSigning } },
    { path: '/api/messages', ...post, headers: { ...json, authorization: `Bearer ${token.slice(0, -4)}AAAA` } },
    { path: '/api/messages', ...post, headers: { ...json, authorization: SENT.accessToken } },
    { path: '/api/v1/ask', ...post, headers: json },
    { path: '/api/v1/ask', ...post, headers: { ...json, authorization: `Bearer ${SENT.accessToken}` } },
    { path: '/api/v1/ask', ...post, headers: known },
    { path: '/api/v1/ask', method: 'POST', headers: known, body: `{"text":"${SENT.words}` },
    { path: '/api/v1/ask', method: 'POST', headers: known, body: JSON.stringify({ [SENT.words]: SENT.words }) },
    { path: '/slack/events', method: 'POST', body: SENT.words.repeat(20_000) },
    { path: '/api/messages', method: 'POST', headers: { 'content-encoding': 'gzip' }, body: SENT.words },
    { path: `/${SENT.accessToken}?token=${SENT.accessToken}` },
    { path: '/slack/events', method: 'DELETE', headers: { authorization: SENT.accessToken } },
  ];
}
