import path from 'node:path';
import { jsonLines, run } from './terminal';

const COMMAND = path.join(__dirname, '../../fixtures/payloads/slack/command.json');

// The first simulation loads the whole program, which takes long where it is compiled on the way.
beforeAll(() => run(['simulate', '--replay', COMMAND]), 60_000);

test('tells what would be sent to Slack', async () => {
  const { exitCode, out } = await run(['simulate', '--platform', 'slack', '--door', 'mention', '0xC004F074']);
  expect(exitCode).toBe(0);
  expect(out).toContain('→ POST https://slack.com/api/chat.postMessage');
  expect(out).toContain('No KMS host could be contacted');
});

test('tells what would be sent to Teams, as one line of JSON', async () => {
  const { exitCode, out } = await run(['simulate', '--platform', 'teams', '--door', 'dm', '0xC004F074', '--json']);
  expect(exitCode).toBe(0);
  expect(jsonLines(out)).toEqual([
    expect.objectContaining({ platform: 'teams', door: 'dm', sent: true, answer: { status: 200 } }),
  ]);
});

test.each([
  [['--set', 'mode=off'], 'Nothing is sent, because the bot is switched off in this channel.'],
  [['--set', 'mute=on'], 'Nothing is sent, because this person has muted the bot.'],
  [['--set', 'mode=off', '--lang', 'zh-CN'], '不会发送任何内容，因为此频道已关闭机器人。'],
])('a setting holds: %j', async (options, sentence) => {
  const { exitCode, out } = await run(['simulate', '--platform', 'slack', '0xC004F074', ...options]);
  expect(exitCode).toBe(1);
  expect(out).toContain(sentence);
});

test('replays a recorded request', async () => {
  const { exitCode, out } = await run(['simulate', '--replay', COMMAND]);
  expect(exitCode).toBe(0);
  expect(out).toContain('→ POST https://hooks.slack.com/commands/');
});

test.each([
  [['0xC004F074'], '--platform'],
  [['--platform', 'teams', '--door', 'home', 'x'], 'Teams has no door "home"'],
  [['--platform', 'slack'], 'needs what somebody writes'],
  [['--platform', 'slack', '--set', 'mode=loud', 'x'], '--set mode=loud is not a setting'],
  [['--replay'], 'needs a file'],
  [['--replay', 'no-such-file.json'], 'no-such-file.json cannot be read'],
  [['--replay', path.join(__dirname, '../../../package.json')], 'is no recorded request'],
])('says what is wrong with %j', async (options, sentence) => {
  const { exitCode, err } = await run(['simulate', ...options]);
  expect(exitCode).toBe(2);
  expect(err).toContain(sentence);
});
