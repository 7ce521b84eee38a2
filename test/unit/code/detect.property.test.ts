import fc from 'fast-check';
import { detectCodes } from '../../../src/code/detect';
import { codeValue, type ErrorCode, signedValue, toErrorCode } from '../../../src/code/error-code';
import { isPlausible } from '../../../src/code/plausible';
import { KNOWN } from './known-codes';

const options = { known: KNOWN };

/** Failures that Windows hands out, with a letter in them so that they cannot be taken for another number. */
const failure = fc
  .constantFrom(0x8004_0000, 0x8007_0000, 0x800f_0000, 0x8024_0000, 0xc000_0000, 0xc004_f000)
  .chain((family) => fc.integer({ min: family + 0x10, max: family + 0xfff }))
  .filter(isPlausible)
  .map(toErrorCode);

const word = fc.constantFrom(
  'printer',
  'laptop',
  'help',
  '求助',
  '電腦',
  'プリンター',
  'помогите',
  'since Monday',
  'in room 305',
  '😀',
);
const words = fc.array(word, { maxLength: 4 }).map((list) => list.join(' '));

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

const SPELLINGS: Readonly<Record<string, (code: ErrorCode) => string>> = {
  canonical: (code) => code,
  'lower-case': (code) => code.toLowerCase(),
  'upper-case prefix': (code) => code.toUpperCase(),
  'full-width': fullWidth,
  'zero-width marks inside': (code) => Array.from(code).join('\u200b'),
  'a blank after the prefix': (code) => `0x\u00a0${code.slice(2)}`,
  'a line break inside': (code) => `${code.slice(0, 6)}\r\n${code.slice(6)}`,
  'a soft line break inside': (code) => `${code.slice(0, 5)}=\r\n${code.slice(5)}`,
  'a tag inside': (code) => `<b>${code.slice(0, 6)}</b><i>${code.slice(6)}</i>`,
  'character references': (code) => code.replace(/./g, (character) => `&#${character.charCodeAt(0)};`),
  Markdown: (code) => `**\`${code}\`**`,
  'a Slack link': (code) => `<https://example.com/page|${code}>`,
  brackets: (code) => `（${code}）`,
  'glued Chinese': (code) => `错误代码${code}怎么办`,
  'a glued word': (code) => `Error${code}`,
  'a labeled bare number': (code) => `error ${code.slice(2)}`,
  'a glued bare number': (code) => `Error${code.slice(2)}`,
  'a signed decimal': (code) => `${signedValue(code)}`,
  'a signed decimal with a minus sign': (code) => `\u2212${-signedValue(code)}`,
  'a labeled unsigned decimal': (code) => `exit code ${codeValue(code)}`,
};

describe('every spelling of a code', () => {
  test.each(Object.entries(SPELLINGS))('is found among any words: %s', (_, spell) => {
    fc.assert(
      fc.property(words, failure, words, (before, code, after) => {
        const text = `${before} ${spell(code)} ${after}`;
        expect(detectCodes(text, options).map((mention) => mention.code)).toEqual([code]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Whatever is likely to upset a reader: halves of pairs, pieces of codes and of markup. */
const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '0x',
        'C004F074',
        'C0',
        '\ud835',
        '\udc00',
        '&#',
        '&#x110000;',
        '<b',
        '<@',
        '\\u',
        '-',
        '\u200b',
        '0x ',
        '\n',
        '://',
        '０',
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it('never throws, and every span slices what was written', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, asked) => {
        for (const { span, written, code } of detectCodes(text, { known: KNOWN, asked })) {
          expect(text.slice(span.start, span.end)).toBe(written);
          expect(span.start).toBeLessThan(span.end);
          expect(code).toMatch(/^0x[0-9A-F]{8}$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reports each code once, in order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const mentions = detectCodes(text, options);
        const starts = mentions.map((mention) => mention.span.start);
        expect(new Set(mentions.map((mention) => mention.code)).size).toBe(mentions.length);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });
});

function hex(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
}

/** Ids whose beginning could be a code. */
const tempting = fc
  .constantFrom('c004f074', '80070005', '8007232b', 'c0000005')
  .chain((head) => hex(24).map((rest) => head + rest));
const digest = fc.oneof(hex(32), tempting);

function grouped(digits: string, widths: readonly number[], separator: string): string {
  let from = 0;
  return widths
    .map((width) => {
      from += width;
      return digits.slice(from - width, from);
    })
    .join(separator);
}

const base64 = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
    minLength: 24,
    maxLength: 76,
  })
  .map((text) => `${text}==`);

const IDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  GUID: digest.map((digits) => grouped(digits, [8, 4, 4, 4, 12], '-')),
  'GUID in braces and capitals': digest.map((digits) => `{${grouped(digits, [8, 4, 4, 4, 12], '-').toUpperCase()}}`),
  'masked GUID': digest.map((digits) => `${digits.slice(0, 8)}-****-****-****-************`),
  hash: fc.tuple(digest, fc.oneof(hex(8), hex(32))).map(([head, tail]) => head + tail),
  'MAC address': digest.map((digits) => grouped(digits, [2, 2, 2, 2, 2, 2], ':')),
  'IPv6 address': digest.map((digits) => grouped(digits, [4, 4, 4, 4, 4, 4, 4, 4], ':')),
  color: digest.map((digits) => `#${digits.slice(0, 8)}`),
  'Ethereum address': fc.tuple(digest, hex(8)).map(([head, tail]) => `0x${head}${tail}`),
  'row of a dump': fc
    .array(
      hex(8).filter((group) => !isPlausible(Number.parseInt(group, 16))),
      { minLength: 4, maxLength: 4 },
    )
    .map((row) => row.join(' ')),
  'row of bytes': digest.map((digits) => `80070005: ${grouped(digits, Array(16).fill(2), ' ')}`),
  address: digest.map(
    (digits) => `https://example.com/${digits.slice(0, 8)}/${digits.slice(8, 16)}?id=${digits.slice(0, 8)}`,
  ),
  base64,
};

describe('an id', () => {
  test.each(Object.entries(IDS))('is no code: %s', (_, id) => {
    fc.assert(
      fc.property(words, id, words, (before, text, after) => {
        expect(detectCodes(`${before} ${text} ${after}`, options)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Counts how often detection turns to the known codes, which is what its costly steps do. */
class CountingSet extends Set<ErrorCode> {
  questions = 0;

  override has(code: ErrorCode): boolean {
    this.questions += 1;
    return super.has(code);
  }

  override *[Symbol.iterator](): SetIterator<ErrorCode> {
    for (const code of super.values()) {
      this.questions += 1;
      yield code;
    }
  }
}

function questionsFor(unit: string, times: number): number {
  const known = new CountingSet(KNOWN);
  detectCodes(unit.repeat(times), { known, asked: true });
  return known.questions;
}

describe('work', () => {
  test.each([
    '0x80041234 ',
    'error 8007abcd ',
    '-1073418999 ',
    'OxC004F0744 ',
    '0xC004 F0 ',
    '0x',
    '<b>0xC004F001</b>',
    '://C004F074/ ',
  ])('grows no faster than a flood of %j', (unit) => {
    const once = questionsFor(unit, 100);
    expect(questionsFor(unit, 1000)).toBeLessThanOrEqual(10 * once);
  });

  it('on slips is bounded, however many a text holds', () => {
    expect(questionsFor('OxC004F0744 ', 4000)).toBe(questionsFor('OxC004F0744 ', 400));
  });
});
