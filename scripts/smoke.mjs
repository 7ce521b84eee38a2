/**
 * Starts the built program as `npm start` does, on a free port and an empty data folder; asks the local page and one
 * question, and stops it again.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '..');
const data = mkdtempSync(path.join(tmpdir(), 'hexfix-smoke-'));
const env = { ...process.env, HEXFIX_PORT: '0', HEXFIX_DATA_DIR: data, DATABASE_URL: '', NODE_ENV: '' };
const onWindows = process.platform === 'win32';
// By a shell: npm is a batch file on Windows. In a group of its own elsewhere, so that all of it can be told to stop.
const child = spawn('npm -s start', {
  ...{ cwd: root, env, shell: true, detached: !onWindows },
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** npm, and the program that it started. */
function stop() {
  if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else process.kill(-child.pid, 'SIGTERM');
}

try {
  const [line] = await once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(60_000) });
  console.log(line);
  const address = /http:\S+/.exec(line)?.[0];
  assert.ok(address, 'the line names no address');

  const page = await fetch(address);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<html/i);

  const answer = await fetch(new URL('/playground/messages', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: '错误: 0xC004F074 软件授权服务报告无法激活计算机。' }),
  });
  assert.equal(answer.status, 200);
  const { teams, slack } = await answer.json();
  assert.equal(teams.type, 'AdaptiveCard');
  assert.match(slack.text, /0xC004F074/);
  console.log('The page is served and a message is answered.');
} finally {
  const exit = once(child, 'exit');
  stop();
  await exit;
  rmSync(data, { recursive: true, force: true });
}
