/**
 * Redis refuses, swallows what comes, or is two seconds late (A5), while two replicas take posts: what does that do to
 * acknowledgements, are posts lost or answered twice, and who counts what an organization sends? Needs `redis-server`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, readOptions, stream } from './load/figures.mjs';
import { startHexfix } from './load/hexfix.mjs';
import { startProxy } from './load/proxy.mjs';
import { startTeams } from './load/teams.mjs';

const FAULTS = ['refuses', 'swallows', 'is slow'];
const MOST_MORE_MS = 50;
const PER_MINUTE = 120;
/** More than two buckets hold. */
const BURST = 200;
const BURST_PER_SECOND = 100;
/** A bucket holds a sixth of a minute’s worth, and fills meanwhile. */
const SHARE = PER_MINUTE / 6 + (PER_MINUTE / 60) * (BURST / BURST_PER_SECOND);
const CODES = ['0xC004F074', '0x8007232B', '0xC004F042', '0x80070005'];
/** After a fault every replica tries again within this. */
const RECOVERY_MS = 8_000;
const PATIENCE_MS = 60_000;

if (spawnSync('redis-server', ['--version']).status !== 0) {
  console.error(
    'redis-server is not installed. This measures what a real one does. On Debian: apt-get install redis-server',
  );
  process.exit(2);
}

const { seconds, rate, random } = readOptions({ seconds: 8, rate: 20 });
const redisPort = await freePort();
const redis = spawn(
  'redis-server',
  ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  { stdio: 'ignore' },
);
const proxy = await startProxy(redisPort);
const teams = await startTeams();
const settings = { HEXFIX_REDIS_URL: `redis://127.0.0.1:${proxy.port}`, HEXFIX_EVENTS_PER_MINUTE: String(PER_MINUTE) };
const replicas = [await startHexfix(settings), await startHexfix(settings)];

const pick = (list) => list[Math.floor(random() * list.length)];
const sent = [];

/** So many organizations that each stays below its share. */
async function load() {
  const run = await stream(rate, seconds, (number) => {
    const { url } = replicas[number % replicas.length];
    return teams.send(url, `organization ${Math.floor(random() * 1_000)}`, pick(CODES));
  });
  sent.push(...run);
  return percentile(
    run.map(({ ms }) => ms),
    0.99,
  );
}

/** How many posts of one organization both replicas take together. */
async function share(name) {
  const posts = await stream(BURST_PER_SECOND, BURST / BURST_PER_SECOND, (number) =>
    teams.send(replicas[number % replicas.length].url, name, 'good morning', { isMention: false }),
  );
  return posts.filter(({ status }) => status === 200).length;
}

const verdicts = [];
function judge(holds, line) {
  verdicts.push(holds);
  console.log(`${holds ? 'holds ' : 'FAILS '} ${line}`);
}

try {
  await load();
  for (const fault of FAULTS) {
    const healthy = await load();
    const together = await share(`before it ${fault}`);
    await proxy.set(fault);
    const faulty = await load();
    const alone = await share(`while it ${fault}`);
    await proxy.set('passes');
    judge(
      faulty - healthy <= MOST_MORE_MS,
      `Redis ${fault}: p99 ${healthy.toFixed(1)} ms before, ${faulty.toFixed(1)} ms meanwhile`,
    );
    judge(
      together < 1.5 * SHARE,
      `of ${BURST} posts of one organization ${together} were taken before (its share is ${SHARE})`,
    );
    judge(alone > 1.6 * SHARE && alone < 2.5 * SHARE, `${alone} were taken meanwhile, by each replica alone`);
    await pause(RECOVERY_MS);
  }
  const isMissing = ({ id }) => !teams.answers.has(id);
  for (const until = Date.now() + PATIENCE_MS; sent.some(isMissing) && Date.now() < until; ) await pause(100);
  const lost = sent.filter(isMissing).length;
  const double = sent.filter(({ id }) => teams.answers.get(id) > 1).length;
  judge(lost === 0 && double === 0, `of ${sent.length} posts ${lost} were lost and ${double} answered twice`);
  console.log(verdicts.every(Boolean) ? 'A5 holds' : 'A5 does not hold');
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
} finally {
  for (const replica of replicas) await replica.stop();
  await teams.stop();
  await proxy.stop();
  redis.kill();
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
