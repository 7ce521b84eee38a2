import { createWordSpotter } from '../../../src/code/word-spotter';

const SOUND = 1;
const FAULT = 2;
const spotter = createWordSpotter([
  [SOUND, ['ring', 'tring', 'синий']],
  [FAULT, ['stop', 'top up', '蓝屏', 'ringo']],
]);

/** The signs of all words in a text. */
function spot(text: string): number {
  let entry = 0;
  let signs = 0;
  for (let index = 0; index < text.length; index += 1) {
    entry = spotter.table[(entry & spotter.at) | spotter.kindOf(text.charCodeAt(index))] ?? 0;
    signs |= entry & ~spotter.at;
  }
  return signs;
}

it.each([
  ['ring', SOUND],
  ['a string', SOUND],
  ['STRING', SOUND],
  ['rring', SOUND],
  ['ringo', SOUND | FAULT],
  ['sstop', FAULT],
  // The beginning of one word is the end of another.
  ['stop up', FAULT],
  ['sto top up', FAULT],
  ['电脑蓝屏了', FAULT],
  ['СИНИЙ', SOUND],
  ['', 0],
  ['st op, rin g, 蓝 屏', 0],
])('spots the words in %j', (text, signs) => {
  expect(spot(text)).toBe(signs);
});

it('spots what a search for each word finds', () => {
  const letters = 'ringtosup ';
  for (let number = 0; number < 20_000; number += 1) {
    const text = Array.from({ length: 8 }, (_, place) =>
      letters.charAt((Math.imul(number + 1, 7919 + place * 104_729) >>> 20) & 7),
    ).join('');
    const expected = (/ring/.test(text) ? SOUND : 0) | (/stop|top up|ringo/.test(text) ? FAULT : 0);
    if (spot(text) !== expected) expect([text, spot(text)]).toEqual([text, expected]);
  }
});
