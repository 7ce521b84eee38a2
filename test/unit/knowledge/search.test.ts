import { loadKnowledge } from '../../../src/knowledge/load';
import { createSymptomSearch, warmSymptomSearch } from '../../../src/knowledge/search';
import { QUESTIONS } from './questions';

const knowledge = loadKnowledge();
const symptomSearch = createSymptomSearch(knowledge);

function codesFor(query: string, limit?: number): string[] {
  return symptomSearch.search(query, limit).map(({ code }) => code);
}

describe('createSymptomSearch', () => {
  test.each(QUESTIONS)('%s is among the first two for "%s"', (codes, question) => {
    expect(codesFor(question, 2)).toEqual(expect.arrayContaining([expect.stringMatching(codes)]));
  });

  test('finds every entry by what people say, for a start', () => {
    const lost = [...knowledge.entries.values()].flatMap(({ code, symptoms }) =>
      [symptoms?.en[0], symptoms?.['zh-CN'][0]].filter(
        (said) => said !== undefined && !symptomSearch.search(said, 5).some((hit) => hit.code === code),
      ),
    );
    // Some entries say the same of themselves; which of them come first is for the wording to decide.
    expect(lost.length).toBeLessThanOrEqual(knowledge.entries.size / 100);
  });

  test('ranks by falling score and keeps to the limit', () => {
    const hits = symptomSearch.search('product key is blocked', 3);

    expect(hits).toHaveLength(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  test('finds a code by its name, by its spelling and despite a slip in a word', () => {
    expect(codesFor('SL_E_VL_NOT_ENOUGH_COUNT', 1)).toEqual(['0xC004F038']);
    expect(codesFor('c004f038', 1)).toEqual(['0xC004F038']);
    expect(codesFor('0xC004F038', 1)).toEqual(['0xC004F038']);
    expect(codesFor('the timestmap is invalid', 1)).toEqual(['0xC004F06C']);
  });

  test('finds nothing in words that no entry knows', () => {
    expect(codesFor('zzz qqq')).toEqual([]);
    expect(codesFor('')).toEqual([]);
    expect(codesFor('?!…')).toEqual([]);
  });

  test('reads only the beginning of an endless question', () => {
    expect(codesFor(`${' '.repeat(400)}the grace period expired`)).toEqual([]);
    expect(codesFor(`the grace period expired ${'kms '.repeat(20_000)}`, 2)).toContain('0xC004F009');
  });

  test.each(['*', '(', '\\', '"', '\u0000', '\uD83D', '＿＿proto＿＿', 'constructor toString __proto__'])(
    'takes %j without complaint',
    (query) => {
      expect(() => symptomSearch.search(query)).not.toThrow();
    },
  );
});

describe('warmSymptomSearch', () => {
  const QUESTION = 'the count is insufficient';
  /** The same entries as if they had just been loaded. */
  const freshKnowledge = () => ({ ...knowledge, entries: new Map(knowledge.entries) });

  test('lets others work in between, and then there is nothing left to build', async () => {
    const fresh = freshKnowledge();
    let [rounds, isWarm] = [0, false];
    const warming = warmSymptomSearch(fresh, () => false).then(() => {
      isWarm = true;
    });
    for (; !isWarm; rounds += 1) await new Promise(setImmediate);
    await warming;
    expect(rounds).toBeGreaterThan(20);
    jest.spyOn(fresh.entries, 'values').mockImplementation(() => {
      throw new Error('built once more');
    });
    expect(createSymptomSearch(fresh).search(QUESTION)).toEqual(symptomSearch.search(QUESTION));
  });

  test('leaves off when somebody searches meanwhile, who gets the whole answer', async () => {
    const fresh = freshKnowledge();
    const warming = warmSymptomSearch(fresh, () => false);
    expect(createSymptomSearch(fresh).search(QUESTION)).toEqual(symptomSearch.search(QUESTION));
    await warming;
  });

  test('leaves off when nobody needs it any more', async () => {
    const fresh = freshKnowledge();
    await warmSymptomSearch(fresh, () => true);
    const values = jest.spyOn(fresh.entries, 'values');
    createSymptomSearch(fresh).search(QUESTION);
    expect(values).toHaveBeenCalled();
  });
});
