/** The one policy of all doors, as a table and as laws that hold for every occasion there is. */

import fc from 'fast-check';
import { type Approach, type Decision, decideToSpeak, judgeContent, type Verdict } from '../../../src/cases/policy';
import { toErrorCode } from '../../../src/code/error-code';
import type { Mention } from '../../../src/code/mention';
import { MODES, type Mode, PRIVACIES, type Privacy } from '../../../src/settings/settings';

const APPROACHES: readonly Approach[] = ['message', 'mention', 'private'];
const SURE: Verdict = { speak: true, reason: 'sure-code' };
const ADDRESSED: Verdict = { speak: true, reason: 'addressed' };
const NOTHING: Verdict = { speak: false, reason: 'no-code' };

interface Case {
  readonly verdict: Verdict;
  readonly approach: Approach;
  readonly isFromBot: boolean;
  readonly text: string;
  readonly mode: Mode;
  readonly privacy: Privacy;
  readonly ignoreMark: string;
  readonly isMuted: boolean;
}

function decide({ verdict, approach, isFromBot, text, ...manners }: Case): Decision {
  return decideToSpeak(verdict, { approach, isFromBot, text, manners });
}

/** Every occasion: what it holds, how it came, who wrote it, and all that can be set. */
const EVERY_CASE: readonly Case[] = [SURE, ADDRESSED, NOTHING].flatMap((verdict) =>
  APPROACHES.flatMap((approach) =>
    MODES.flatMap((mode) =>
      PRIVACIES.flatMap((privacy) =>
        ['', '-'].flatMap((ignoreMark) =>
          ['0xC004F074', '- 0xC004F074'].flatMap((text) =>
            [false, true].flatMap((isMuted) =>
              [false, true].map(
                (isFromBot): Case => ({ verdict, approach, isFromBot, text, mode, privacy, ignoreMark, isMuted }),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

const USUAL: Case = {
  verdict: SURE,
  approach: 'message',
  isFromBot: false,
  text: '0xC004F074',
  mode: 'listen',
  privacy: 'thread',
  ignoreMark: '',
  isMuted: false,
};

describe('in one place after the other', () => {
  it.each<[Approach, Mode, Privacy, string]>([
    ['message', 'off', 'thread', 'off'],
    ['message', 'off', 'private', 'off'],
    ['message', 'mention', 'thread', 'mention-only'],
    ['message', 'mention', 'private', 'mention-only'],
    ['message', 'listen', 'thread', 'to thread'],
    ['message', 'listen', 'private', 'to writer'],
    ['mention', 'off', 'thread', 'off'],
    ['mention', 'off', 'private', 'off'],
    ['mention', 'mention', 'thread', 'to thread'],
    ['mention', 'mention', 'private', 'to writer'],
    ['mention', 'listen', 'thread', 'to thread'],
    ['mention', 'listen', 'private', 'to writer'],
    ['private', 'off', 'thread', 'to thread'],
    ['private', 'off', 'private', 'to thread'],
    ['private', 'mention', 'thread', 'to thread'],
    ['private', 'mention', 'private', 'to thread'],
    ['private', 'listen', 'thread', 'to thread'],
    ['private', 'listen', 'private', 'to thread'],
  ])('a %s with mode %s and answers %s: %s', (approach, mode, privacy, expected) => {
    const decision = decide({ ...USUAL, approach, mode, privacy });
    expect(decision.speak ? `to ${decision.to}` : decision.reason).toBe(expected);
  });
});

describe('what else keeps it silent', () => {
  it.each<[string, Partial<Case>, Decision]>([
    ['somebody who is muted, unasked', { isMuted: true }, { speak: false, reason: 'muted' }],
    ['somebody who is muted and asks', { isMuted: true, approach: 'mention' }, { speak: true, to: 'thread' }],
    ['a post with the mark', { text: '-0xC004F074', ignoreMark: '-' }, { speak: false, reason: 'marked' }],
    ['a mark after spaces', { text: ' \n- it', ignoreMark: '-' }, { speak: false, reason: 'marked' }],
    ['a mark inside', { text: 'it - that', ignoreMark: '-' }, { speak: true, to: 'thread' }],
    [
      'a mention with the mark',
      { approach: 'mention', text: '-it', ignoreMark: '-' },
      { speak: false, reason: 'marked' },
    ],
    ['the mark of nobody', { text: '-0xC004F074', ignoreMark: '' }, { speak: true, to: 'thread' }],
    ['the mark in private', { approach: 'private', text: '-it', ignoreMark: '-' }, { speak: true, to: 'thread' }],
    ['a bot', { isFromBot: true }, { speak: false, reason: 'from-bot' }],
    ['a bot that says nothing', { isFromBot: true, verdict: NOTHING }, { speak: false, reason: 'from-bot' }],
    ['nothing worth an answer', { verdict: NOTHING, mode: 'off' }, { speak: false, reason: 'no-code' }],
  ])('%s', (_, rest, decision) => {
    expect(decide({ ...USUAL, ...rest })).toEqual(decision);
  });
});

/** Checks a law on every occasion that it is about, and that there are such occasions. */
function holds(isAbout: (one: Case) => boolean, isRight: (decision: Decision, one: Case) => boolean): void {
  const about = EVERY_CASE.filter(isAbout);
  expect(about.length).toBeGreaterThan(0);
  expect(about.filter((one) => !isRight(decide(one), one))).toEqual([]);
}

describe('on every occasion', () => {
  const isPerson = ({ isFromBot }: Case) => !isFromBot;
  const inChannel = ({ approach }: Case) => approach !== 'private';
  const hasMark = ({ ignoreMark, text }: Case) => ignoreMark !== '' && text.startsWith(ignoreMark);

  it('never answers a bot', () => {
    holds(
      ({ isFromBot }) => isFromBot,
      ({ speak }) => !speak,
    );
  });

  it('answers people in private, whatever is set', () => {
    holds(
      (one) => isPerson(one) && one.approach === 'private' && one.verdict.speak,
      (decision) => decision.speak && decision.to === 'thread',
    );
  });

  it('says nothing where nothing is worth an answer, at any door', () => {
    holds(
      ({ verdict }) => !verdict.speak,
      ({ speak }) => !speak,
    );
  });

  it('says nothing in a channel that is off', () => {
    holds(
      (one) => inChannel(one) && one.mode === 'off',
      ({ speak }) => !speak,
    );
  });

  it('puts nothing into the thread of a channel whose answers are private', () => {
    holds(
      (one) => inChannel(one) && one.privacy === 'private',
      (decision) => !decision.speak || decision.to === 'writer',
    );
  });

  it('says nothing unasked unless it is to listen, or to somebody who is muted', () => {
    holds(
      ({ approach, mode, isMuted }) => approach === 'message' && (mode !== 'listen' || isMuted),
      ({ speak }) => !speak,
    );
  });

  it('leaves a marked post alone in every channel', () => {
    holds(
      (one) => inChannel(one) && hasMark(one),
      ({ speak }) => !speak,
    );
  });

  it('answers who mentions it, muted or not, unless the channel is off or the post marked', () => {
    holds(
      (one) => isPerson(one) && one.approach === 'mention' && one.verdict.speak && one.mode !== 'off' && !hasMark(one),
      ({ speak }) => speak,
    );
  });

  it('speaks no more for being muted, off or marked, whatever the rest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY_CASE), (one) => {
        const quieter: Case[] = [
          { ...one, isMuted: true },
          { ...one, mode: 'off' },
          { ...one, ignoreMark: one.text.slice(0, 1) },
        ];
        for (const each of quieter) if (!decide(one).speak) expect(decide(each).speak).toBe(false);
      }),
    );
  });
});

describe('what a message holds', () => {
  const code = toErrorCode(0xc004f074);
  const mention = (confidence: Mention['confidence']): Mention => ({
    code,
    confidence,
    span: { start: 0, end: 10 },
    written: '0xC004F074',
    spelling: 'hex',
  });

  it.each([
    ['nothing, unasked', false, [], false, NOTHING],
    ['nothing, asked', true, [], false, ADDRESSED],
    ['a code beyond doubt', false, [mention('sure')], false, SURE],
    ['a likely code that is known', false, [mention('likely')], true, SURE],
    ['a likely code that nobody knows', false, [mention('likely')], false, { speak: false, reason: 'not-sure' }],
    ['a doubtful code among others', false, [mention('likely'), mention('sure')], false, SURE],
  ] as const)('%s', (_, isAddressed, mentions, isKnown, verdict) => {
    expect(judgeContent(isAddressed, mentions, () => isKnown)).toEqual(verdict);
  });
});
