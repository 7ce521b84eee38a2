import { LOCALES } from '../../../../src/i18n/locale';
import { renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../../src/render/block-kit';
import { digestView } from '../../../../src/resolver/desk/digest';
import { makeReport } from '../../../../src/resolver/desk/report';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { blockKitFaults } from '../../../cards/block-kit-rules';
import { CODE, knowledge, linesOf, OTHER_CODE, UNKNOWN } from './cases';

const common = { step: '', locale: 'en' } as const;
const report = makeReport([
  { ...common, kind: 'answered', code: CODE, count: 8 },
  { ...common, kind: 'answered', code: OTHER_CODE, count: 1 },
  { ...common, kind: 'solved', code: CODE, count: 3 },
  { ...common, kind: 'handed-over', code: CODE, count: 2 },
  { ...common, kind: 'no-entry', code: UNKNOWN, count: 1 },
  { ...common, kind: 'not-solved', code: CODE, step: 'current-count', count: 4 },
  { ...common, kind: 'not-solved', code: CODE, step: 'gone', count: 9 },
]);

it('tells codes, shares and gaps, and leaves out steps that are no longer there', () => {
  const reply = digestView(report, knowledge, 'en');
  expect(reply).toMatchObject({ kind: 'digest', title: 'Error codes: weekly report', actions: [] });
  expect(linesOf(reply)).toEqual([
    'Cases answered: 9',
    'Solved without a person: 3 of 9 (33%)',
    'Handed to a person: 2',
    'Most frequent codes',
    `- ${CODE} · KMS count below the activation threshold (8 times)`,
    expect.stringMatching(`^- ${OTHER_CODE} · .* \\(once\\)$`),
    'Codes without an entry',
    `- ${UNKNOWN} (once)`,
    'Steps that most often did not help',
    `- ${CODE} · Read the current count (did not help 4 times, never solved it)`,
    expect.stringContaining('“It worked”'),
  ]);
});

it('tells the same in Chinese', () => {
  const lines = linesOf(digestView(report, knowledge, 'zh-CN'));
  expect(lines).toContain('无需人工即解决: 9 个中有 3 个（33%）');
  expect(lines).toContain(`- ${CODE} · KMS 计数低于激活阈值（8 次）`);
});

it('tells what people said of the answers, where anybody has said anything', () => {
  const said = makeReport([
    { ...common, kind: 'helpful', code: CODE, count: 3 },
    { ...common, kind: 'unhelpful', code: OTHER_CODE, step: 'restart', count: 1 },
  ]);
  expect(linesOf(digestView(said, knowledge, 'en'))).toContain('Said of the answers: 3 helpful, 1 not helpful');
  expect(linesOf(digestView(report, knowledge, 'en')).join()).not.toContain('Said of the answers');
});

it('says plainly when there is too little to say', () => {
  const few = makeReport([{ ...common, kind: 'answered', code: CODE, count: 4 }]);
  expect(linesOf(digestView(few, knowledge, 'en'))).toContain('Solved without a person: too few to say');
  expect(linesOf(digestView(makeReport([]), knowledge, 'en'))).toEqual(['No error code was answered.']);
});

it('lists five of each at most, and fits both platforms', () => {
  const everything = [...knowledge.entries.values()].flatMap(({ code, steps }) => [
    { ...common, kind: 'answered' as const, code, count: 1_000_000 },
    { ...common, kind: 'no-entry' as const, code, count: 1_000_000 },
    ...steps.map(({ id }) => ({ ...common, kind: 'not-solved' as const, code, step: id, count: 1_000_000 })),
  ]);
  for (const locale of LOCALES) {
    const reply = digestView(makeReport(everything), knowledge, locale);
    const lists = reply.sections.flatMap((section) => (section.kind === 'list' ? [section.items.length] : []));
    expect(lists).toEqual([5, 5, 5]);
    expect(adaptiveCardFaults(renderAdaptiveCard(reply))).toEqual([]);
    expect(blockKitFaults(renderBlockKit(reply))).toEqual([]);
  }
});
