/** Where a press may come from. The conversation is the verified request's, never the payload's. */

import type { StoredCase } from '../store/ports';
import type { Press } from './values';

type From = Pick<Press, 'conversation' | 'person'>;

/** The press comes from where the case is shown, or from the one whose case it is. */
export function isAtHome({ head, cards }: StoredCase, { conversation, person }: From): boolean {
  if (head.conversation === conversation) return true;
  // A private copy learns its conversation only when it has been posted.
  if (head.conversation === '' && head.asker === person) return true;
  return cards.some((card) => card.role === 'answer' && card.conversation === conversation);
}

/** The press comes from the triage channel in which the case lies. */
export function isDesk({ cards }: StoredCase, { conversation }: From): boolean {
  return cards.some((card) => card.role === 'triage' && card.conversation === conversation);
}
