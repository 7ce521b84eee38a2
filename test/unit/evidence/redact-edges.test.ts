/** Where a key ends and something else begins. What is to be hidden stands in ⟦brackets⟧; the rest must stay as it is. */

import { redactProductKeys } from '../../../src/evidence/redact';

const FIVE = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The text without its brackets, and as it is to read with what they held hidden. */
function read(marked: string): { readonly text: string; readonly hidden: string } {
  const hidden = marked.replace(/⟦([^⟧]*)⟧/g, (_, secret: string) => secret.replace(/[^\r\n]/g, '*'));
  return { text: marked.replace(/[⟦⟧]/g, ''), hidden };
}

function expectOneHidden(marked: string): void {
  const { text, hidden } = read(marked);
  expect(redactProductKeys(text)).toMatchObject({ text: hidden, keys: 1 });
}

/** Each group with words of its own before it. */
function labeled(groups: string, label: (name: string, number: number) => string): string {
  return groups
    .split(' ')
    .map((group, index) => label(FIVE[index] ?? '', index + 1) + group)
    .join(' ');
}

describe('a key is hidden, and no more than a letter beside it,', () => {
  test.each([
    ['with a letter behind it', '⟦BK7JG-NPHTM-C97JM-9MPGT-3V66D⟧X'],
    ['with a digit behind it in one piece', '⟦BK7JGNPHTMC97JM9MPGT3V66D⟧1'],
    ['behind letters, with blanks', 'xx⟦bk7jg nphtm c97jm 9mpgt 3v66d⟧'],
    ['behind a letter of the other case, with marks', 'a⟦B~K~7~J~G~N~P~H~T~M~C~9~7~J~M~9~M~P~G~T~3~V~6~6~D⟧'],
    ['spelled letter by letter behind a word', 'zz⟦b-k-7-j-g-n-p-h-t-m-c-9-7-j-m-9-m-p-g-t-3-v-6-6-d⟧.'],
    ['in groups of four on lines of their own', '⟦BK7J\nGNPH\nTMC9\n7JM9\nMPGT\n3V66\nD⟧'],
    ['in odd groups of mixed case', '⟦Bk7jGnphtm c97jm9mpgt 3v66d⟧'],
    ['in groups of ten behind a word', 'my⟦BK7JGNPHTM C97JM9MPGT 3V66D⟧'],
    ['with a dot in it', '⟦BK7.JGNPHTMC97JM9MPGT3V66D⟧'],
    ['with lines drawn through it', '⟦BK7\u0336JGNPHTM\u036fC97JM9MPGT3V66D⟧'],
    ['with percent signs between its groups', 'k=⟦BK7JG%NPHTM%C97JM%9MPGT%3V66D⟧'],
    ['with line ends of an address, behind a letter', '⟦xBK7JG%0ANPHTM%0AC97JM%0A9MPGT%0A3V66D⟧'],
    [
      'spelled with the blanks of an address',
      'k=⟦B%20K%207%20J%20G%20N%20P%20H%20T%20M%20C%209%207%20J%20M%209%20M%20P%20G%20T%203%20V%206%206%20D⟧',
    ],
    ['before something that is no separator of an address', 'x⟦BK7JG%4CNPHTM%4CC9JM%4C9MPGT⟧%4C3V66D'],
    ['in an attribute', '<a title="⟦BK7JG-NPHTM-C97JM-9MPGT-3V66D⟧">'],
    ['in a folder whose name begins like a line end', 'C:\\new\\⟦BK7JG-NPHTM-C97JM-9MPGT-3V66D⟧\\n'],
    ['broken over lines by a mail program', '⟦BK7JG-NPH=\r\nTM-C97JM-9MPGT-3V66D⟧'],
  ])('%s', (_, marked) => {
    const { text, hidden } = read(marked);
    expect(redactProductKeys(text)).toEqual({ text: hidden, keys: 1, published: [], ids: 0 });
  });
});

describe('a key with slips is hidden', () => {
  test.each([
    ['behind a letter, with four in hyphens', 'x⟦BKOJG-NPH11-C07JM-9MPGT-3V66D⟧'],
    ['in groups that all have one but the last', '⟦BKIJG-NPO1M-C9OJM-9M0GT-3V66D⟧'],
    ['behind a word for it, with four', '/ipk ⟦BCDZGHSKMNPQREVEXYBKD3F2J⟧'],
    ['behind a word for it, in groups, with four', 'ipk:⟦B5IJI - nphtm - c97jm - ompgt - 3u66d⟧'],
    ['between the blanks of an address, with one in each group', 'k=⟦BKIJG%20NPO1M%20C9OJM%209M0GT%203V66D⟧'],
    ['in one piece of two digits, with one', '⟦BCDAGHJKMNPQRTVWXYBKDGF23⟧'],
    ['on lines of their own, with two', 'a ⟦BK7JG\nSPHTM\nC97JM\n9MPG1\n3V66D⟧'],
    ['between marks, with one', 'a ⟦BK7JG*SPHTM*C97JM*9MPGT*3V66D⟧'],
    ['with a character lost besides', '⟦BK7JG-NPHTM-C9OM-9MPGT-3V66D⟧'],
    ['before a word', '⟦bkojg-nphtm-c97jm-9mpgt-3v66d⟧installed'],
  ])('%s', (_, marked) => expectOneHidden(marked));
});

