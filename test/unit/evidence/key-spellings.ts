/** Product keys in the spellings that people and programs give them; the fuzz script and the tests share them. */

import type { Random } from '../../faults/random';

const ALPHABET = 'BCDFGHJKMNPQRTVWXY2346789';
const HYPHENS = '-‐‑‒–—―−﹣－';

/** The 25 characters of a key that nobody owns. */
export function randomKey(random: Random): string {
  return Array.from({ length: 25 }, () => ALPHABET.charAt(random(ALPHABET.length))).join('');
}

export const SPELLINGS: readonly ((key: string, random: Random) => string)[] = [
  (key, random) => grouped(key, HYPHENS.charAt(random(HYPHENS.length))),
  (key) => grouped(key, '-').toLowerCase(),
  (key, random) => grouped(key, ' '.repeat(1 + random(3))),
  (key) => grouped(key, ' - '),
  (key) => grouped(key, '.'),
  (key) => grouped(key, '_'),
  (key) => grouped(key, '-\r\n'),
  (key) => grouped(key, '\n> '),
  (key) => grouped(key, '%2D'),
  (key) => grouped(key, '&#45;'),
  (key) => grouped(key, '` `'),
  (key) => key,
  (key) => key.toLowerCase(),
  (key) => key.split('').join('\u200b'),
  (key) => grouped(key, '-').split('').join(' '),
  (key) => grouped(key, '-').split('').join('&shy;'),
  (key) => fullWidth(grouped(key, '-')),
  (key) => fullWidth(key),
  (key) => bold(grouped(key, '-')),
  (key, random) => insert(grouped(key, '-'), '<wbr>', random),
  (key, random) => insert(grouped(key, '-'), '\n', random),
  (key, random) => insert(insert(grouped(key, '-'), '**', random), '**', random),
  (key, random) => slip(grouped(key, '-'), random),
  (key, random) => slip(grouped(key, ' '), random),
  (key) => grouped(key, 'ー'),
  (key) => grouped(key, '='),
  (key) => grouped(key, '\\'),
  (key) => grouped(key, '] ['),
  (key) => key.replace(/.{4}/g, '$& '),
  (key) => key.replace(/.{10}/g, '$&-'),
  (key) => key.split('').join(' '),
  (key) => grouped(key, '-').split('').join('\u0336'),
  (key) => grouped(key, '-').replace(/[BCHKMPTXY]/g, (letter) => 'ВСНКМРТХУ'.charAt('BCHKMPTXY'.indexOf(letter))),
  (key) => labeled(key, (number) => `${number}) `, ' '),
  (key) => labeled(key, (number) => `part ${number}: `, '\n'),
  (key) => labeled(key, (number) => `第${'一二三四五'.charAt(number - 1)}组：`, '，'),
  (key) => grouped(key, '-').replace(/-(?=[^-]*$)/, ' and '),
  (key) => `x${key}`,
  (key, random) => without(grouped(key, '-'), random),
];

const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['slmgr /ipk ', ''],
  ['slmgr.vbs /ipk:', '\n'],
  ['cscript ospp.vbs /inpkey:', ' && echo done'],
  ['https://example.com/?key=', '&lang=en'],
  ['Installed product key ', ' successfully.'],
  ['产品密钥：', '。帮忙看看'],
  ['> ', '\n> error 0xC004F050'],
  ['{"key":"', '"}'],
  ['<input value="', '">'],
  ['**', '**'],
  ['(', ')'],
];

/** The key in one of the spellings, in one of the places where keys stand. */
export function spellAtRandom(
  key: string,
  random: Random,
): { readonly before: string; readonly written: string; readonly after: string } {
  const spell = SPELLINGS[random(SPELLINGS.length)] ?? ((same: string) => same);
  const [before, after] = AROUND[random(AROUND.length)] ?? ['', ''];
  return { before, written: spell(key, random), after };
}

/** What a reader could still make out of a text: letters and digits only, in capitals, without forms and markup. */
export function legible(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** Tells whether any ten consecutive characters of the key can be read in the text. */
export function leaks(text: string, key: string): boolean {
  const readable = legible(text);
  return Array.from({ length: key.length - 9 }, (_, start) => key.slice(start, start + 10)).some((part) =>
    readable.includes(part),
  );
}

function grouped(key: string, separator: string): string {
  return [0, 5, 10, 15, 20].map((start) => key.slice(start, start + 5)).join(separator);
}

function labeled(key: string, label: (number: number) => string, separator: string): string {
  return grouped(key, '-')
    .split('-')
    .map((group, index) => label(index + 1) + group)
    .join(separator);
}

/** A character that was not copied. */
function without(text: string, random: Random): string {
  const place = random(text.length);
  return text.charAt(place) === '-' ? text : text.slice(0, place) + text.slice(place + 1);
}

function insert(text: string, piece: string, random: Random): string {
  const place = 1 + random(text.length - 1);
  return text.slice(0, place) + piece + text.slice(place);
}

/** One character taken for another, as scanners do. */
function slip(text: string, random: Random): string {
  const place = random(text.length);
  const character = text.charAt(place);
  if (!/[A-Z2-9]/.test(character)) return text;
  return text.slice(0, place) + 'OILSZ015'.charAt(random(8)) + text.slice(place + 1);
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function bold(text: string): string {
  return text.replace(/[A-Z0-9]/g, (character) =>
    String.fromCodePoint(
      character >= 'A' ? 0x1d400 + character.charCodeAt(0) - 0x41 : 0x1d7ce + character.charCodeAt(0) - 0x30,
    ),
  );
}
