import type { CaseState } from '../../../../src/cases/case';
import { LOCALES } from '../../../../src/i18n/locale';
import { LONGEST_TRAIL, type TriedStep } from '../../../../src/reply/follow-up';
import type { Section } from '../../../../src/reply/reply';
import { progressSections, sceneOf } from '../../../../src/resolver/desk/progress';
import { askForHelp, assignTo, atDesk, CODE, caseAfter, knowledge, linesOf, triedMoves, worked } from './cases';

const progress = (...args: Parameters<typeof progressSections>): string[] =>
  linesOf({ sections: progressSections(...args) });
const english = (state: CaseState) => progress(state, knowledge, 'en');

it('tells nothing of a case that nobody has touched', () => {
  for (const locale of LOCALES) expect(progressSections(caseAfter([]), knowledge, locale)).toEqual([]);
});

it('tells each step by its first sentence, with result, person and time', () => {
  const state = caseAfter(triedMoves(2));
  expect(english(state)).toEqual([
    'Steps tried',
    '- Read the current count → did not solve it · <U-asker> · 2026-11-22 10:32 UTC',
    '- For volume Office, list every product and find the Office KMS host entry → did not solve it · <U-asker> · 2026-11-22 10:33 UTC',
  ]);
  expect(progress(state, knowledge, 'zh-CN').slice(0, 2)).toEqual([
    '已尝试的步骤',
    '- 查看当前计数 → 未解决 · <U-asker> · 2026-11-22 10:32 UTC',
  ]);
});

it('gives the answer as the result of a procedure’s step', () => {
  const state = caseAfter([
    { person: 'U-1', followUp: { move: 'guide', procedure: 'port', trail: [['port', 'test-port', 'closed']] } },
  ]);
  expect(english(state)[1]).toContain('→ False: it is closed · <U-1>');
  expect(progress(state, knowledge, 'zh-CN')[1]).toContain('→ False：端口不通 · <U-1>');
});

it('shows the latest five and says how many came before', () => {
  const lines = english(caseAfter(triedMoves(7)));
  expect(lines).toHaveLength(1 + 1 + 5);
  expect(lines[1]).toBe('- … and 2 earlier steps, not shown here');
  expect(lines.at(-1)).toContain('10:38 UTC');
  expect(progress(caseAfter(triedMoves(7)), knowledge, 'zh-CN')[1]).toBe('- 此前另有 2 步，此处未列出');
  expect(english(caseAfter(triedMoves(5)))).toHaveLength(1 + 5);
});

it('leaves out, and does not count, what the knowledge no longer has', () => {
  const gone = caseAfter([
    { person: 'U-1', followUp: { move: 'step', trail: [[CODE, 'no-such-step', 'not-solved']] } },
    {
      person: 'U-1',
      followUp: {
        move: 'step',
        trail: [
          [CODE, 'no-such-step', 'not-solved'],
          ['no-such-procedure', 'a', 'b'],
        ],
      },
    },
  ]);
  expect(progressSections(gone, knowledge, 'en')).toEqual([]);
});

describe('the scene', () => {
  const sceneAfter = (moves: Parameters<typeof caseAfter>[0], trouble?: 'unknown' | 'refused') =>
    sceneOf(caseAfter(moves), knowledge, 'en', trouble);

  it('knows that somebody has been asked, until the request is closed or has met trouble', () => {
    expect(sceneAfter([]).help).toBeUndefined();
    expect(sceneAfter([askForHelp()]).help).toBe('asked');
    expect(sceneAfter([askForHelp(), atDesk('claim')]).help).toBe('asked');
    expect(sceneAfter([askForHelp(), atDesk('close')]).help).toBeUndefined();
    expect(sceneAfter([askForHelp()], 'unknown').help).toBeUndefined();
  });

  it('counts the steps of guides, however many, and no others', () => {
    const asked = Array.from({ length: 20 }, (_, index): TriedStep => ['port', 'test-port', `closed-${index}`]);
    const moves = asked.map((_step, index) => ({
      person: 'U-1',
      followUp: { move: 'guide' as const, procedure: 'port', trail: asked.slice(0, index + 1).slice(-LONGEST_TRAIL) },
    }));
    expect(sceneAfter(moves).guided).toBe(20);
    expect(sceneAfter(triedMoves(3)).guided).toBe(0);
  });
});

describe('how the request stands', () => {
  const note = (state: CaseState, trouble?: 'unknown' | 'refused'): string[] => {
    const notes = progressSections(state, knowledge, 'en', trouble).filter(
      (section: Section) => section.kind === 'note',
    );
    return linesOf({ sections: notes });
  };

  it('waits: who asked, and when', () => {
    expect(note(caseAfter([askForHelp()]))).toEqual([
      '[info] Waiting for help: Asked for by <U-requester>, 2026-11-22 10:32 UTC. Nobody at the help desk has taken it up yet.',
    ]);
  });

  it('is in the hands of whoever claimed it or was given it', () => {
    expect(note(caseAfter([askForHelp(), atDesk('claim')]))).toEqual([
      '[info] Being worked on: In the hands of <U-agent>, since 2026-11-22 10:33 UTC.',
    ]);
    expect(note(caseAfter([askForHelp(), assignTo('U-2')]))[0]).toContain('<U-2>');
  });

  it('is closed: by whom, and what to do if that was too early', () => {
    const [closed = ''] = note(caseAfter([askForHelp(), atDesk('close')]));
    expect(closed).toContain('Closed by <U-agent>, 2026-11-22 10:33 UTC.');
    expect(closed).toContain('press “Get help” again');
  });

  it('is solved: by whom and when, and nothing more', () => {
    const solved = ['[success] Solved: Confirmed by <U-asker>, 2026-11-22 10:33 UTC.'];
    expect(note(caseAfter([askForHelp(), worked()]))).toEqual(solved);
    expect(note(caseAfter([...triedMoves(1), worked()]))).toEqual(solved);
  });

  it('is open again when help was asked for after the good news', () => {
    expect(note(caseAfter([worked(), askForHelp()]))[0]).toContain('Waiting for help');
    expect(note(caseAfter([askForHelp(), worked(), atDesk('reopen')]))[0]).toContain('Waiting for help');
  });

  it.each([
    ['unknown', 'could not find out whether'],
    ['refused', 'was not delivered'],
  ] as const)('warns of a request that is %s, and says what to do', (trouble, words) => {
    const [warning = '', ...others] = note(caseAfter([askForHelp()]), trouble);
    expect(warning).toMatch(/^\[warning\] Warning: /);
    expect(warning).toContain(words);
    expect(warning).toContain('Press “Get help” again');
    expect(others).toEqual([]);
  });

  it('does not warn once somebody has it: then it has arrived', () => {
    expect(note(caseAfter([askForHelp(), atDesk('claim')]), 'unknown')[0]).toContain('Being worked on');
    expect(note(caseAfter([askForHelp(), atDesk('close')]), 'refused')[0]).toContain('Closed by');
  });
});
