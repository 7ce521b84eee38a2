/** Whether people see a case as it stands. */

import type { StoredCase } from '../../src/store/ports';
import type { Journal, Message } from './fake-platform';

/** Every card that the bot knows, and the answer above all, shows the case as it stands. */
export function faultsOfCards({ head, moves, cards }: StoredCase, journal: Journal): string[] {
  const answers = journal.messages.filter((message) => isFor(message, 'answer:', head.id));
  const known = journal.messages.filter(({ id }) => cards.some(({ message }) => message === id));
  const stale = [...new Set([...answers, ...known])].filter(({ reply }) => versionOf(reply) !== moves.length);
  return stale.map(({ key, reply }) => `${key} shows version ${versionOf(reply)} of ${moves.length}`);
}

function isFor({ key, reply }: Message, prefix: string, caseId: string): boolean {
  return (
    key.startsWith(prefix) && reply.actions.some((each) => each.kind === 'follow-up' && each.followUp.case === caseId)
  );
}

function versionOf({ actions }: Message['reply']): number | undefined {
  return actions.map((each) => (each.kind === 'follow-up' ? each.followUp.version : undefined)).find(Number.isInteger);
}
