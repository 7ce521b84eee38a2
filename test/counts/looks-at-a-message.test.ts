/**
 * What a message costs before it is known whether there is anything in it, in numbers that no machine changes: how often
 * its text is read, and how many patterns run over it. Nearly all messages end there.
 */

import { detectCodes } from '../../src/code/detect';
import { redactProductKeys } from '../../src/evidence/redact';

const POST = `Can someone restart the print server on floor 2? It has been blinking since 10:30.
大家好，今天下午三点在 305 会议室开会，请带上电脑。😀 The new laptops arrive on Thursday.`;

interface Looks {
  /** Patterns that ran, matches counted one by one. */
  readonly patterns: number;
  /** Times that the whole text was turned into numbers. */
  readonly passes: number;
  /** Characters that were asked for one by one, which is slow. */
  readonly characters: number;
}

const { exec } = RegExp.prototype;
const { charCodeAt } = String.prototype;
const { write } = Buffer.prototype;

/** What reading costs. All patterns go through `exec` once it is somebody else's. */
function looksOf(read: () => unknown): Looks {
  // The first time also makes the tables.
  read();
  const looks = { patterns: 0, passes: 0, characters: 0 };
  RegExp.prototype.exec = function (text) {
    looks.patterns += 1;
    return exec.call(this, text);
  };
  String.prototype.charCodeAt = function (index) {
    looks.characters += 1;
    return charCodeAt.call(this, index);
  };
  // The cast: it has several shapes, of which none matters here.
  Buffer.prototype.write = function (this: Buffer, ...values: unknown[]) {
    looks.passes += 1;
    return (write as (...values: unknown[]) => number).apply(this, values);
  } as typeof write;
  try {
    read();
  } finally {
    RegExp.prototype.exec = exec;
    String.prototype.charCodeAt = charCodeAt;
    Buffer.prototype.write = write;
  }
  return looks;
}

it('a message is read once for keys and once for codes, and no pattern runs', () => {
  expect(looksOf(() => redactProductKeys(POST))).toEqual({ patterns: 0, passes: 1, characters: 0 });
  expect(looksOf(() => detectCodes(POST))).toEqual({ patterns: 0, passes: 1, characters: 0 });
});

it('the count sees patterns', () => {
  expect(looksOf(() => /a/.test('b') || 'c'.replace(/d/g, 'e').charCodeAt(0))).toEqual({
    patterns: 2,
    passes: 0,
    characters: 1,
  });
});

test.each(['BCDFO ', '0xC004F074 ', 'E_8XYZ4 ', '8'])(
  'redaction runs as many patterns over much of %j as over little, where it hides nothing',
  (unit) => {
    const patternsFor = (times: number) => looksOf(() => redactProductKeys(`${unit.repeat(times)}.`)).patterns;
    expect(patternsFor(2_000)).toBe(patternsFor(200));
  },
);

it('redaction looks once at each word for a key, not again at every place behind it', () => {
  const { patterns } = looksOf(() => redactProductKeys('key BCDFO '.repeat(1_000)));
  expect(patterns).toBeLessThan(3 * 1_000);
});
