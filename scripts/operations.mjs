/**
 * Starts and stops real processes (A24): how soon one is ready, what it says while its database is away, and how soon it is
 * gone. Run it after a build.
 */
import { fork, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { percentile, readOptions } from './load/figures.mjs';

const READY_MS = 2_000;
const NOTICED_MS = 3_000;
const STOPPED_MS = 15_000;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { starts } = readOptions({ starts: 10 });
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-operations-'));
/** With the SDK of Teams, which takes the longest to load, and without its platform. */
const SETTINGS = { HEXFIX_PLAYGROUND: 'off', TEAMS_UNAUTHENTICATED_LOOPBACK: 'on' };
const claims = [];
// PostgreSQL may have to run as another user.
chmodSync(folder, 0o755);

function claim(what, ms, most) {
  const holds = ms <= most;
  claims.push(holds);
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}: ${Math.round(ms)} ms, at most ${most}`);
}

function claimTrue(what, holds) {
  claims.push(holds);
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}`);
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function begin(settings) {
  const port = await findFreePort();
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HEXFIX_PORT: String(port), HEXFIX_DATA_DIR: folder, ...SETTINGS, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return { child, ended, url: `http://127.0.0.1:${port}` };
}

/** The status of a look; 0 when nobody answers. */
async function ask(url) {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

/** How long it takes until the answer is this one. */
async function timeUntil(url, wanted) {
  const startedAt = performance.now();
  while ((await ask(url)) !== wanted) {
    if (performance.now() - startedAt > 60_000) throw new Error(`${url} never answered ${wanted}`);
    await pause(10);
  }
  return performance.now() - startedAt;
}

async function measureStarts() {
  const times = [];
  for (let start = 0; start < starts; start += 1) {
    const { child, ended, url } = await begin({ HEXFIX_LOG_LEVEL: 'warn' });
    times.push(await timeUntil(`${url}/readyz`, 200));
    child.kill('SIGTERM');
    await ended;
  }
  claim(`ready, half of ${starts} starts`, percentile(times, 0.5), READY_MS);
  claim('ready, the slowest of them', percentile(times, 1), READY_MS);
}

async function measureStops() {
  const first = await begin({ HEXFIX_DRAIN_SECONDS: '3', HEXFIX_LOG_LEVEL: 'warn' });
  await timeUntil(`${first.url}/readyz`, 200);
  let startedAt = performance.now();
  first.child.kill('SIGTERM');
  claim('draining is told', await timeUntil(`${first.url}/readyz`, 503), 500);
  claimTrue('it still answers and lives', (await ask(`${first.url}/healthz`)) === 200);
  claimTrue('it exits with 0', (await first.ended) === 0);
  claim('gone, with a drain of 3 s', performance.now() - startedAt, STOPPED_MS);

  const second = await begin({ HEXFIX_DRAIN_SECONDS: '10', HEXFIX_LOG_LEVEL: 'warn' });
  await timeUntil(`${second.url}/readyz`, 200);
  second.child.kill('SIGTERM');
  await timeUntil(`${second.url}/readyz`, 503);
  startedAt = performance.now();
  second.child.kill('SIGTERM');
  claimTrue('a second signal exits with 143', (await second.ended) === 143);
  claim('gone at the second signal', performance.now() - startedAt, 500);
}

/** PostgreSQL in a process of its own: its address, and a way to stop it. */
async function startDatabase() {
  const child = fork(path.join(root, 'scripts', 'postgres.mjs'), [folder]);
  const { url } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('PostgreSQL did not start')));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

async function measureOutage() {
  const database = await startDatabase();
  const { child, ended, url } = await begin({ DATABASE_URL: database.url, HEXFIX_LOG_LEVEL: 'error' });
  await timeUntil(`${url}/readyz`, 200);
  await database.stop();
  claim('not ready, once the database is away', await timeUntil(`${url}/readyz`, 503), NOTICED_MS);
  claimTrue('it still lives', (await ask(`${url}/healthz`)) === 200);
  child.kill('SIGTERM');
  const startedAt = performance.now();
  await ended;
  claim('gone, without its database', performance.now() - startedAt, STOPPED_MS);
}

try {
  await measureStarts();
  await measureStops();
  await measureOutage();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = claims.every(Boolean) ? 0 : 1;
console.log(process.exitCode === 0 ? 'A24 holds' : 'A24 does not hold');
