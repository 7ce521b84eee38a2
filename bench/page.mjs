/**
 * The local page as a browser gets it: how soon it shows, what it loads, and how long a click takes until its result is
 * painted. `npm run bench:page -- --rounds 9 --json figures.json`; needs Chromium, as `npm run test:browser` does.
 */

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startBrowser, startHexfix } from '../test/browser/hexfix.mjs';
import { visitMeasured } from './page/visit.mjs';

/** As the machine is, and as Chromium makes of it one of a quarter the speed. */
const SLOWER = [1, 4];
/** Of what comes over the wire on the first visit, headers included. */
const MOST_BYTES = 300_000;

const FIGURES = [
  ['firstPaintMs', 'first contentful paint, ms'],
  ['largestPaintMs', 'largest contentful paint, ms'],
  ['blockingMs', 'total blocking time, ms'],
  ['shift', 'layout shift'],
  ['requests', 'requests'],
  ['bytes', 'bytes'],
  ['againFirstPaintMs', 'first contentful paint again, ms'],
  ['againBytes', 'bytes again'],
  ['answerMs', 'send until the answer is painted, ms'],
  ['pressMs', 'press until the next step is painted, ms'],
];

/** The middle of each figure: the first visit pays for what the server compresses once. */
function middleOf(visits) {
  return Object.fromEntries(
    FIGURES.map(([name]) => {
      const sorted = visits.map((visit) => visit[name]).sort((a, b) => a - b);
      return [name, sorted[Math.floor(sorted.length / 2)]];
    }),
  );
}

function toTable(measured) {
  const heads = measured.map(({ slower }) => (slower === 1 ? 'as it is' : `${slower} times slower`));
  return [
    `| | ${heads.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heads.length)}`,
    ...FIGURES.map(([name, words]) => `| ${words} | ${measured.map((each) => round(each[name])).join(' | ')} |`),
  ];
}

function round(figure) {
  return figure < 1 ? figure.toFixed(3) : figure.toFixed(0);
}

const { values } = parseArgs({ options: { rounds: { type: 'string' }, json: { type: 'string' } } });
const machine = {
  node: process.version,
  cpu: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  date: new Date().toISOString(),
};
console.log(`${machine.cpu}, Node ${machine.node}, ${machine.date}\n`);

const hexfix = await startHexfix();
const browser = await startBrowser();
const measured = [];
try {
  for (const slower of SLOWER) {
    const visits = [];
    for (let round = 0; round < Number(values.rounds ?? 9); round += 1) {
      visits.push(await visitMeasured(browser, hexfix.url, slower));
    }
    measured.push({ slower, ...middleOf(visits) });
  }
} finally {
  await browser.close();
  await hexfix.close();
}

console.log(toTable(measured).join('\n'));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, measured }, null, 2)}\n`);
if (measured.some(({ bytes }) => bytes > MOST_BYTES)) {
  console.error(`The page loads more than ${MOST_BYTES} bytes.`);
  process.exitCode = 1;
}
