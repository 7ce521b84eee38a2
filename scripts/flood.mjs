/**
 * One organization sends fifty times its share, each post of it to be answered (T11): how long do the others wait then, beside
 * what they wait without it? The others send half of their share, and one post in twenty holds a code. Measured on one machine,
 * sender included.
 */
import { percentile, readOptions, stream } from './load/figures.mjs';
import { startHexfix } from './load/hexfix.mjs';
import { startTeams } from './load/teams.mjs';

const MOST_TIMES = 1.5;
const ONE_CODE_IN = 20;
/** A bucket holds what comes in ten seconds; with a flood it is empty sooner. What it let through is then answered as well. */
const EMPTY_AFTER_S = 3;
const CODES = ['0xC004F074', '0x8007232B', '0xC004F042', '0x80070005'];

const { seconds, others, perMinute, random } = readOptions({ seconds: 30, others: 20, perMinute: 120 });
const RATE = (others * perMinute) / 60 / 2;
const FLOOD = (50 * perMinute) / 60;

const teams = await startTeams();
const hexfix = await startHexfix({ HEXFIX_EVENTS_PER_MINUTE: String(perMinute) });

const pick = (list) => list[Math.floor(random() * list.length)];
function sendQuiet(number) {
  const isMention = random() < 1 / ONE_CODE_IN;
  const text = isMention ? pick(CODES) : 'Good morning, who has the minutes of yesterday?';
  return teams.send(hexfix.url, `quiet ${number % others}`, text, { isMention });
}
const sendLoud = () => teams.send(hexfix.url, 'loud', pick(CODES));
const p99 = (run) =>
  percentile(
    run.map(({ ms }) => ms),
    0.99,
  );

try {
  // What is loaded and compiled at the first requests is no part of the comparison.
  await stream(RATE, 10, sendQuiet);
  const before = await stream(RATE, seconds, sendQuiet);
  const flooding = stream(FLOOD, EMPTY_AFTER_S + seconds, sendLoud);
  const atFirst = await stream(RATE, EMPTY_AFTER_S, sendQuiet);
  const during = await stream(RATE, seconds, sendQuiet);
  const flood = await flooding;

  const all = [...before, ...atFirst, ...during];
  const refused = all.filter(({ status }) => status !== 200).length;
  const count = (status) => flood.filter((sent) => sent.status === status).length;
  const times = p99(during) / p99(before);
  const isFair = times <= MOST_TIMES && refused === 0;
  console.log(
    `flood    ${FLOOD} posts a second: ${count(200)} taken, ${count(429)} told to wait, ${flood.length - count(200) - count(429)} others`,
  );
  console.log(
    `others   ${RATE} posts a second: p99 ${p99(before).toFixed(1)} ms without the flood, ${p99(during).toFixed(1)} ms with it, ${p99(atFirst).toFixed(1)} ms in its first ${EMPTY_AFTER_S} s; ${refused} of ${all.length} not acknowledged`,
  );
  console.log(
    `${isFair ? 'T11 holds' : 'T11 does not hold'}: ${times.toFixed(2)} times (at most ${MOST_TIMES}), and nobody else refused`,
  );
  process.exitCode = isFair ? 0 : 1;
} finally {
  await hexfix.stop();
  await teams.stop();
}
