/**
 * Detection and redaction, which comes before it, against their promises: 100 MB/s on ordinary chat text, 10 ms for any
 * 40,000 characters, in linear time. And all that is done to a post without a code, which nearly all are. Prints figures;
 * run it after a build.
 */

import { detectCodes } from '../dist/code/detect.js';
import { toErrorCode } from '../dist/code/error-code.js';
import { redactProductKeys } from '../dist/evidence/redact.js';
import { takeIn } from '../dist/intake.js';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { best, tell } from './targets.mjs';

const LEAST_SPEED = 100;
const MOST_MS = 10;
const MOST_GROWTH = 15;
/** Shorter times grow with the clock's own. */
const LEAST_MS = 0.2;
const SIZE = 40_000;
const known = new Set(Array.from({ length: 300 }, (_, index) => toErrorCode(0xc004f000 + index)));

const named = (symbol) => (symbol.startsWith('E_') ? [toErrorCode(0x8000_4005)] : undefined);

const CHAT = [
  'Hi all, the build is green again, thanks for the quick review yesterday!',
  '大家好，今天下午三点在 305 会议室开会，请带上电脑。',
  'Can someone restart the print server on floor 2? It has been stuck since 10:30.',
  '我的 VPN 又连不上了，重启之后还是不行，有人遇到过吗？',
  'The meeting moved to Tuesday 14:00 😀👍🏽 please update your calendars.',
  'Ticket 48213 is waiting for the customer, see https://example.com/browse/HELP-48213?focus=comment-991',
  'lunch? 🍜 the new place near the station has good ramen, about 12 euros',
  'プリンターの調子が悪いので、午後に見てもらえますか。',
];

/** What is hardest for one stage or another. */
const FLOODS = {
  'prefix 0x': '0x',
  'prefix Ox': 'Ox ',
  'letter C': 'C',
  'digit 8': '8',
  hyphens: '-',
  blanks: '0x ',
  'line ends': '0x\n',
  'open tags': '<p ',
  tags: '<b>0x</b>',
  entities: '&#48;',
  ampersands: '&',
  'less-than': '0x<',
  'zero-width': '0\u200bx',
  'full-width': '０ｘＣ',
  'bold digits': '\u{1d7ce}',
  backslashes: '0x\\u00',
  'hex groups': 'c0041234 ',
  'one code': '0xC004F074 ',
  slips: 'OxC004F0744 ',
  'bare slips': 'error CO04F0744 ',
  decimals: '-1073418124 ',
  'grouped decimals': '1,073,418,124 ',
  'error words': 'error ',
  错误: '错误',
  addresses: '0x ://C004F074/ ',
  'one address': '/C004F074',
  brackets: '0x1(0xC0041234',
  'broken codes': '0xC004 F0 ',
  'broken digits': '0x1 ',
  'many codes': (index) => `0x${(0xc0040000 + index * 7919).toString(16)} `,
  'many bare codes': (index) => `error ${(0x80070000 + index * 7919).toString(16)} `,
  labels: 'code: 8007 ',
  registers: 'A0 : 0x8013c22e ',
  arrays: (index) => `0x${(0x80130000 + index * 7919).toString(16)}, `,
  gaps: 'error : : : : : : : : : 8007232b ',
  names: 'E_ACCESSDENIED ',
  'many names': (index) => `E_${(index * 7919).toString(36).toUpperCase()} `,
  'low lines': 'A_',
  'names in words': 'blue screen irql not less or ',
  'stop codes': 'bugcheck 9F, {',
  keys: 'BCDFG-',
  'keys with slips': 'BCDFO ',
  'keys in markup': '<b>BCDFG</b>-',
  'key letters': 'B',
  digits: '5083123 ',
};

function fill(unit, size) {
  let text = '0x';
  for (let index = 0; text.length < size; index += 1) text += typeof unit === 'string' ? unit : unit(index);
  return text.slice(0, size);
}

const rounds = 20_000;
const bytesOf = (lines) => lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const msFor = (lines, read) =>
  best(() => {
    for (let round = 0; round < rounds; round += 1) for (const line of lines) read(line);
  }, 5);
const tellSpeed = (name, read) =>
  tell(
    `${name} chat without codes`,
    (bytesOf(CHAT) * rounds) / msFor(CHAT, read) / 1000,
    'MB/s',
    { atLeast: LEAST_SPEED },
    0,
  );
const detect = (line) => detectCodes(line, { known, named });
tellSpeed('detecting in', detect);
tellSpeed('redacting', redactProductKeys);

/** Three lines each: posts of some 180 characters. */
const POSTS = CHAT.map(
  (line, index) => `${line} ${CHAT[(index + 3) % CHAT.length]}\n${CHAT[(index + 5) % CHAT.length]}`,
);
const knowledge = loadKnowledge();
const WORK = {
  'read from JSON': (post) => JSON.parse(post),
  redacted: (_, post) => redactProductKeys(post),
  detected: (_, post) => detect(post),
  'taken in, all told': (_, post) => takeIn(post, false, knowledge),
};
const pairs = POSTS.map((post) => [JSON.stringify({ text: post }), post]);
const characters = POSTS.join('').length / POSTS.length;
console.log(`\na post of ${characters.toFixed(0)} characters without a code is`);
for (const [name, work] of Object.entries(WORK)) {
  const us = (msFor(pairs, ([json, post]) => work(json, post)) * 1000) / rounds / POSTS.length;
  console.log(`${name.padEnd(20)}${us.toFixed(2).padStart(8)} µs`);
}

const READERS = { detect: (text) => detectCodes(text, { known, named, asked: true }), redact: redactProductKeys };
const heads = Object.keys(READERS).map((name) => `${`${name}, ms`.padStart(12)}${'40k / 4k'.padStart(12)}`);
console.log(`\n${'40,000 characters of'.padEnd(24)}${heads.join('')}`);
const worst = { detect: { ms: 0, growth: 0 }, redact: { ms: 0, growth: 0 } };
for (const [name, unit] of Object.entries(FLOODS)) {
  const long = fill(unit, SIZE);
  const short = fill(unit, SIZE / 10);
  const figures = Object.entries(READERS).map(([reader, read]) => {
    const ms = best(() => read(long), 12);
    const growth =
      ms /
      Math.max(
        best(() => read(short), 24),
        LEAST_MS,
      );
    worst[reader] = { ms: Math.max(worst[reader].ms, ms), growth: Math.max(worst[reader].growth, growth) };
    return `${ms.toFixed(2).padStart(12)}${growth.toFixed(1).padStart(12)}`;
  });
  console.log(`${name.padEnd(24)}${figures.join('')}`);
}
console.log();
for (const [reader, { ms, growth }] of Object.entries(worst)) {
  tell(`${reader}, the worst 40,000 characters`, ms, 'ms', { atMost: MOST_MS });
  tell(`${reader}, the most that ten times the text takes`, growth, 'times', { atMost: MOST_GROWTH }, 1);
}
