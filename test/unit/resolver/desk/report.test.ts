import { makeReport } from '../../../../src/resolver/desk/report';
import type { OutcomeCount, OutcomeKind } from '../../../../src/store/ports';
import { CODE, OTHER_CODE, UNKNOWN } from './cases';

const count = (kind: OutcomeKind, code = CODE, times = 1, step = ''): OutcomeCount => ({
  kind,
  code,
  step,
  locale: 'en',
  count: times,
});

it('reports nothing of nothing', () => {
  const none = { answered: 0, solved: 0, handedOver: 0, helpful: 0, unhelpful: 0 };
  expect(makeReport([])).toEqual({ ...none, codes: [], unanswered: [], steps: [] });
});

it('adds up languages and steps, the most frequent code first', () => {
  const { codes, answered, solved, handedOver } = makeReport([
    count('answered', CODE, 2),
    { ...count('answered', CODE, 1), locale: 'zh-CN' },
    count('answered', OTHER_CODE, 4),
    count('solved', CODE, 1, 'first'),
    count('solved', CODE, 1, 'second'),
    count('handed-over', OTHER_CODE, 1),
  ]);
  expect({ answered, solved, handedOver }).toEqual({ answered: 7, solved: 2, handedOver: 1 });
  expect(codes).toEqual([
    { code: OTHER_CODE, answered: 4, solved: 0, handedOver: 1 },
    { code: CODE, answered: 3, solved: 2, handedOver: 0 },
  ]);
});

it('gives a share from five cases on', () => {
  expect(makeReport([count('answered', CODE, 4), count('solved', CODE, 2)])).not.toHaveProperty('solvedShare');
  expect(makeReport([count('answered', CODE, 5), count('solved', CODE, 2)]).solvedShare).toBe(0.4);
  expect(makeReport([count('answered', CODE, 5)]).solvedShare).toBe(0);
});

it('gives no share where more cases ended than began', () => {
  expect(makeReport([count('answered', CODE, 6), count('solved', CODE, 7)])).not.toHaveProperty('solvedShare');
});

it('lists the codes that nobody here knew, and none of them as answered for it', () => {
  const report = makeReport([count('no-entry', UNKNOWN, 2), count('no-entry', CODE, 3), count('no-entry', UNKNOWN, 2)]);
  expect(report.unanswered).toEqual([
    { code: UNKNOWN, cases: 4 },
    { code: CODE, cases: 3 },
  ]);
  expect(report.codes).toEqual([]);
});

it('lists the steps left behind, equal ones in the order of code and step', () => {
  const { steps } = makeReport([
    count('not-solved', OTHER_CODE, 1, 'b'),
    count('not-solved', OTHER_CODE, 1, 'a'),
    count('not-solved', CODE, 1, 'b'),
    count('not-solved', OTHER_CODE, 2, 'c'),
    count('not-solved', CODE, 2, 'b'),
  ]);
  expect(steps).toEqual([
    { code: CODE, step: 'b', leftBehind: 3, helped: 0 },
    { code: OTHER_CODE, step: 'c', leftBehind: 2, helped: 0 },
    { code: OTHER_CODE, step: 'a', leftBehind: 1, helped: 0 },
    { code: OTHER_CODE, step: 'b', leftBehind: 1, helped: 0 },
  ]);
});
