/**
 * Feeds made-up messages to everything that reads one: take off markup and mentions, redact, detect, read the context, read
 * the facts. They are put together from the pieces that the readers look for and from random Unicode. Nothing may throw, every
 * span must fit, and ten times the text may not take more than fifteen times as long: of every piece and every two of them
 * over and over, and of a sample of the messages. Run it after a build: `node scripts/fuzz.mjs [n] [--seed s]`.
 */

import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { best, cpuMs } from '../bench/targets.mjs';
import { withoutMention } from '../dist/adapters/slack/mention.js';
import { htmlToText } from '../dist/adapters/teams/html-text.js';
import { readCommand } from '../dist/bot/commands.js';
import { detectCodes } from '../dist/code/detect.js';
import { toErrorCode } from '../dist/code/error-code.js';
import { readContext } from '../dist/evidence/context.js';
import { redactProductKeys } from '../dist/evidence/redact.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const COUNT = Number(positionals[0] ?? 10_000_000);
const SEED = Number(values.seed);
const MOST_PIECES = 24;

/** How often the time for ten times the text is taken, and the most it may grow. */
const SAMPLE_EVERY = 5_000;
const SHORT = 4_000;
const MOST_GROWTH = 15;
/** Below it the counter measures itself. */
const LEAST_MS = 0.2;

const PIECES = [
  '0x',
  '0X',
  '&H',
  'Ox',
  '0×',
  '０ｘ',
  'C004F074',
  'c0000005',
  '80070005',
  '8007',
  '0005',
  'F074',
  '7E',
  '1603',
  '5',
  '-1073418124',
  '3221549172',
  '2147942405',
  '18446744072635809797',
  'FFFFFFFFC0000005',
  '00000000c0000005',
  '0xC1900101 - 0x4000D',
  '0x0000007E (0xFFFFFFFFC0000005, 0x80546F1C, ',
  'BugCheck 9F, {',
  'BugcheckCode 59',
  ' (3b)\n',
  'ERROR_ACCESS_DENIED',
  'E_FAIL',
  'DRIVER\\_IRQL\\_NOT',
  'IRQL NOT LESS OR EQUAL',
  'critical process died',
  '_',
  'A_',
  'error ',
  'Fehler: ',
  '错误代码：',
  '蓝屏',
  'blue screen ',
  'stop code ',
  'STOP: ',
  'exit code ',
  'hr=',
  'code ',
  'commit ',
  'address ',
  'event ',
  'Windows ',
  'segfault ',
  'if (hr == ',
  '#define ',
  'const int x = ',
  ';',
  '{',
  '}',
  'BK7JG',
  'NPHTM',
  'C97JM',
  '9MPGT',
  '3V66D',
  'BK7JG-NPHTM-C97JM-9MPGT-3V66D',
  'slmgr /ipk ',
  '508760',
  '5834503',
  '4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c',
  '00-11-22-33-44-55',
  '03612-03308-000-000000-00-2052-22000.0000-0362022',
  'Name: Windows(R), Professional edition\n',
  'License Status: Notification\n',
  'Notification Reason: 0xC004F034\n',
  '许可证状态: 已授权\n',
  'ERROR CODE: 0x',
  '---Processing---\n',
  'Info:\n',
  'KMS',
  'svr hostname = ',
  ': ',
  '：',
  ', ',
  '<b>',
  '</b>',
  '<br',
  '<@U1>',
  '<@U1|',
  '&nbsp;',
  '<https://example.com/|',
  '>',
  '&#48;',
  '&#x78;',
  '&shy;',
  '&',
  '\\u0030',
  '\\n',
  '\\',
  '://',
  'https://example.com/error-',
  '?key=',
  '%2D',
  '`',
  '*',
  '**',
  '~',
  '|',
  '> ',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '=',
  '=\r\n',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\u2011',
  '–',
  '−',
  '\u001b[31m',
  '\ud835',
  '\udc00',
  '\ud835\udfce',
  '😀',
  'İ',
  'ß',
  '\u0000',
  '\ufffd',
];

