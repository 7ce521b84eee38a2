import type { CaseState } from '../../../../src/cases/case';
import type { Locale } from '../../../../src/i18n/locale';
import { nameReply } from '../../../../src/reply/people';
import { noticeView } from '../../../../src/resolver/desk/notice';
import { askForHelp, assignTo, atDesk, CODE, caseAfter, linesOf } from './cases';

const AGENT = { person: 'U-agent' };
const say = (state: CaseState, locale: Locale = 'en') => linesOf(noticeView(state, AGENT, locale)).join('\n');

it('names who claimed, who was assigned by whom, who closed and who reopened', () => {
  expect(say(caseAfter([askForHelp(), atDesk('claim')]))).toBe('The request for help has been taken up by <U-agent>.');
  expect(say(caseAfter([askForHelp(), assignTo('U-2')]))).toBe(
    'The request for help has been passed to <U-2> by <U-agent>.',
  );
  expect(say(caseAfter([askForHelp(), atDesk('close')]))).toContain('closed by <U-agent>');
  expect(say(caseAfter([askForHelp(), atDesk('close'), atDesk('reopen')]))).toContain('reopened by <U-agent>');
});

it('says the same in Chinese', () => {
  expect(say(caseAfter([askForHelp(), atDesk('claim')]), 'zh-CN')).toBe('协助请求已被认领，处理人：<U-agent>。');
  expect(say(caseAfter([askForHelp(), assignTo('U-2')]), 'zh-CN')).toBe(
    '协助请求已分派，处理人：<U-2>，分派人：<U-agent>。',
  );
  expect(say(caseAfter([askForHelp(), atDesk('close')]), 'zh-CN')).toContain('关闭人：<U-agent>');
  expect(say(caseAfter([askForHelp(), atDesk('close'), atDesk('reopen')]), 'zh-CN')).toContain('操作人：<U-agent>');
});

it('says in its title what has happened', () => {
  const titles = (locale: Locale) =>
    [[atDesk('claim')], [assignTo('U-2')], [atDesk('close')], [atDesk('close'), atDesk('reopen')]].map(
      (moves) => noticeView(caseAfter([askForHelp(), ...moves]), AGENT, locale).title,
    );
  expect(titles('en')).toEqual(
    ['taken up', 'passed on', 'closed', 'reopened'].map((news) => `${CODE} · Request ${news}`),
  );
  expect(new Set(titles('zh-CN')).size).toBe(4);
});

it('takes an assignment to oneself for what it is', () => {
  expect(say(caseAfter([askForHelp(), assignTo('U-agent')]))).toContain('taken up by <U-agent>');
});

it('says of a closed request how to get help again', () => {
  expect(say(caseAfter([askForHelp(), atDesk('close')]))).toContain('press “Get help” on the answer again');
  expect(say(caseAfter([askForHelp(), atDesk('close')]), 'zh-CN')).toContain('再次点击“请求人工协助”');
});

it('speaks the requester’s language, begins with the code and has no buttons', () => {
  const reply = noticeView(caseAfter([askForHelp(undefined, 'zh-CN'), atDesk('claim')]), AGENT);
  expect(reply).toMatchObject({ kind: 'notice', locale: 'zh-CN', title: `${CODE} · 请求已被认领`, actions: [] });
});

it('takes a name, in the summary too', () => {
  const reply = noticeView(caseAfter([askForHelp(), atDesk('claim')]), AGENT);
  expect(reply.summary).toContain('taken up by somebody.');
  expect(nameReply(reply, new Map([['U-agent', 'Ada']])).summary).toContain('taken up by Ada.');
});
