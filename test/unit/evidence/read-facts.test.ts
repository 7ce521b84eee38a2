import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LONGEST_PAGE } from '../../../src/evidence/page';
import { readFacts } from '../../../src/evidence/read-facts';
import { FIXTURES, readText } from './fixtures';

describe('pasted output', () => {
  it.each(FIXTURES)('is read: $name', ({ text, facts }) => {
    expect(readFacts(text)).toEqual(facts);
  });
});

/** The forms in which the same output reaches a chat. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  quoted: (text) => text.replace(/^/gm, '> '),
  'in a code fence': (text) => `What now?\n\`\`\`text\n${text}\n\`\`\`\nThanks`,
  'indented with a tab': (text) => text.replace(/^/gm, '\t'),
  'with full-width colons': (text) => text.replaceAll(': ', '：'),
  'with full-width brackets and commas': (text) =>
    text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(', ', '，'),
  'with an empty line behind each line': (text) => text.replaceAll('\n', '\n\n'),
  'with hosts made links by Slack': (text) =>
    text.replace(/[\w-]+\.contoso\.com:1688/g, (host) => `<http://${host}|${host}>`),
  'with non-breaking spaces': (text) => text.replaceAll('  ', '\u00a0 '),
  'with line breaks as tags': (text) => text.replaceAll('\n', '<br/>'),
};

describe.each(Object.entries(FORMS))('%s', (_, write) => {
  it.each(FIXTURES)('reads alike: $name', ({ text, facts }) => {
    expect(readFacts(write(text))).toEqual(facts);
  });
});

describe('nothing', () => {
  it.each([
    '',
    'the printer on the second floor is broken',
    'Windows Update fails with 0x80070005',
    'error 0xc004f074 when I run slmgr /ato on our new laptops',
    'Error: 0x80070005 while copying files',
    'do I have to look at event id 12288?',
    'Launch: our retail channel grows',
    'Name: Windows(R), Professional edition',
    'License Status: fine',
    'call 80012345-10001 or 80012345 - 40017',
    'the machine is slow (0x1, 0x2)',
    'my Windows is permanently activated but Office is not',
    'our volume activation will expire soon',
    'Note: we bought the VOLUME_MAK channel',
    'MEETING_ROOM (305)\nplease stop by',
    'stop calling 0x5 (0x1, 0x2, 0x3)',
    'Name: Windows, John Doe of Contoso wrote this edition',
    'PRODUCT ID: 12',
    "*** dc01 can't find www.contoso.com: Non-existent domain",
    '激活失败，错误代码：0x8007232B',
  ])('is read from %j', (text) => {
    expect(readFacts(text)).toBeUndefined();
  });

  it('is read from ordinary messages without a failure', () => {
    const file = path.join(__dirname, '../../fixtures/messages/without-codes.jsonl');
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): string => JSON.parse(line).text);
    const pasted = /0x00000000, |Genuine state|LICENSE STATUS|许可证状态|VOLUME_KMSCLIENT/;
    expect(texts.filter((text) => !pasted.test(text) && readFacts(text) !== undefined)).toEqual([]);
  });
});

it('reads no farther than a message can be long', () => {
  const event = readText('event-12293');
  expect(readFacts(`${' '.repeat(LONGEST_PAGE - event.length)}${event}`)?.events).toHaveLength(1);
  // Of a longer text the middle is left out, and the end is read.
  expect(readFacts(`${' '.repeat(LONGEST_PAGE)}${event}`)?.events).toHaveLength(1);
  expect(readFacts(`${' '.repeat(LONGEST_PAGE)}${event}${' '.repeat(LONGEST_PAGE)}`)).toBeUndefined();
});

it('keeps a bounded number of licenses and events', () => {
  const facts = readFacts(`${readText('slmgr-dlv-esu-mak')}${readText('event-12293')}`.repeat(150));
  expect(facts?.licenses.length).toBeLessThan(150);
  expect(facts?.events.length).toBeLessThan(150);
});
