/**
 * Three replicas on this machine without Docker: a PostgreSQL from npm (or the one of DATABASE_URL), the program three
 * times, and a balancer before them at HEXFIX_HOST and HEXFIX_PORT. Ctrl+C stops all of it in order.
 * `npm run replicas`, or with another number `npm run replicas -- --replicas 2`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBalancer } from './balancer.mjs';

const USUAL_PORT = 3978;
/** The first replica's; the others follow it. */
const FIRST_REPLICA_PORT = 4801;
const RESTART_AFTER_MS = 1_000;
/** Longer than the balancer needs to notice that a replica is about to go. */
const DRAIN_SECONDS = '2';
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

if (existsSync('.env')) process.loadEnvFile('.env');
const { values } = parseArgs({ options: { replicas: { type: 'string', default: '3' } } });
const { HEXFIX_HOST: host = '127.0.0.1', HEXFIX_METRICS_PORT: metricsPort = '' } = process.env;
const port = Number(process.env.HEXFIX_PORT || process.env.PORT || USUAL_PORT);
const home = path.resolve(process.env.HEXFIX_DATA_DIR || 'data');
const program = path.join(import.meta.dirname, '../dist/main.js');
const running = new Set();
let isStopping = false;

/** Not of this terminal's group: Ctrl+C is for this program, which stops the others in order. */
function start(file, parameters, options) {
  return spawn(process.execPath, [file, ...parameters], { detached: true, ...options });
}

async function startDatabase() {
  const child = start(path.join(import.meta.dirname, 'postgres.mjs'), [home], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [told] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof told !== 'object' || told === null) process.exit(1);
  return { url: told.url, child };
}

function settingsOf(index, databaseUrl) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HEXFIX_HOST: '127.0.0.1',
    HEXFIX_PORT: String(FIRST_REPLICA_PORT + index),
    HEXFIX_DRAIN_SECONDS: process.env.HEXFIX_DRAIN_SECONDS || DRAIN_SECONDS,
    // The page keeps in one process what it shows.
    HEXFIX_PLAYGROUND: 'off',
    // Behind the balancer a replica cannot see who can reach it: what is not safe for others must not start.
    ...(LOOPBACK.includes(host) ? {} : { NODE_ENV: 'production' }),
    ...(metricsPort === '' ? {} : { HEXFIX_METRICS_PORT: String(Number(metricsPort) + index) }),
  };
}

/** Resolves when the replica is ready, and starts another one in its place when it dies. */
async function startReplica(index, databaseUrl) {
  const child = start(program, [], { env: settingsOf(index, databaseUrl), stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const exited = once(child, 'exit');
  let isReady = false;
  void exited.then(() => {
    running.delete(child);
    if (isStopping || !isReady) return;
    console.log(`Replica ${index + 1} has ended; another one takes its place.`);
    setTimeout(() => isStopping || startReplica(index, databaseUrl), RESTART_AFTER_MS);
  });
  isReady = await Promise.race([once(child.stdout, 'data').then(() => true), exited.then(() => false)]);
  if (!isReady && !isStopping) await stop(1);
  child.stdout.resume();
}

let database;
let balancer;

async function stop(code = 0) {
  // Whoever asks twice is in a hurry.
  if (isStopping) {
    for (const child of running) child.kill('SIGKILL');
    return;
  }
  isStopping = true;
  console.log('Stopping: the replicas finish what they have begun.');
  const gone = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(gone);
  await balancer?.close();
  if (database !== undefined) {
    database.child.disconnect();
    await once(database.child, 'exit');
  }
  process.exit(code);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

const count = Number(values.replicas);
if (!process.env.DATABASE_URL) database = await startDatabase();
const databaseUrl = process.env.DATABASE_URL || database.url;
// One after the other: the first makes the tables.
for (let index = 0; index < count; index += 1) await startReplica(index, databaseUrl);
const replicas = Array.from({ length: count }, (_, index) => `http://127.0.0.1:${FIRST_REPLICA_PORT + index}`);
balancer = await startBalancer({ host, port, replicas });
console.log(`${count} replicas are ready behind ${balancer.url}`);
console.log(
  database === undefined ? 'They share the database of DATABASE_URL.' : `They share a PostgreSQL in ${home}/postgres.`,
);
