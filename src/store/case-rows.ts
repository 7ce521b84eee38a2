/**
 * Cases and moves as rows, and back. What was written by another release may be unreadable; a case is never lost for
 * that: what cannot be read falls back to what says least.
 */

import type { Selectable } from 'kysely';
import type { CaseHead, CaseMove } from '../cases/case';
import { readOpening } from '../cases/opening';
import { isErrorCode } from '../code/error-code';
import { DEFAULT_LOCALE, isLocale } from '../i18n/locale';
import { type FollowUp, METHODS_KNOWN, parseFollowUp } from '../reply/follow-up';
import type { CaseTable, MoveTable } from './schema';

export function toCaseRow(head: CaseHead, post: string): CaseTable {
  return {
    id: head.id,
    post,
    platform: head.platform,
    tenant: head.tenant,
    conversation: head.conversation,
    channel: head.channel ?? null,
    place: head.place,
    shared: head.shared ? 1 : 0,
    shareable: head.shareable ? 1 : 0,
    asker: head.asker,
    locale: head.locale,
    codes: head.codes.join(' '),
    written: head.written ?? null,
    activation: head.activation ? 1 : 0,
    method: head.method ?? null,
    opening: head.opening === undefined ? null : JSON.stringify(head.opening),
    opened_at: head.openedAtMs,
    version: 0,
    moved_at: head.openedAtMs,
  };
}

export function readHead(row: Selectable<CaseTable>): CaseHead {
  const method = METHODS_KNOWN.find((choice) => choice === row.method);
  const opening = readOpening(row.opening);
  return {
    id: row.id,
    platform: row.platform,
    tenant: row.tenant,
    conversation: row.conversation,
    ...(row.channel === null ? {} : { channel: row.channel }),
    place: row.place,
    shared: row.shared === 1,
    ...(row.shareable === 1 ? { shareable: true as const } : {}),
    asker: row.asker,
    locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
    codes: row.codes.split(' ').filter(isErrorCode),
    ...(row.written === null ? {} : { written: row.written }),
    activation: row.activation === 1,
    ...(method === undefined ? {} : { method }),
    ...(opening === undefined ? {} : { opening }),
    openedAtMs: row.opened_at,
  };
}

export function toMoveRow(caseId: string, move: CaseMove): MoveTable {
  return {
    case_id: caseId,
    version: move.version,
    person: move.person,
    made_at: move.atMs,
    follow_up: JSON.stringify(move.followUp),
    // PostgreSQL holds no text with a NUL in it, and a client may send one.
    details: move.details?.replaceAll('\0', '') ?? null,
    assignee: move.assignee ?? null,
  };
}

export function readMove(row: Selectable<MoveTable>, { locale, codes }: CaseHead): CaseMove {
  return {
    version: row.version,
    person: row.person,
    atMs: row.made_at,
    followUp: readFollowUp(row.follow_up) ?? moveThatChangesNothing({ locale, codes }),
    ...(row.details === null ? {} : { details: row.details }),
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
  };
}

function readFollowUp(json: string): FollowUp | undefined {
  try {
    return parseFollowUp(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * Stands in for a move that cannot be read. Left out, the versions would no longer add up, and nobody could ever move
 * the case again; a copy for somebody leaves the case as it was.
 */
function moveThatChangesNothing({ locale, codes }: Pick<CaseHead, 'locale' | 'codes'>): FollowUp {
  return { v: 1, move: 'me-too', locale, codes: [...codes] };
}
