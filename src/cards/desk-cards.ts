/** What golden cards show of a case and its hand-off to a person. */

import { toErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Form } from '../reply/form';
import type { Reply } from '../reply/reply';
import { stampReply } from '../reply/stamp';
import { copySent, expiredNote, helpAlreadyAsked, movedOn } from '../resolver/desk/asides';
import { digestView } from '../resolver/desk/digest';
import { assignForm, handOffForm } from '../resolver/desk/forms';
import { helpSheet } from '../resolver/desk/help-sheet';
import { keyWarning } from '../resolver/desk/key-warning';
import { noticeView } from '../resolver/desk/notice';
import { sceneOf } from '../resolver/desk/progress';
import { makeReport } from '../resolver/desk/report';
import { triageView } from '../resolver/desk/triage';
import type { Resolver } from '../resolver/resolve';
import type { OutcomeCount } from '../store/ports';
import { exampleCase, exampleMoves, type Stage } from './example-case';

const LINK = 'https://example.com/the-thread';

/** Every kind of reply around a case, by name. */
export function deskReplies(knowledge: KnowledgeBase, resolver: Resolver, locale: Locale): [string, Reply][] {
  const asked = exampleCase('asked', locale);
  return [
    ['case-walked', exampleAnswer('walked', knowledge, resolver, locale)],
    ['case-claimed', exampleAnswer('claimed', knowledge, resolver, locale)],
    ['triage-waiting', triageView(asked, knowledge, LINK, locale)],
    ['triage-closed', triageView(exampleCase('closed', locale), knowledge, LINK, locale)],
    ...exampleMoves('closed', locale)
      .slice(2)
      .map((move): [string, Reply] => {
        const { move: name } = move.followUp;
        return [
          `notice-${name}`,
          noticeView(exampleCase(name === 'claim' ? 'claimed' : 'closed', locale), move, locale),
        ];
      }),
    ['help-sheet', helpSheet(asked, knowledge, locale)],
    ['key-warning', keyWarning(locale)],
    ['digest', digestView(makeReport(weekOf(locale)), knowledge, locale)],
    ['aside-moved-on', movedOn(locale)],
    ['aside-copy', copySent(locale)],
    ['aside-asked-already', helpAlreadyAsked(asked, locale)],
    ['aside-expired', resolver.follow(asked.view, { progress: [expiredNote(locale)], help: 'none' })],
  ];
}

/** Both forms, by name. */
export function deskForms(knowledge: KnowledgeBase, locale: Locale): [string, Form][] {
  const walked = exampleCase('walked', locale);
  return [
    ['form-hand-off', handOffForm(walked, knowledge, locale)],
    ['form-assign', assignForm(walked, locale)],
  ];
}

/** The card in the thread at a stage of the example. */
export function exampleAnswer(stage: Stage, knowledge: KnowledgeBase, resolver: Resolver, locale: Locale): Reply {
  const state = exampleCase(stage, locale);
  return stampReply(resolver.follow(state.view, sceneOf(state, knowledge, locale)), {
    case: state.head.id,
    version: state.version,
  });
}

function weekOf(locale: Locale): OutcomeCount[] {
  const code = toErrorCode(0xc004f074);
  return [
    { kind: 'answered', code, step: '', locale, count: 12 },
    { kind: 'solved', code, step: 'test-port', locale, count: 5 },
    { kind: 'not-solved', code, step: 'read-event', locale, count: 7 },
    { kind: 'handed-over', code, step: '', locale, count: 2 },
    { kind: 'no-entry', code: toErrorCode(0x80240034), step: '', locale, count: 3 },
    { kind: 'helpful', code, step: '', locale, count: 4 },
    { kind: 'unhelpful', code, step: 'test-port', locale, count: 1 },
  ];
}
