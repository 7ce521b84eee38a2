/** The case that golden cards show: walked by two people, handed over, claimed. */

import { type CaseHead, type CaseMove, type CaseState, deriveCase } from '../cases/case';
import { toErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import { type FollowUp, NOT_SOLVED } from '../reply/follow-up';

const CODE = toErrorCode(0xc004f074);
const AT_MS = Date.UTC(2026, 0, 5, 10, 32);
const MINUTE_MS = 60_000;
/** Ids as the platforms give them; names come in only when a card is sent. */
const REQUESTER = 'U0REQUESTER';
const AGENT = 'U0AGENT';

/** How far the example has come: `asked` waits for the help desk, `claimed` is in somebody's hands, `closed` is done. */
export type Stage = 'walked' | 'asked' | 'claimed' | 'closed';

const STAGES: readonly Stage[] = ['walked', 'asked', 'claimed', 'closed'];

/** The moves that lead to a stage. */
export function exampleMoves(stage: Stage, locale: Locale): CaseMove[] {
  const followUp = (rest: Partial<FollowUp>): FollowUp => ({ v: 1, move: 'step', locale, codes: [CODE], ...rest });
  const details: Record<Locale, string> = {
    en: 'Windows 11 Pro, 12 computers in room 4, since Monday.',
    'zh-CN': 'Windows 11 专业版，4 号房间的 12 台计算机，从周一开始。',
  };
  const moves: readonly Omit<CaseMove, 'version' | 'atMs'>[] = [
    { person: REQUESTER, followUp: followUp({ step: 'test-port', trail: [[CODE, 'read-event', NOT_SOLVED]] }) },
    { person: REQUESTER, followUp: followUp({ move: 'get-help' }), details: details[locale] },
    { person: AGENT, followUp: followUp({ move: 'claim' }) },
    { person: AGENT, followUp: followUp({ move: 'close' }) },
  ];
  return moves
    .slice(0, STAGES.indexOf(stage) + 1)
    .map((move, index) => ({ ...move, version: index + 1, atMs: AT_MS + (index + 1) * MINUTE_MS }));
}

/** The example at a stage. */
export function exampleCase(stage: Stage, locale: Locale): CaseState {
  const head: CaseHead = {
    id: 'exampleexampleexample0',
    ...{ platform: 'slack', tenant: 'T0', conversation: 'C0', place: 'C0', shared: true, asker: REQUESTER },
    ...{ locale, codes: [CODE], activation: true, method: 'kms-client', openedAtMs: AT_MS },
  };
  return deriveCase(head, exampleMoves(stage, locale));
}
