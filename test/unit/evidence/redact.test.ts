import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedKeys } from '../../../src/evidence/published-keys';
import { redactProductKeys } from '../../../src/evidence/redact';
import { createRandom } from '../../faults/random';
import { leaks, randomKey, SPELLINGS, spellAtRandom } from './key-spellings';

const MESSAGES = join(__dirname, '../../fixtures/messages');
/** `scripts/fuzz-keys.mjs` asks for more. */
const ROUNDS = Number(process.env.KEYS ?? 3_000);
/** Nobody's. */
const KEY = 'BK7JG-NPHTM-C97JM-9MPGT-3V66D';

describe('product keys', () => {
  test.each([
    KEY,
    KEY.toLowerCase(),
    KEY.replaceAll('-', '–'),
    KEY.replaceAll('-', ' - '),
    KEY.replaceAll('-', ' '),
    KEY.replaceAll('-', '.'),
    KEY.replaceAll('-', '%2D'),
    KEY.replaceAll('-', ''),
    KEY.split('').join('&shy;'),
    KEY.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    `${KEY.slice(0, 3)}**${KEY.slice(3, 9)}**${KEY.slice(9)}`,
    KEY.replace('7', 'O'),
    'AAAAA-00000-OOOOO-11111-IIIII',
  ])('are hidden when written %s', (key) => {
    const text = `Installed product key ${key} successfully. 已安装${key}。`;
    const redacted = redactProductKeys(text);
    expect(redacted.keys).toBe(2);
    expect(redacted.text).toBe(text.replaceAll(key, '*'.repeat(key.length)));
  });

  test.each(['/ipk ', '/ipk:', '/inpkey:', 'key', '?k=', '"', '密钥', '<input value="'])(
    'are hidden behind %s',
    (before) => {
      const { text, keys } = redactProductKeys(`${before}${KEY}`);
      expect({ text, keys }).toEqual({ text: before + '*'.repeat(KEY.length), keys: 1 });
    },
  );

  test.each([
    `我的key${KEY.replaceAll('-', ' ')}`,
    `C:\\keys\\R${KEY.slice(1)}.txt`,
    `key: ${KEY.replaceAll('-', '').replace(/.{4}/g, '$& ')}`,
  ])('are hidden in %s', (text) => {
    expect(redactProductKeys(text).keys).toBe(1);
  });

  test.each([
    [
      'numbered',
      KEY.split('-')
        .map((group, index) => `${index + 1}) ${group}`)
        .join(' '),
    ],
    [
      'with numbers that touch',
      KEY.split('-')
        .map((group, index) => `${'①②③④⑤'.charAt(index)}${group}`)
        .join('\n'),
    ],
    [
      'labeled',
      KEY.split('-')
        .map((group, index) => `part ${index + 1}: ${group}`)
        .join('\n'),
    ],
    [
      'labeled in Chinese',
      KEY.split('-')
        .map((group, index) => `第${'一二三四五'.charAt(index)}组：${group}`)
        .join('，'),
    ],
    ['with a word before the last group', KEY.replace(/-(?=[^-]*$)/, ' and ')],
    ['behind a word, with another', `mykey${KEY.replace(/-(?=[^-]*$)/, ' and then ')}`],
    ['in one piece behind a letter', `x${KEY.replaceAll('-', '')}`],
    ['in one piece before a word', `ipk:${KEY.replaceAll('-', '')}abc`],
    ['in one piece of small letters between words', `key${KEY.replaceAll('-', '').toLowerCase()}installed`],
    ['in one piece with a slip', KEY.replaceAll('-', '').replace('Q', 'O').replace('G', '0')],
    ['behind a letter, with a slip', `x${KEY.replace('C', '0')}`],
    ['without the last character', KEY.slice(0, -1)],
    ['without a character of the third group', KEY.replace('C9', 'C')],
    ['with a character twice', KEY.replace('C9', 'CC9')],
    ['with blanks, without a character', KEY.replaceAll('-', ' ').replace('C9', 'C')],
  ])('are hidden %s', (_, text) => {
    const redacted = redactProductKeys(text);
    expect(redacted.keys).toBe(1);
    expect(redacted.text).toHaveLength(text.length);
    for (const group of KEY.split('-')) expect(redacted.text).not.toContain(group);
  });

  it('leave the lines that they are broken over', () => {
    expect(redactProductKeys(KEY.replaceAll('-', '\n> ')).text).toBe('*****\n*******\n*******\n*******\n*******');
  });

  test.each([
    'hello there about seven eight',
    'hello-there-about-seven-eight',
    '4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c',
    '0xC004F074 0x8007232B 0x80070005',
    '03612-03308-000-000000-00-2052-22000.0000-0362022',
    '00330-80000-00000-AA123',
    '12345-23456-34567-45678-56789',
    '23467 89234 67892 34678 92346',
    'Partial Product Key: 3V66T',
    KEY.slice(0, 23),
    'd41d8cd98f00b204e9800998ecf8427e',
    'b7d4 29f8 c3b6 4d7f 9824 7bd3 6 cccc',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'Qk03NkpHTlBIVE1DOTdKTTlNUEdUM1Y2NkQ=',
    'bKkmGnXqTwPdRvHjYcBfNtMgD',
    'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
    'b2c4d 7f934 c8b46 d7f29 8247b',
    'x86_64 and cbrtf and x86_64 and 32bit and x86_64 and cgrp2',
    '1) hello 2) there 3) about 4) seven 5) eight',
    'BK7JO, NPHTM, C97JM, 9MPGT, 3V66D',
    'hm'.repeat(20),
    'bcdf-ghjk-mnpq-rtvw-xy23-4678',
    "'f16x4|f16x8|f32x2|f32x4|f64x2|'",
  ])('are not seen in %s', (text) => {
    expect(redactProductKeys(text)).toEqual({ text, keys: 0, published: [], ids: 0 });
  });

  test.each(['with-codes', 'without-codes', 'threads'])('are not seen where none is: %s', (file) => {
    const lines = readFileSync(join(MESSAGES, `${file}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const hidden = lines
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .filter((text) => redactProductKeys(text).keys > 0);
    // The one that is a key stands there to show that a key is no code.
    expect(hidden.filter((text) => !/[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}/.test(text))).toEqual([]);
  });

  it('never survive, in any spelling and any place', () => {
    const random = createRandom(1);
    for (let round = 0; round < ROUNDS; round += 1) {
      const key = randomKey(random);
      const { before, written, after } = spellAtRandom(key, random);
      const text = before + written + after;
      const redacted = redactProductKeys(text);
      const isHidden =
        !leaks(redacted.text, key) && redacted.text.length === text.length && redacted.text.endsWith(after);
      // One expectation a key, and only where it fails: a hundred thousand of them take their time.
      if (!isHidden || redacted.keys !== 1) expect(redacted.text).toBe(`${before}(hidden)${after}`);
    }
  });

  it('are counted once in every spelling', () => {
    const random = createRandom(2);
    for (const spell of SPELLINGS) expect(redactProductKeys(`key: ${spell(randomKey(random), random)}.`).keys).toBe(1);
  });
});

describe('published keys', () => {
  it('are hidden, and say which edition they are for instead of counting', () => {
    const { text, keys, published } = redactProductKeys('slmgr /ipk w269n-wfgwx-yvc9b-4j6c9-t83gx');
    expect({ text, keys, published }).toEqual({
      text: `slmgr /ipk ${'*'.repeat(29)}`,
      keys: 0,
      published: ['Windows 11/10 Pro'],
    });
  });

  it.each(['xW269NWFGWXYVC9B4J6C9T83GX', 'XW269NWFGWXYVC9B4J6C9T83GX'])(
    'are known though a letter touches them: %s',
    (text) => {
      expect(redactProductKeys(text).published).toEqual(['Windows 11/10 Pro']);
    },
  );

  it('are 25 characters of the alphabet of keys, and each has its edition', () => {
    const table = [...publishedKeys()];
    expect(table.length).toBeGreaterThan(120);
    expect(table.filter(([key, edition]) => !/^[BCDFGHJKMNPQRTVWXY2346789]{25}$/.test(key) || edition === '')).toEqual(
      [],
    );
    expect(new Set(table.map(([, edition]) => edition)).size).toBe(table.length);
  });
});

describe('Installation IDs', () => {
  const digits = '508760583450367066786558223034732344271525457574499727444472481';

  test.each([
    digits,
    digits.slice(0, 54),
    (digits.match(/.{7}/g) ?? []).join(' '),
    (digits.slice(0, 54).match(/.{6}/g) ?? []).join('-'),
    (digits.match(/.{7}/g) ?? []).join('\n'),
  ])('are hidden when written %s', (id) => {
    const redacted = redactProductKeys(`Installation ID: ${id} ok`);
    expect(redacted.ids).toBe(1);
    expect(redacted.text).toBe(`Installation ID: ${id.replace(/[^\n]/g, '*')} ok`);
  });

  test.each([digits.slice(0, 53), `${digits}1`, '80070005 '.repeat(9)])('are not seen in %s', (text) => {
    expect(redactProductKeys(text).ids).toBe(0);
  });
});