const known = new Set(
  ['0xC004F074', '0x80070005', '0x0000007E', '0xC0000005'].map((code) => toErrorCode(Number(code))),
);
const named = (symbol) => (/^(?:ERROR|E|IRQL|DRIVER|CRITICAL)_/.test(symbol) ? [toErrorCode(0x8007_0005)] : undefined);
const readFacts = await import('../dist/evidence/read-facts.js').then(
  (module) => module.readFacts,
  () => undefined,
);

let state = SEED >>> 0;

/** A number below `limit`; a seed repeats them. */
function random(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}

function makePiece() {
  switch (random(12)) {
    case 0:
      return String.fromCharCode(random(0x1_0000));
    case 1:
      return random(0x1_0000_0000).toString(16);
    case 2:
      return String.fromCharCode(0x20 + random(0x5f));
    default:
      return PIECES[random(PIECES.length)];
  }
}

function makeMessage() {
  let text = '';
  for (let pieces = 1 + random(MOST_PIECES); pieces > 0; pieces -= 1) text += makePiece();
  return text;
}

function readAll(message, asked) {
  htmlToText(message);
  withoutMention(message, 'U1');
  readCommand(message);
  const redacted = redactProductKeys(message);
  if (redacted.text.length !== message.length) throw new Error('Redaction changed the length.');
  for (const { span, written } of detectCodes(redacted.text, { known, asked, named })) {
    if (span.start >= span.end || redacted.text.slice(span.start, span.end) !== written)
      throw new Error('A span does not fit.');
  }
  readContext(redacted.text);
  readFacts?.(redacted.text);
}

/** The message over and over, up to a size. */
function repeat(message, size) {
  return message.repeat(Math.ceil(size / message.length)).slice(0, size);
}

/** The least time of several. */
function readingMs(text) {
  return best(() => readAll(text, true), 8);
}

/** The same pieces over and over, as long as ten messages that are long already. */
function growth(message) {
  let least = Number.POSITIVE_INFINITY;
  // A collection of garbage stretches one measurement; what is wrong with the code stretches all.
  for (let attempt = 0; attempt < 4 && least > MOST_GROWTH; attempt += 1) {
    least = Math.min(
      least,
      readingMs(repeat(message, 10 * SHORT)) / Math.max(readingMs(repeat(message, SHORT)), LEAST_MS),
    );
  }
  return least;
}

/** So long a text of the shorter size takes at most by far; what takes longer is looked at closely. */
const SUSPICIOUS_MS = 2;

/** Whether a short look rules out that the time grows faster than the text. */
function isQuick(message) {
  const text = repeat(message, SHORT);
  return cpuMs(() => readAll(text, true)) < SUSPICIOUS_MS;
}

const start = performance.now();
let worst = 0;

/** Over and over, whatever is repeated must not take longer by more than the text is longer. */
function expectLinear(message) {
  const grown = growth(message);
  worst = Math.max(worst, grown);
  if (grown <= MOST_GROWTH) return;
  throw new Error(`Ten times ${JSON.stringify(message)} takes ${grown.toFixed(1)} times as long.`);
}

for (const piece of PIECES) expectLinear(piece);
for (const one of PIECES) {
  for (const other of PIECES) if (!isQuick(one + other)) expectLinear(one + other);
}
console.log(`every piece and every two of them, over and over: at most ${worst.toFixed(1)} times as long`);
for (let index = 0; index < COUNT; index += 1) {
  const message = makeMessage();
  try {
    readAll(message, index % 2 === 0);
    if (index % SAMPLE_EVERY === 0) expectLinear(message);
  } catch (problem) {
    console.error(`input ${index} of seed ${SEED}: ${JSON.stringify(message)}`);
    throw problem;
  }
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${COUNT} inputs of seed ${SEED} in ${seconds.toFixed(0)} s, ${(COUNT / seconds).toFixed(0)} a second; ` +
    `ten times the text took at most ${worst.toFixed(1)} times as long; facts ${readFacts ? 'read' : 'left out'}`,
);
