import { KNOWLEDGE_DIRECTORY } from '../../src/knowledge/directory';
import { formatFinding } from '../../src/knowledge/lint/finding';
import { lintKnowledge } from '../../src/knowledge/lint/lint-knowledge';

test('the knowledge folder has no finding', () => {
  expect(lintKnowledge(KNOWLEDGE_DIRECTORY).findings.map(formatFinding)).toEqual([]);
});
