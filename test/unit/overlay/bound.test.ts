/** What the check of an overlay leaves out, because it fits however it is shown. */

import { toErrorCode } from '../../../src/code/error-code';
import { loadKnowledge } from '../../../src/knowledge/load';
import { createFitCheck } from '../../../src/overlay/check-fit';

const knowledge = loadKnowledge();

test('our own entries fit by the measure that overlays are held to', () => {
  const check = createFitCheck(knowledge);
  const longest = [...knowledge.entries.values()]
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
    .slice(0, 40);
  expect(longest.flatMap((entry) => check.entry(entry, false))).toEqual([]);
});

test('an entry as long as what is left out, of as many parts as it can have, has room to spare', () => {
  const causes = Array.from({ length: 24 }, () => ({
    text: { en: 'x', 'zh-CN': '一' },
    confidence: 'likely' as const,
    sources: [],
  }));
  const code = toErrorCode(0xa007_0001);
  const [known] = knowledge.entries.values();
  if (known === undefined) throw new Error('no entry');
  const entry = { ...known, code, causes, warnings: [], related: [], title: known.title };
  const crowded = { ...knowledge, find: (each: typeof code) => (each === code ? entry : knowledge.find(each)) };
  expect(createFitCheck(crowded).entry(entry, false)).toEqual([]);
});
