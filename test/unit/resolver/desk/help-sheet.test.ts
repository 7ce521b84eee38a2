import { LOCALES } from '../../../../src/i18n/locale';
import { renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../../src/render/block-kit';
import { LONGEST_TRAIL, type TriedStep } from '../../../../src/reply/follow-up';
import type { Reply } from '../../../../src/reply/reply';
import { helpSheet } from '../../../../src/resolver/desk/help-sheet';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { blockKitFaults } from '../../../cards/block-kit-rules';
import { CODE, caseAfter, idsOf, knowledge, OTHER_CODE, triedMoves, UNKNOWN } from './cases';

function sheetOf(reply: Reply): string[] {
  const section = reply.sections.find(({ kind }) => kind === 'step');
  return section?.kind === 'step' ? (section.step.command ?? '').split('\n') : [];
}

it('holds what is known, and empty lines for what only people can tell', () => {
  const state = caseAfter(triedMoves(2), { codes: [CODE, OTHER_CODE], method: 'kms-client' });
  expect(sheetOf(helpSheet(state, knowledge, 'en'))).toEqual([
    `Error code: ${CODE} · KMS count below the activation threshold`,
    expect.stringMatching(/^What Windows says: The software Licensing Service reported/),
    expect.stringMatching(`^Error code: ${OTHER_CODE} · `),
    'Activation method: KMS client',
    'Steps tried:',
    '1. Read the current count → did not solve it',
    '2. For volume Office, list every product and find the Office KMS host entry → did not solve it',
    'Windows edition:',
    'Since when:',
    'How many computers:',
    'Output of slmgr.vbs /dlv:',
  ]);
});

it('holds the same in Chinese', () => {
  const sheet = sheetOf(helpSheet(caseAfter(triedMoves(1)), knowledge, 'zh-CN'));
  expect(sheet).toContain(`错误代码：${CODE} · KMS 计数低于激活阈值`);
  expect(sheet).toContain('1. 查看当前计数 → 未解决');
  expect(sheet).toContain('slmgr.vbs /dlv 的输出：');
});

it('is a whole view, so that it can be copied: what to do with it, and a page to read on', () => {
  const reply = helpSheet(caseAfter([]), knowledge, 'en');
  expect(reply).toMatchObject({ kind: 'help-sheet', title: `${CODE} · For IT support` });
  expect(reply.summary).toContain('Leave product keys out');
  expect(reply.summary).toContain('Steps tried: none so far');
  expect(idsOf(reply)).toEqual(['source']);
});

it('serves a code without an entry', () => {
  const reply = helpSheet(caseAfter([], { codes: [UNKNOWN] }), knowledge, 'en');
  expect(sheetOf(reply)[0]).toBe(`Error code: ${UNKNOWN} · no entry yet`);
  expect(reply.summary).toContain('Program that shows it:');
  expect(reply.summary).not.toContain('slmgr');
  expect(idsOf(reply)).toEqual(['search']);
});

it('asks about activation where the message spoke of it, and not where people say that it is something else', () => {
  const last = (state: Parameters<typeof helpSheet>[0]) => sheetOf(helpSheet(state, knowledge, 'en')).at(-1);
  expect(last(caseAfter([], { codes: [UNKNOWN], activation: true }))).toBe('Output of slmgr.vbs /dlv:');
  const elsewhere = caseAfter([{ person: 'U-asker', followUp: { move: 'not-activation' } }], { activation: true });
  expect(last(elsewhere)).toBe('Program that shows it:');
});

it('holds neither a person nor a backtick', () => {
  for (const locale of LOCALES) {
    for (const code of knowledge.entries.keys()) {
      const trail = knowledge.find(code)?.steps.map(({ id }): TriedStep => [code, id, 'not-solved']) ?? [];
      const state = caseAfter([{ person: 'U-asker', followUp: { move: 'stuck', codes: [code], trail } }], {
        codes: [code],
      });
      expect(helpSheet(state, knowledge, locale).summary).not.toMatch(/`|U-asker/);
    }
  }
});

it('numbers on from what it leaves out, and fits both platforms', () => {
  const steps = [...knowledge.entries.values()]
    .flatMap(({ code, steps }) => steps.map(({ id }): TriedStep => [code, id, 'not-solved']))
    .slice(0, 40);
  const moves = steps.map((_step, index) => ({
    person: 'U',
    followUp: { move: 'step' as const, trail: steps.slice(Math.max(0, index + 1 - LONGEST_TRAIL), index + 1) },
  }));
  for (const locale of LOCALES) {
    const reply = helpSheet(caseAfter(moves), knowledge, locale);
    const sheet = sheetOf(reply);
    expect(sheet.filter((line) => /^\d+\. /.test(line)).map((line) => Number.parseInt(line, 10))).toEqual(
      Array.from({ length: 12 }, (_each, index) => 29 + index),
    );
    expect(sheet.join()).toContain('28');
    expect(adaptiveCardFaults(renderAdaptiveCard(reply))).toEqual([]);
    expect(blockKitFaults(renderBlockKit(reply))).toEqual([]);
  }
});
