/** What holds of every view alike: one language at a time, set as it should be, within what the platforms take. */

import { deskLabelsFor } from '../../../../src/i18n/labels/desk/labels';
import { LOCALES, type Locale } from '../../../../src/i18n/locale';
import { setChinese } from '../../../../src/knowledge/lint/chinese-typography';
import { nameReply, peopleIn } from '../../../../src/reply/people';
import type { Reply, Section } from '../../../../src/reply/reply';
import { summarize } from '../../../../src/reply/summarize';
import * as asides from '../../../../src/resolver/desk/asides';
import { digestView } from '../../../../src/resolver/desk/digest';
import { assignForm, handOffForm } from '../../../../src/resolver/desk/forms';
import { helpSheet } from '../../../../src/resolver/desk/help-sheet';
import { noticeView } from '../../../../src/resolver/desk/notice';
import { progressSections } from '../../../../src/resolver/desk/progress';
import { makeReport } from '../../../../src/resolver/desk/report';
import { triageView } from '../../../../src/resolver/desk/triage';
import {
  askForHelp,
  assignTo,
  atDesk,
  CODE,
  caseAfter,
  knowledge,
  OTHER_CODE,
  triedMoves,
  UNKNOWN,
  worked,
} from './cases';

const HAN = /\p{Script=Han}/u;

const requested = [...triedMoves(7), askForHelp()];
const states = [
  caseAfter([]),
  caseAfter(triedMoves(1), { codes: [UNKNOWN] }),
  caseAfter(requested, { method: 'mak', codes: [CODE, OTHER_CODE] }),
  caseAfter([...requested, atDesk('claim')]),
  caseAfter([...requested, assignTo('U-2')]),
  caseAfter([...requested, atDesk('close')]),
  caseAfter([...requested, atDesk('close'), atDesk('reopen')]),
  caseAfter([...requested, worked()]),
];
const report = makeReport([
  { kind: 'answered', code: CODE, step: '', locale: 'en', count: 9 },
  { kind: 'no-entry', code: UNKNOWN, step: '', locale: 'en', count: 1 },
  { kind: 'not-solved', code: CODE, step: 'current-count', locale: 'en', count: 2 },
]);

function asReply(locale: Locale, title: string, sections: readonly Section[]): Reply {
  const parts = { locale, title, sections };
  return { kind: 'notice', ...parts, summary: summarize(parts), actions: [] };
}

/** Everything that the desk says, forms included. */
function repliesIn(locale: Locale): Reply[] {
  return [
    ...states.flatMap((state) => [
      ...([undefined, 'unknown', 'refused'] as const).map((trouble) =>
        asReply(locale, CODE, progressSections(state, knowledge, locale, trouble)),
      ),
      triageView(state, knowledge, 'https://example.com/', locale),
      noticeView(state, { person: 'U-agent' }, locale),
      helpSheet(state, knowledge, locale),
      asides.helpAlreadyAsked(state, locale),
      ...[handOffForm(state, knowledge, locale), assignForm(state, locale)].map((form) =>
        asReply(locale, form.title, form.sections),
      ),
    ]),
    ...[asides.movedOn, asides.copySent, asides.copyAlreadySent, asides.notAllowed].map((aside) => aside(locale)),
    asReply(locale, CODE, [asides.copyNote(locale), asides.expiredNote(locale)]),
    digestView(report, knowledge, locale),
    digestView(makeReport([]), knowledge, locale),
  ];
}

/** Every label, functions called with numbers or words that stand for themselves. */
function labelsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return labelsIn(value.length === 1 && value(2) !== undefined ? value(2) : value(2, 3, 4));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(labelsIn) : [];
}

const named = (reply: Reply, name: string) =>
  nameReply(reply, new Map([...peopleIn(reply)].map((id) => [id, name] as const)));

it('says no Chinese in English', () => {
  for (const reply of repliesIn('en')) expect(reply.summary).not.toMatch(HAN);
  for (const label of labelsIn(deskLabelsFor('en'))) expect(label).not.toMatch(HAN);
});

it('says nothing in Chinese that is only English', () => {
  const words = (text: string) =>
    text
      .replaceAll('slmgr.vbs /dlv', '')
      .replace(/\b(?:Windows|IT|UTC)\b/g, '')
      .match(/[A-Za-z]{2,}/g) ?? [];
  for (const label of labelsIn(deskLabelsFor('zh-CN'))) {
    expect(label).toMatch(HAN);
    expect(words(label.replace(/\{\w+\}/g, ''))).toEqual([]);
  }
});

it.each(['Ada Lovelace', '王小明'])('sets Chinese with the name %s as a typesetter would', (name) => {
  for (const reply of repliesIn('zh-CN')) {
    const lines = named(reply, name).sections.flatMap((section) =>
      section.kind === 'note' || section.kind === 'list'
        ? summarize({ ...reply, sections: [section] }).split('\n')
        : [],
    );
    // A step's first sentence ends with its mark before the arrow: that blank is ours.
    for (const line of lines.map((each) => each.replace('。 →', ' →'))) expect(line).toBe(setChinese(line));
  }
});

it.each(LOCALES)('says everything in the summary, and nothing broken (%s)', (locale) => {
  for (const reply of repliesIn(locale)) {
    expect(reply.locale).toBe(locale);
    expect(reply.summary).toBe(summarize(reply));
    expect(reply.summary).not.toMatch(/undefined|\[object|\{\w+\}|NaN/);
  }
});

it.each(LOCALES)('keeps buttons short enough (%s)', (locale) => {
  for (const { actions } of repliesIn(locale)) {
    for (const { label } of actions) expect(label.length).toBeLessThanOrEqual(75);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  }
});

it('stamps nothing: that is for whoever knows the case', () => {
  for (const { actions } of LOCALES.flatMap(repliesIn)) {
    for (const action of actions) {
      if (action.kind === 'follow-up')
        expect(Object.keys(action.followUp)).not.toEqual(expect.arrayContaining(['case']));
    }
  }
});
