import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn } from './detecting';
import { KNOWN } from './known-codes';
import { named } from './named';

interface Message {
  readonly text: string;
  readonly codes?: readonly string[];
  /** What is found when somebody asks, where that is worth saying. */
  readonly asked?: readonly string[];
}

const MESSAGES = join(__dirname, '../../fixtures/messages');

function readMessages(file: string): readonly Message[] {
  const lines = readFileSync(join(MESSAGES, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Message);
}

describe('messages with codes', () => {
  test.each(readMessages('with-codes.jsonl'))('finds $codes in $text', ({ text, codes }) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('messages without codes', () => {
  test.each(readMessages('without-codes.jsonl'))('finds nothing in $text', ({ text }) => {
    expect(codesIn(text)).toEqual([]);
  });
});

describe('messages as threads have them', () => {
  test.each(readMessages('threads.jsonl'))('finds $codes in $text', ({ text, codes }) => {
    expect(codesIn(text, { known: KNOWN, named })).toEqual(codes);
  });
});

describe('messages that were judged before they were read', () => {
  const messages = readMessages('judged.jsonl');

  test.each(messages)('finds $codes in $text', ({ text, codes }) => {
    expect(codesIn(text, { known: KNOWN, named })).toEqual(codes);
  });

  test.each(messages.filter(({ asked }) => asked !== undefined))('finds $asked in $text, when asked', (message) => {
    expect(codesIn(message.text, { known: KNOWN, named, asked: true })).toEqual(message.asked);
  });
});
