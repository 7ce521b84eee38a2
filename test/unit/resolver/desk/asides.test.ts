import { LOCALES } from '../../../../src/i18n/locale';
import {
  copyAlreadySent,
  copyNote,
  copySent,
  expiredNote,
  helpAlreadyAsked,
  movedOn,
  notAllowed,
} from '../../../../src/resolver/desk/asides';
import { askForHelp, atDesk, CODE, caseAfter, linesOf } from './cases';

const asides = { movedOn, copySent, copyAlreadySent, notAllowed };

it.each(Object.entries(asides))('%s is a sentence for one person, in its own words', (_name, aside) => {
  for (const locale of LOCALES) {
    const reply = aside(locale);
    expect(reply).toMatchObject({ kind: 'notice', locale, actions: [] });
    expect(reply.summary.split('\n')).toEqual([reply.title, expect.stringMatching(/[.。]$/)]);
  }
});

it('has no two asides that say the same', () => {
  for (const locale of LOCALES) {
    const texts = Object.values(asides).map((aside) => linesOf(aside(locale)).join());
    expect(new Set(texts).size).toBe(texts.length);
  }
});

it('says what to do', () => {
  expect(movedOn('en').summary).toContain('press again');
  expect(copySent('en').summary).toContain('send me the error code there');
  expect(copyAlreadySent('en').summary).toContain('look in your private chat');
  expect(notAllowed('en').summary).toContain('Press it on the card there');
});

it('tells of an open request who waits or who works on it', () => {
  const waiting = helpAlreadyAsked(caseAfter([askForHelp()]), 'en');
  expect(waiting.title).toBe(`${CODE} · Help has been asked for already`);
  expect(linesOf(waiting).join()).toContain('Asked for by <U-requester>');
  const claimed = helpAlreadyAsked(caseAfter([askForHelp(), atDesk('claim')]), 'zh-CN');
  expect(linesOf(claimed).join()).toContain('处理人：<U-agent>');
});

it('notes whose copy it is, and why a card no longer remembers', () => {
  const notes = (note: typeof copyNote) => LOCALES.flatMap((locale) => linesOf({ sections: [note(locale)] }));
  expect(notes(copyNote)[0]).toContain('this is your own copy');
  expect(notes(copyNote)[1]).toContain('这是你自己的副本');
  expect(notes(expiredNote)[0]).toMatch(/30 days without a press\..*Paste the error again/);
  expect(notes(expiredNote)[1]).toMatch(/30 天没有操作.*重新粘贴错误/);
});
