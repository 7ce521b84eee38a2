/** Requests to Slack's door that Slack has not sent: every part of the proof missing, malformed, or of something else. */

import { createHmac } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { eventCallback, messageEvent } from '../../fixtures/slack/payloads';
import { nowInSeconds, sign } from '../../fixtures/slack/signed-sender';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import type { Attack } from './attack';

const FORM = 'application/x-www-form-urlencoded';
const SIGNATURE = 'x-slack-signature';
const TIMESTAMP = 'x-slack-request-timestamp';

/** A post that the bot would hear of. */
export const SLACK_POST = JSON.stringify(
  eventCallback(messageEvent({ text: '0xC004F074', ts: '1760000000.000100', channel: WORKSPACE.dm })),
);

/** The genuine request that all of them are made from. */
export function genuineSlack(body: string = SLACK_POST, contentType = 'application/json'): Attack {
  const now = nowInSeconds();
  const headers = { 'content-type': contentType, [TIMESTAMP]: String(now), [SIGNATURE]: sign(body, now) };
  return { name: 'a genuine request', path: '/slack/events', headers, body, statuses: [200] };
}

/** Every forgery, made now: their times must be fresh. */
export function slackForgeries(): readonly Attack[] {
  const now = nowInSeconds();
  const genuine = sign(SLACK_POST, now);
  const hex = genuine.slice('v0='.length);
  const tooLongAgo = 301;

  const forged = (name: string, headers: OutgoingHttpHeaders, body: string = SLACK_POST): Attack => {
    const all = { 'content-type': 'application/json', [TIMESTAMP]: String(now), [SIGNATURE]: genuine, ...headers };
    const kept = Object.entries(all).filter(([, value]) => value !== undefined);
    return { name, path: '/slack/events', headers: Object.fromEntries(kept), body };
  };
  const signature = (name: string, value: string) => forged(name, { [SIGNATURE]: value });
  const time = (name: string, value: number | string) =>
    forged(name, { [TIMESTAMP]: String(value), [SIGNATURE]: sign(SLACK_POST, value) });
  const bare = (name: string, contentType: string, body: string) =>
    forged(name, { 'content-type': contentType, [SIGNATURE]: undefined, [TIMESTAMP]: undefined }, body);
  const form = new URLSearchParams({ payload: SLACK_POST }).toString();

  return [
    forged('no signature', { [SIGNATURE]: undefined }),
    forged('no time', { [TIMESTAMP]: undefined }),
    bare('neither', 'application/json', SLACK_POST),
    signature('an empty signature', ''),
    forged('an empty time', { [TIMESTAMP]: '' }),
    forged('two signatures, both right', { [SIGNATURE]: [genuine, genuine] }),
    forged('two times, both right', { [TIMESTAMP]: [String(now), String(now)] }),
    signature('two signatures in one header', `${genuine},${genuine}`),
    signature('a signature without version', hex),
    signature('version 1', `v1=${hex}`),
    signature('an upper-case version', `V0=${hex}`),
    signature('upper-case hex', `v0=${hex.toUpperCase()}`),
    signature('a truncated signature', genuine.slice(0, -1)),
    signature('a signature and a half', `${genuine}00`),
    signature('a padded signature', `${genuine}=`),
    signature('a signature in base64', `v0=${Buffer.from(hex, 'hex').toString('base64')}`),
    signature('another secret', sign(SLACK_POST, now, 'not-the-secret')),
    signature('an empty secret', sign(SLACK_POST, now, '')),
    signature('the body alone signed', `v0=${hmac(SLACK_POST)}`),
    signature('the body signed under another version', `v0=${hmac(`v1:${now}:${SLACK_POST}`)}`),
    forged('another body', {}, SLACK_POST.replace('0xC004F074', '0xC004F035')),
    forged('one more space', {}, `${SLACK_POST} `),
    forged('one more line break', {}, `${SLACK_POST}\r\n`),
    forged('no body', {}, ''),
    signature('the same words signed in another character set', `v0=${hmac(utf16(`v0:${now}:${SLACK_POST}`))}`),
    forged('another time than the signed one', { [TIMESTAMP]: String(now - 1) }),
    time('a time that is no number', 'soon'),
    time('a time in milliseconds', now * 1000),
    time('a fractional time', `${now}.5`),
    time('a signed time', `+${now}`),
    time('a time in hex', `0x${now.toString(16)}`),
    time('a time below zero', -now),
    time('a time five minutes and a second ago', now - tooLongAgo),
    // To the second only where the clock stands still, in the unit test: time passes before this one arrives.
    time('a time in six minutes', now + 360),
    time('a time in a day', now + 86_400),
    time('a time in a year', now + 31_536_000),
    bare('ssl_check before a payload', FORM, `ssl_check=1&${form}`),
    bare('ssl_check after a payload', FORM, `${form}&ssl_check=1`),
    bare('ssl_check in JSON', 'application/json', `{"ssl_check":1,${SLACK_POST.slice(1)}`),
    bare('ssl_check of another value', FORM, 'ssl_check=2'),
    forged('ssl_check with a wrong signature', { 'content-type': FORM }, 'ssl_check=1&token=abc'),
    bare('a challenge unsigned', 'application/json', '{"type":"url_verification","challenge":"a"}'),
  ];
}

function hmac(text: string | Buffer): string {
  return createHmac('sha256', WORKSPACE.signingSecret).update(text).digest('hex');
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
