/**
 * How long a look at /healthz waits while SQLite takes 200 answers a second. Each write waits for the disk on the event
 * loop. With TMPDIR on a memory file system the same tells how much of the wait is the disk’s.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, readOptions, stream } from './load/figures.mjs';
import { startHexfix } from './load/hexfix.mjs';
import { startTeams } from './load/teams.mjs';

const MOST_MS = 50;
const LOOK_EVERY_MS = 5;
const CODES = ['0xC004F074', '0x8007232B', '0xC004F042', '0x80070005'];

const { seconds, rate, random } = readOptions({ seconds: 20, rate: 200 });
const teams = await startTeams();
// Nothing is held back because it was said before, or by somebody's many posts.
const hexfix = await startHexfix({
  HEXFIX_EVENTS_PER_MINUTE: '0',
  HEXFIX_COOLDOWN_MINUTES: '0',
  HEXFIX_UNASKED_ANSWERS: '0',
});

/** Looks one after the other, until told to end. */
async function look(until) {
  const waits = [];
  let isOver = false;
  until.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const startedAt = performance.now();
    await (await fetch(`${hexfix.url}/healthz`)).arrayBuffer();
    waits.push(performance.now() - startedAt);
    await pause(LOOK_EVERY_MS);
  }
  return waits;
}

function tell(what, waits) {
  const [half, most, all] = [0.5, 0.99, 1].map((share) => percentile(waits, share).toFixed(1));
  console.log(`${what.padEnd(34)} ${waits.length} looks, p50 ${half} ms, p99 ${most} ms, longest ${all} ms`);
}

try {
  const post = () => teams.send(hexfix.url, `tenant-${Math.floor(random() * 50)}`, CODES[Math.floor(random() * 4)]);
  await stream(rate, 3, post);
  const idle = await look(pause(5_000));
  const sending = stream(rate, seconds, post);
  const busy = await look(sending);
  const posts = await sending;
  tell('/healthz with nothing to do', idle);
  tell(`/healthz at ${rate} answers a second`, busy);
  tell(
    'acknowledgements at that',
    posts.map(({ ms }) => ms),
  );
  const refused = posts.filter(({ status }) => status !== 200);
  const p99 = percentile(busy, 0.99);
  const holds = p99 <= MOST_MS && refused.length === 0;
  const how = [...new Set(refused.map(({ status }) => status || 'no answer'))].join(', ');
  console.log(`${refused.length} of ${posts.length} posts not taken${how && `: ${how}`}`);
  console.log(`${holds ? 'holds' : 'does not hold'}: p99 of /healthz at most ${MOST_MS} ms, all posts taken`);
  process.exitCode = holds ? 0 : 1;
} finally {
  await hexfix.stop();
  await teams.stop();
}
