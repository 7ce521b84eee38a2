/** Every recorded request, sent signed through the real adapters, the real SDKs and the real bot. */

import path from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load';
import { simulate } from '../../src/simulate';
import { type ReadRecording, readRecordings } from '../../src/simulate/read-recordings';
import type { Call } from '../../src/simulate/recorder';
import type { Recording, SimulatedPlatform } from '../../src/simulate/recording';
import { type Expected, SLACK_EXPECTED, TEAMS_EXPECTED } from './replay-table';

const PAYLOADS = path.join(__dirname, '../fixtures/payloads');
const LOOK_UPS = /^(?:users|conversations|files|auth)\./;
const knowledge = loadKnowledge();

const TABLES: readonly (readonly [SimulatedPlatform, Readonly<Record<string, Expected>>])[] = [
  ['slack', SLACK_EXPECTED],
  ['teams', TEAMS_EXPECTED],
];

describe.each(TABLES)('%s', (platform, table) => {
  const found = readRecordings(path.join(PAYLOADS, platform));

  test('every recording is in the table, and readable', () => {
    expect(found.map(({ file }) => path.basename(file, '.json')).sort()).toEqual(Object.keys(table).sort());
    expect(found.filter((each) => 'fault' in each)).toEqual([]);
  });

  test.each(Object.entries(table))('%s', async (name, expected) => {
    const recording = recordingCalled(name, found);
    const { answer, calls, why } = await simulate(recording, { knowledge, locale: 'en', settings: {} });
    expect({ status: answer.status, why }).toEqual({ status: expected.status ?? 200, why: expected.why });
    // What goes out at the same moment comes in any order.
    expect(calls.map(kindOf).filter(isSeen).sort()).toEqual([...(expected.calls ?? [])].sort());
    expect(answer.body ?? '').toContain(expected.body ?? '');
  });
});

test('answers in the language that was written', async () => {
  for (const [platform, name] of [
    ['slack', 'message-im-chinese'],
    ['teams', 'message-personal-chinese'],
  ] as const) {
    const recording = recordingCalled(name, readRecordings(path.join(PAYLOADS, platform)));
    const { calls } = await simulate(recording, { knowledge, locale: 'en', settings: {} });
    expect(JSON.stringify(calls)).toContain('无法联系任何 KMS 主机');
  }
});

test('nothing that is told holds a token or a signature', async () => {
  for (const [platform, name] of [
    ['slack', 'command'],
    ['teams', 'message-personal'],
  ] as const) {
    const recording = recordingCalled(name, readRecordings(path.join(PAYLOADS, platform)));
    const told = JSON.stringify(await simulate(recording, { knowledge, locale: 'en', settings: {} }));
    expect(told).not.toMatch(/xoxb-|v0=|Bearer|eyJ/);
    expect(told).not.toContain('127.0.0.1');
  }
});

function recordingCalled(name: string, found: readonly ReadRecording[]): Recording {
  const read = found.find(({ file }) => path.basename(file, '.json') === name);
  if (read === undefined || !('recording' in read)) throw new Error(`no recording ${name}`);
  return read.recording;
}

function kindOf({ method, url }: Call): string {
  const { host, pathname } = new URL(url);
  if (host === 'slack.com') return pathname.replace('/api/', '');
  return host.endsWith('slack.com') && method === 'POST' ? host : method;
}

function isSeen(kind: string): boolean {
  return kind !== 'GET' && !LOOK_UPS.test(kind);
}
