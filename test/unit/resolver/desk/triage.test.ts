import { LOCALES } from '../../../../src/i18n/locale';
import { renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../../src/render/block-kit';
import { LONGEST_TRAIL, parseFollowUp, type TriedStep } from '../../../../src/reply/follow-up';
import { triageView } from '../../../../src/resolver/desk/triage';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { blockKitFaults } from '../../../cards/block-kit-rules';
import {
  askForHelp,
  assignTo,
  atDesk,
  CODE,
  caseAfter,
  idsOf,
  knowledge,
  linesOf,
  OTHER_CODE,
  triedMoves,
  UNKNOWN,
  worked,
} from './cases';

const LINK = 'https://example.slack.com/archives/C1/p1';
const view = (...[state, locale = 'en', link = LINK]: [Parameters<typeof triageView>[0], 'en'?, string?]) =>
  triageView(state, knowledge, link, locale);

it('begins with the code and its title, and tells state, method and other codes', () => {
  const state = caseAfter([askForHelp()], { codes: [CODE, OTHER_CODE], method: 'kms-client' });
  const reply = view(state);
  expect(reply.kind).toBe('triage');
  expect(reply.title).toBe(`${CODE} · KMS count below the activation threshold`);
  expect(linesOf(reply)).toEqual(
    expect.arrayContaining([
      'State: waiting for somebody',
      'Activation method: KMS client',
      `Other codes: ${OTHER_CODE}`,
      '- Asked for by <U-requester>, 2026-11-22 10:32 UTC',
      '- No step was marked as tried.',
    ]),
  );
});

it('tells the same in Chinese', () => {
  const reply = triageView(caseAfter([...triedMoves(1), askForHelp()]), knowledge, LINK, 'zh-CN');
  expect(linesOf(reply)).toEqual(
    expect.arrayContaining([
      '状态: 等待认领',
      '- 请求人：<U-requester>，时间：2026-11-22 10:33 UTC',
      '- 查看当前计数 → 未解决 · <U-asker> · 2026-11-22 10:32 UTC',
    ]),
  );
  expect(reply.summary).toContain('联系过 KMS 主机的计算机太少');
});

it('tells how the guide ended, where it ended with somebody else', () => {
  const ended = (step: string) =>
    view(caseAfter([{ person: 'U-asker', followUp: { move: 'guide', procedure: 'port', step } }, askForHelp()]))
      .summary;
  expect(ended('network-team')).toMatch(/How the guide ended\n.*the people who run your network/);
  expect(ended('kms-host-health')).not.toContain('How the guide ended');
  expect(ended('test-port')).not.toContain('How the guide ended');
});

it('says nothing of a method that nobody could tell', () => {
  expect(view(caseAfter([askForHelp()], { method: 'unknown' })).summary).not.toContain('Activation method');
});

it('shows what the requester wrote letter by letter', () => {
  const written = '`rm` <@U1> **bold** {who}\nsecond line';
  const reply = view(caseAfter([askForHelp(written)]));
  const quoted = reply.sections.find((section) => section.kind === 'prose' && section.quote === true);
  expect(quoted).toMatchObject({ text: [{ kind: 'text', text: written }] });
});

it.each([
  ['waiting', [askForHelp()], ['claim', 'assign', 'close'], 'waiting for somebody'],
  ['claimed', [askForHelp(), atDesk('claim')], ['assign', 'close'], 'being worked on'],
  ['assigned', [askForHelp(), assignTo('U-2')], ['assign', 'close'], 'being worked on'],
  ['closed', [askForHelp(), atDesk('close')], ['reopen'], 'closed'],
  ['solved', [askForHelp(), worked()], ['reopen'], 'closed (it works now)'],
  ['reopened', [askForHelp(), atDesk('close'), atDesk('reopen')], ['claim', 'assign', 'close'], 'waiting for somebody'],
] as const)('offers what the desk may do when it is %s', (_state, moves, ids, words) => {
  const reply = view(caseAfter(moves));
  expect(idsOf(reply)).toEqual([...ids, 'conversation', 'source']);
  expect(linesOf(reply)).toContain(`State: ${words}`);
});

it('tells who has it, who closed it, and that it is open again', () => {
  const last = (...moves: Parameters<typeof caseAfter>[0]) => {
    const list = linesOf(view(caseAfter([askForHelp(), ...moves])));
    return list[list.indexOf('Steps tried') - 1];
  };
  expect(last(atDesk('claim'))).toBe('- In the hands of <U-agent>, since 2026-11-22 10:33 UTC');
  expect(last(assignTo('U-2'))).toBe('- In the hands of <U-2>, since 2026-11-22 10:33 UTC');
  expect(last(atDesk('close'))).toBe('- Closed by <U-agent>, 2026-11-22 10:33 UTC');
  expect(last(atDesk('close'), atDesk('reopen'))).toBe('- Reopened 2026-11-22 10:34 UTC');
});

it('makes buttons whose payloads survive, and only that of assigning opens a form', () => {
  for (const action of view(caseAfter([askForHelp()])).actions) {
    if (action.kind !== 'follow-up') continue;
    expect(parseFollowUp(JSON.parse(JSON.stringify(action.followUp)))).toMatchObject({
      move: action.id,
      codes: [CODE],
    });
    expect(action.opensForm === true).toBe(action.id === 'assign');
  }
});

it('carries no more codes than a button takes, the one in view first', () => {
  const codes = [...knowledge.entries.keys()].filter((code) => code !== CODE).slice(0, 8);
  const state = caseAfter([{ person: 'U-1', followUp: { move: 'activation', codes: [CODE] } }, askForHelp()], {
    codes,
  });
  const shown = { ...state, view: { ...state.view, codes: [CODE] } };
  const [claim] = view(shown).actions;
  const followUp = claim?.kind === 'follow-up' ? parseFollowUp(claim.followUp) : undefined;
  expect(followUp?.codes).toEqual([CODE, ...codes.slice(0, 7)]);
});

it('has no button to the conversation where there is no link', () => {
  expect(idsOf(triageView(caseAfter([askForHelp()]), knowledge, undefined, 'en'))).not.toContain('conversation');
});

it('serves a code without an entry, and a case without a request', () => {
  const unknown = view(caseAfter([askForHelp()], { codes: [UNKNOWN] }));
  expect(unknown.title).toBe(`${UNKNOWN} · no entry yet`);
  expect(idsOf(unknown)).not.toContain('source');
  const quiet = view(caseAfter([]));
  expect(idsOf(quiet)).toEqual(['conversation', 'source']);
  expect(quiet.sections.some((section) => section.kind === 'facts')).toBe(false);
});

describe.each(LOCALES)('at its fullest (%s)', (locale) => {
  /** The wordiest steps that can be tried, more of them than a card shows. */
  const trail = [...knowledge.entries.values()]
    .flatMap(({ code, steps }) => steps.map((step) => ({ code, id: step.id, length: step.text[locale].length })))
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST_TRAIL)
    .map(({ code, id }): TriedStep => [code, id, 'not-solved']);
  /** The wordiest end of a guide that needs somebody else. */
  const [end] = [...knowledge.procedures.values()]
    .flatMap(({ id: procedure, outcomes }) =>
      Object.entries(outcomes)
        .filter(([, { kind }]) => kind === 'hand-off')
        .map(([step, { text }]) => ({ procedure, step, length: text[locale].length })),
    )
    .sort((a, b) => b.length - a.length)
    .map(({ procedure, step }) => ({ procedure, step }));
  const replies = [...knowledge.entries.keys()].map((code, _index, codes) =>
    triageView(
      caseAfter(
        [{ person: 'U', followUp: { ...end, move: 'guide', codes: [code], trail } }, askForHelp('&<>"é密'.repeat(250))],
        {
          codes: [code, ...codes.slice(0, 7)],
          method: 'mak',
        },
      ),
      knowledge,
      LINK,
      locale,
    ),
  );

  it('fits both platforms untrimmed', () => {
    expect(replies.flatMap((reply) => adaptiveCardFaults(renderAdaptiveCard(reply)))).toEqual([]);
    expect(replies.flatMap((reply) => blockKitFaults(renderBlockKit(reply)))).toEqual([]);
  });

  it('keeps the latest ten steps', () => {
    const list = replies[0]?.sections.find((section) => section.kind === 'list' && section.items.length > 2);
    expect(list).toMatchObject({ items: { length: 1 + 10 } });
  });
});
