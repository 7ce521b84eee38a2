/** Cases for the tests of the desk's words, made by the moves that make them in life. */

import { type CaseHead, type CaseMove, type CaseState, deriveCase } from '../../../../src/cases/case';
import { toErrorCode } from '../../../../src/code/error-code';
import type { Locale } from '../../../../src/i18n/locale';
import { loadKnowledge } from '../../../../src/knowledge/load';
import type { FollowUp, TriedStep } from '../../../../src/reply/follow-up';
import type { Reply } from '../../../../src/reply/reply';
import { plainText } from '../../../../src/reply/rich-text';

export const knowledge = loadKnowledge();
export const CODE = toErrorCode(0xc004f038);
export const OTHER_CODE = toErrorCode(0xc004f074);
/** A code without an entry. */
export const UNKNOWN = toErrorCode(0xdeadbeef);
/** 2026-11-22 10:32 UTC. */
export const START_MS = Date.UTC(2026, 10, 22, 10, 32);
const MINUTE_MS = 60_000;

const HEAD: CaseHead = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  platform: 'slack',
  tenant: 'T1',
  conversation: 'C1',
  place: 'place',
  shared: true,
  asker: 'U-asker',
  locale: 'en',
  codes: [CODE],
  activation: false,
  openedAtMs: START_MS,
};

type Move = Pick<CaseMove, 'person' | 'details' | 'assignee'> & { readonly followUp: Partial<FollowUp> };

/** A case after these moves, one a minute. */
export function caseAfter(moves: readonly Move[], head: Partial<CaseHead> = {}): CaseState {
  const codes = [...(head.codes ?? HEAD.codes)];
  return deriveCase(
    { ...HEAD, ...head },
    moves.map((move, index) => ({
      ...move,
      version: index + 1,
      atMs: START_MS + index * MINUTE_MS,
      followUp: { v: 1, move: 'answer', locale: 'en', codes, ...move.followUp },
    })),
  );
}

/** The first so many steps of the entry, left behind one a move. */
export function triedMoves(count: number, person = 'U-asker'): Move[] {
  const steps = knowledge.find(CODE)?.steps.map(({ id }) => id) ?? [];
  const trail = steps.slice(0, count).map((id): TriedStep => [CODE, id, 'not-solved']);
  return trail.map((_tried, index) => ({ person, followUp: { move: 'step', trail: trail.slice(0, index + 1) } }));
}

export const askForHelp = (details?: string, locale: Locale = 'en'): Move => ({
  person: 'U-requester',
  followUp: { move: 'get-help', locale },
  ...(details === undefined ? {} : { details }),
});
export const atDesk = (move: 'claim' | 'close' | 'reopen', person = 'U-agent'): Move => ({
  person,
  followUp: { move },
});
export const assignTo = (assignee: string, person = 'U-agent'): Move => ({
  person,
  assignee,
  followUp: { move: 'assign' },
});
export const worked = (person = 'U-asker'): Move => ({ person, followUp: { move: 'worked' } });

/** The sections in words, one line a statement, names in angle brackets. */
export function linesOf({ sections }: Pick<Reply, 'sections'>): string[] {
  const told = (text: Parameters<typeof plainText>[0]) =>
    plainText(text.map((run) => (run.kind === 'person' ? { ...run, text: `<${run.id}>` } : run)));
  return sections.flatMap((section): string[] => {
    switch (section.kind) {
      case 'facts':
        return section.facts.map(({ label, value }) => `${label}: ${value}`);
      case 'prose':
        return [...(section.heading === undefined ? [] : [section.heading]), told(section.text)];
      case 'list':
        return [section.heading, ...section.items.map(({ text, tag = '' }) => `- ${told(text)}${tag}`)];
      case 'note':
        return section.texts.map((text) => `[${section.tone}] ${section.label}: ${told(text)}`);
      case 'step':
        return [section.heading, told(section.step.text), section.step.command ?? ''];
      default:
        return [section.heading];
    }
  });
}

export const idsOf = ({ actions }: Pick<Reply, 'actions'>): string[] => actions.map(({ id }) => id);