describe('a key that has lost or won a character is hidden', () => {
  test.each([
    ['before a word of two letters', '⟦BK7JG-NPHTM-C97J-9MPGT-3V66D⟧ab'],
    ['with two too many', '⟦BK7JG-NPHTM-C97JMMM-9MPGT-3V66D⟧'],
    ['in its first group', '⟦BK7J-NPHTM-C97JM-9MPGT-3V66D⟧'],
    ['with commas', '⟦BK7JG, NPHTM, C97JMM, 9MPGT, 3V66D⟧'],
  ])('%s', (_, marked) => expectOneHidden(marked));
});

describe('a key in parts is hidden', () => {
  const groups = 'BK7JG NPHTM C97JM 9MPGT 3V66D';

  test.each([
    ['with long labels', labeled(groups, (name) => `and then the ${name} group is: `), 1],
    ['with labels of forty characters and no more', labeled(groups, () => `${'the '.repeat(10)}`), 0],
    ['with a slip beside a digit', labeled('BCDFG HJKMN PQRTV W2YBZ DGF2J', (name) => `${name}: `), 1],
    ['unless two of them are numbers', labeled('BCDFG HJKMN PQRTV 23467 89234', (name) => `${name}: `), 0],
    ['when one of them is a number', labeled('BCDFG HJKMN PQRTV 23467 DGF2J', (name) => `${name}: `), 1],
    ['unless a number among them has a slip', labeled('BCDFG HJKMN PQRTV 23460 DGF2J', (name) => `${name}: `), 0],
    ['unless a part is there twice', labeled('BCDFG HJKMN PQRTV BCDFG DGF2J', (name) => `${name}: `), 0],
    ['unless few characters make them all', labeled('B2B2B GHGHG BBH2G H2H2H 2GGBG', (name) => `${name}: `), 0],
    ['with four letters that no number in hex has', labeled('B2C4D 7F934 C8B46 D7F29 GHJKB', (name) => `${name} `), 1],
    ['unless it might be a number in hex', labeled('B2C4D 7F934 C8B46 D7F29 824GB', (name) => `${name} `), 0],
    [
      'twice, one behind the other',
      `${labeled(groups, (_, n) => `${n}) `)} and ${labeled(groups, (_, n) => `${n}) `)}`,
      2,
    ],
    ['behind a whole one', `BK7JG-NPHTM-C97JM-9MPGT-3V66D and ${labeled(groups, (_, n) => `${n}) `)}`, 2],
  ])('%s', (_, text, keys) => {
    const redacted = redactProductKeys(text);
    expect(redacted.keys).toBe(keys);
    const last = text.slice(text.lastIndexOf(' ') + 1);
    expect(redacted.text.endsWith(last)).toBe(keys === 0);
  });
});

describe('no key is seen', () => {
  test.each([
    ['in letters of both cases behind a word for one', 'keyBk7JGnphtmC97jm9mpgt3V66D'],
    ['in groups of mixed case behind a word for one', 'ipk:bK7J\ngNPH\nTMc9\n7jM9\nmpGT\n3V66\nD s'],
    ['in two pieces with a wide gap between', `key BK7J${'-'.repeat(13)}GNPHTMC97JM9MPGT3V66D`],
    ['in a list whose last word is longer', 'BK7JG-NPHTM-C97JMM-9MPGT-3V66Dx'],
    ['in a list whose third word is too short', 'BK7JG-NPHTM-C9J-9MPGT-3V66D'],
    ['in a list with another separator in it', 'BK7JG-NPHTM-C97JM-9MPGT 3V66'],
    ['in a list of words, one of them with a vowel', 'BCDAG-HJKMN-PQRTV-WXYBK-DGFH'],
    ['in a list behind a letter', 'xBK7JG NPHTM C97J 9MPGT 3V66D'],
    ['in a list before a word', 'BK7JG NPHTM C97J 9MPGT 3V66Dabc'],
    ['in one word without a digit', 'key: BCDAGHJKMNPQRTVWXYBKDGFHJ'],
    ['behind a word for one, with five slips', '/ipk BCDZGHSKMNPOREVEXYBKD3F2J'],
  ])('%s', (_, text) => {
    expect(redactProductKeys(text)).toEqual({ text, keys: 0, published: [], ids: 0 });
  });
});

describe('a key in letters of another alphabet that look like ours', () => {
  test.each([
    ['small ones', '⟦вк7jgnрнтмс97jм9мрgт3v66d⟧'],
    ['capitals', '⟦ВК7JGNРНТМС97JМ9МРGТ3V66D⟧'],
  ])('is hidden: %s', (_, marked) => expectOneHidden(marked));

  test('is none where a small one stands among capitals', () => {
    expect(redactProductKeys('вK7JGNPHTMC97JM9MPGT3V66D').keys).toBe(0);
  });

  test.each(['W269N-WFGWX-YVС9B-4J6С9-Т83GХ', 'w269n wfgwx yvс9b 4j6с9 т83gх'])(
    'is known where it is published: %s',
    (text) => {
      expect(redactProductKeys(text)).toMatchObject({ keys: 0, published: ['Windows 11/10 Pro'] });
    },
  );
});

test('a key and an Installation ID are both hidden, whichever is first', () => {
  const id = '⟦508760583450367066786558223034732344271525457574499727444472481⟧';
  const key = '⟦BK7JG-NPHTM-C97JM-9MPGT-3V66D⟧';
  for (const marked of [`${id} ${key}`, `${key} ${id}`]) {
    const { text, hidden } = read(marked);
    expect(redactProductKeys(text)).toEqual({ text: hidden, keys: 1, published: [], ids: 1 });
  }
});

test('an Installation ID is hidden in an attribute', () => {
  const { text, hidden } = read('<i title="⟦508760583450367066786558223034732344271525457574499727444472481⟧">');
  expect(redactProductKeys(text)).toMatchObject({ text: hidden, ids: 1 });
});
