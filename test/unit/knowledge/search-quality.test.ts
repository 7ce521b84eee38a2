/** How well questions as people ask them find their codes; one half was tuned on, the other was only looked at after. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../../src/knowledge/load';
import { createSymptomSearch, type SymptomVerdict } from '../../../src/knowledge/search';

interface Question {
  readonly question: string;
  /** Every code that is a good first answer. */
  readonly codes: readonly string[];
}

const FIXTURES = join(__dirname, '../../fixtures/questions');
const symptoms = createSymptomSearch(loadKnowledge());
const HAN = /\p{Script=Han}/u;

function read<Line>(name: string): Line[] {
  return readFileSync(join(FIXTURES, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The share of the questions with a right code among the first so many. */
function shareFound(questions: readonly Question[], limit: number): number {
  const found = questions.filter(({ question, codes }) =>
    symptoms.search(question, limit).some(({ code }) => codes.includes(code)),
  );
  return found.length / questions.length;
}

function isWrongAnswer(verdict: SymptomVerdict, codes: readonly string[]): boolean {
  return verdict.kind === 'answer' && !codes.includes(verdict.code);
}

describe.each(['tuning', 'held-out'])('the %s half of the questions', (half) => {
  const questions = read<Question>(half);

  test.each([
    ['English', questions.filter(({ question }) => !HAN.test(question)), 0.87, 0.97],
    ['Chinese', questions.filter(({ question }) => HAN.test(question)), 0.87, 0.97],
  ] as const)('finds the right code, asked in %s', (_language, asked, first, amongThree) => {
    expect(asked.length).toBeGreaterThan(60);
    expect(shareFound(asked, 1)).toBeGreaterThanOrEqual(first);
    expect(shareFound(asked, 3)).toBeGreaterThanOrEqual(amongThree);
  });

  test('is answered, or offered a choice, and hardly ever answered wrongly', () => {
    const verdicts = questions.map(({ question, codes }) => ({ codes, verdict: symptoms.decide(question) }));
    const share = (kind: SymptomVerdict['kind']) =>
      verdicts.filter(({ verdict }) => verdict.kind === kind).length / verdicts.length;

    expect(verdicts.filter(({ verdict, codes }) => isWrongAnswer(verdict, codes)).length).toBeLessThanOrEqual(4);
    expect(share('answer')).toBeGreaterThanOrEqual(0.56);
    expect(share('nothing')).toBeLessThanOrEqual(0.04);
  });
});

describe('talk that describes no trouble of Windows', () => {
  const talk = read<Pick<Question, 'question'>>('no-symptom').map(({ question }) => question);
  const verdicts = talk.map((question) => ({ question, verdict: symptoms.decide(question) }));

  test('is never answered', () => {
    expect(talk.length).toBeGreaterThan(200);
    expect(verdicts.filter(({ verdict }) => verdict.kind === 'answer')).toEqual([]);
  });

  test('is hardly ever taken for one', () => {
    const taken = verdicts.filter(({ verdict }) => verdict.kind !== 'nothing').map(({ question }) => question);
    expect(taken.length).toBeLessThanOrEqual(8);
  });
});
