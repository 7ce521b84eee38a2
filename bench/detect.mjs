/**
 * Detection against its two promises: 100 MB/s on ordinary chat text, and at most 5 ms for any 40,000 characters, in
 * linear time. Redaction, which comes before it, beside it. Prints figures; run it after a build.
 */

import { performance } from 'node:perf_hooks';
import { detectCodes } from '../dist/code/detect.js';
import { toErrorCode } from '../dist/code/error-code.js';
import { redactProductKeys } from '../dist/evidence/redact.js';

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

function best(run, rounds) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const chatBytes = CHAT.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const rounds = 20_000;
const eachLine = (read) => () => {
  for (let round = 0; round < rounds; round += 1) for (const line of CHAT) read(line);
};
const speed = (read) => `${((chatBytes * rounds) / best(eachLine(read), 5) / 1000).toFixed(0)} MB/s`;
console.log(`chat without codes: detected at ${speed((line) => detectCodes(line, { known, named }))}`);
console.log(`                    redacted at ${speed(redactProductKeys)}`);

const READERS = { detect: (text) => detectCodes(text, { known, named, asked: true }), redact: redactProductKeys };
const heads = Object.keys(READERS).map((name) => `${`${name}, ms`.padStart(12)}${'40k / 4k'.padStart(12)}`);
console.log(`\n${'40,000 characters of'.padEnd(24)}${heads.join('')}`);
let worst = 0;
for (const [name, unit] of Object.entries(FLOODS)) {
  const long = fill(unit, SIZE);
  const short = fill(unit, SIZE / 10);
  const figures = Object.values(READERS).map((read) => {
    const longMs = best(() => read(long), 12);
    const shortMs = best(() => read(short), 24);
    worst = Math.max(worst, longMs);
    return `${longMs.toFixed(2).padStart(12)}${(longMs / shortMs).toFixed(1).padStart(12)}`;
  });
  console.log(`${name.padEnd(24)}${figures.join('')}`);
}
console.log(`\nworst: ${worst.toFixed(2)} ms`);
