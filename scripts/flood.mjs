/**
 * One organization sends fifty times its share (T11): how long do the others wait then, beside what they wait without it?
 * The share is that of HEXFIX_EVENTS_PER_MINUTE. Measured on one machine, sender included.
 */
import { percentile, readOptions, stream } from './load/figures.mjs';
import { startHexfix } from './load/hexfix.mjs';
import { startTeams } from './load/teams.mjs';

const MOST_TIMES = 1.5;
const CODES = ['0xC004F074', '0x8007232B', '0xC004F042', '0x80070005'];

const { seconds, others, perMinute, random } = readOptions({ seconds: 20, others: 20, perMinute: 1_200 });
const FLOOD_PER_SECOND = (50 * perMinute) / 60;
/** All of the others together. */
const PER_SECOND = 40;

const teams = await startTeams();
const hexfix = await startHexfix({ HEXFIX_EVENTS_PER_MINUTE: String(perMinute) });

const pick = (list) => list[Math.floor(random() * list.length)];
const names = Array.from({ length: others }, (_, index) => `quiet-${index}`);
const sendOne = () => teams.send(hexfix.url, pick(names), pick(CODES));

try {
  // What is loaded and compiled at the first requests is no part of the comparison.
  await stream(PER_SECOND, 5, sendOne);
  const before = await stream(PER_SECOND, seconds, sendOne);
  const [flood, during] = await Promise.all([
    stream(FLOOD_PER_SECOND, seconds, () => teams.send(hexfix.url, 'loud', pick(CODES))),
    stream(PER_SECOND, seconds, sendOne),
  ]);

  const [quiet, loud] = [before, during].map((run) =>
    percentile(
      run.map(({ ms }) => ms),
      0.99,
    ),
  );
  const lost = [...before, ...during].filter(({ status }) => status !== 200).length;
  const count = (status) => flood.filter((sent) => sent.status === status).length;
  const times = loud / quiet;
  const isFair = times <= MOST_TIMES && lost === 0;
  console.log(
    `flood    ${flood.length} posts in ${seconds} s: ${count(200)} taken, ${count(429)} told to wait, ${flood.length - count(200) - count(429)} others`,
  );
  console.log(
    `others   p99 ${quiet.toFixed(1)} ms without the flood, ${loud.toFixed(1)} ms with it: ${times.toFixed(2)} times; ${lost} of ${before.length + during.length} not acknowledged`,
  );
  console.log(isFair ? 'T11 holds' : `T11 does not hold: at most ${MOST_TIMES} times, none refused`);
  process.exitCode = isFair ? 0 : 1;
} finally {
  await hexfix.stop();
  await teams.stop();
}
