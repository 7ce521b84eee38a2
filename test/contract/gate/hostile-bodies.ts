/** Bodies that are no payload of either platform, from senders who have proved who they are: refused, and the server lives on. */

import type { OutgoingHttpHeaders } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import { nowInSeconds, signBytes } from '../../fixtures/slack/signed-sender';
import type { Attack } from './attack';
import type { House } from './house';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const KILOBYTE = 1024;
const MOST_BYTES = 256 * KILOBYTE;

type Body = readonly [name: string, body: string | Buffer, change?: { headers?: OutgoingHttpHeaders; status?: number }];
type Doors = Pick<House, 'teams' | 'activity'>;

/** Every body, at both doors. */
export async function hostileBodies(doors: Doors): Promise<readonly Attack[]> {
  const bodies = [
    ...textBodies(doors.activity()),
    ...byteBodies(),
    ...encodedBodies(doors.activity()),
    ...formBodies(),
  ];
  const prove = await createProofs(doors);
  return bodies.flatMap(([name, body, { headers = {}, status = 400 } = {}]) => {
    // What is longer than allowed may be cut before all of it was sent.
    const change = { statuses: [status], mayBeCut: status === 413 };
    return [
      { name: `Slack: ${name}`, ...prove.slack(body, headers), ...change },
      { name: `Teams: ${name}`, ...prove.teams(body, headers), ...change },
    ];
  });
}

export interface Proofs {
  slack(body: string | Buffer, headers?: OutgoingHttpHeaders): Omit<Attack, 'name'>;
  teams(body: string | Buffer, headers?: OutgoingHttpHeaders): Omit<Attack, 'name'>;
}

/** Makes anything a request of a genuine sender. */
export async function createProofs({ teams }: Pick<Doors, 'teams'>): Promise<Proofs> {
  const authorization = `Bearer ${await teams.token()}`;
  return {
    slack(body, headers = {}) {
      const now = nowInSeconds();
      const proof = {
        'x-slack-request-timestamp': String(now),
        'x-slack-signature': signBytes(Buffer.from(body), now),
      };
      return { path: '/slack/events', headers: { 'content-type': JSON_TYPE, ...proof, ...headers }, body };
    },
    teams: (body, headers = {}) => ({
      path: '/api/messages',
      headers: { 'content-type': JSON_TYPE, authorization, ...headers },
      body,
    }),
  };
}

function textBodies(activity: string): readonly Body[] {
  const deep = 100_000;
  const inside = (value: string) => `${activity.slice(0, -1)},"type":"event_callback","value":${value}}`;
  return [
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', '"message"'],
    ['half an object', activity.slice(0, -5)],
    ['two objects', activity + activity],
    ['a trailing comma', `${activity.slice(0, -1)},}`],
    ['a comment', `/* hi */${activity}`],
    ['single quotes', "{'type':'message'}"],
    ['a page', '<!doctype html><title>hi</title>'],
    ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'],
    ['nested lists', '['.repeat(deep) + ']'.repeat(deep)],
    ['nested objects', '{"a":'.repeat(40_000) + 1 + '}'.repeat(40_000)],
    ['lists that never end', '['.repeat(deep)],
    ['nesting inside a payload', inside('{"a":'.repeat(5_000) + 1 + '}'.repeat(5_000))],
    ['a number of many digits', '9'.repeat(deep)],
    ['a number out of range', '{"type":1e999999}'],
    ['a payload that is only inherited', `{"__proto__":${activity}}`],
    ['a prototype and nothing else', '{"__proto__":{"type":"message"},"constructor":{"prototype":{"polluted":true}}}'],
    ['a name of many letters', `{"${'x'.repeat(deep)}":1}`],
    ['many names', `{${Array.from({ length: 20_000 }, (_, index) => `"n${index}":1`).join()}}`],
    ['many empty lists', `[${Array(80_000).fill('[]').join()}]`],
    ['a type that is an object', '{"type":{"type":"message"}}'],
    ['an event that is a list', '{"type":"event_callback","event":["message"]}'],
    ['as many blanks as are allowed', ' '.repeat(MOST_BYTES)],
    ['one byte more than is allowed', ' '.repeat(MOST_BYTES + 1), { status: 413 }],
    ['ten times as much as is allowed', inside(`"${'x'.repeat(10 * MOST_BYTES)}"`), { status: 413 }],
  ];
}

function byteBodies(): readonly Body[] {
  const text = (...bytes: number[]) => Buffer.concat([Buffer.from('{"type":"'), Buffer.from(bytes), Buffer.from('"}')]);
  return [
    ['bytes that are not UTF-8', text(0xff, 0xfe)],
    ['half a character', text(0xe4, 0xbd)],
    ['a character in too many bytes', text(0xc0, 0xaf)],
    ['half a surrogate pair in bytes', text(0xed, 0xa0, 0x80)],
    ['a character beyond the last one', text(0xf4, 0x90, 0x80, 0x80)],
    ['a text with a zero byte', text(0)],
    ['zero bytes', Buffer.alloc(KILOBYTE)],
    ['another character set', Buffer.from('{"type":"message"}', 'utf16le')],
  ];
}

function encodedBodies(activity: string): readonly Body[] {
  const encoded = (name: string, body: string | Buffer, encoding: string): Body => [
    name,
    body,
    { headers: { 'content-encoding': encoding }, status: 415 },
  ];
  return [
    encoded('something that claims to be gzip', activity, 'gzip'),
    encoded('a gzip bomb', gzipSync(Buffer.alloc(50 * MOST_BYTES)), 'gzip'),
    encoded('half a gzip', gzipSync(activity).subarray(0, 20), 'gzip'),
    encoded('something deflated', deflateSync(activity), 'deflate'),
    encoded('two encodings', gzipSync(gzipSync(activity)), 'gzip, gzip'),
    encoded('an encoding that nobody knows', activity, 'zstd-x'),
    encoded('an encoding that is none', activity, 'identity'),
    encoded('an empty encoding', activity, ''),
  ];
}

function formBodies(): readonly Body[] {
  const form = (name: string, body: string): Body => [name, body, { headers: { 'content-type': FORM } }];
  const payload = new URLSearchParams({
    payload: '{"type":"shortcut","callback_id":"x","user":{"id":"U0"}}',
  }).toString();
  return [
    form('a form without fields', '&&&'),
    form('a payload twice', `${payload}&${payload}`),
    form('a payload and a command', 'payload=&command=%2Fhexfix'),
    form('a payload that is no JSON', 'payload=%7B'),
    form('a payload nested deeply', `payload=${'%5B'.repeat(20_000)}`),
    form('many fields', Array.from({ length: 20_000 }, (_, index) => `n${index}=1`).join('&')),
    form('escapes that are none', 'command=%2Fhexfix&text=%ZZ'),
    form('escapes that are not UTF-8', 'command=%2Fhexfix&text=%FF%FE'),
    form('fields of a prototype', '__proto__=1&constructor=2&command=%2Fhexfix'),
    ['parts of a form', '--x\r\n\r\nhi\r\n--x--', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ];
}
