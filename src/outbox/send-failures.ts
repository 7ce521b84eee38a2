/** The failures that the outbox itself finds, by the codes that they have in the log. */

import { SendFailure } from './messenger';

/** An earlier try was begun, and its end never recorded. */
export const INTERRUPTED = new SendFailure('unknown', 'interrupted');
/** So much of the lease was gone that it could have run out under the send. */
export const TOO_LATE = new SendFailure('not-sent', 'too_late');
/** Somebody else has taken the effect since. */
export const LEASE_LOST = new SendFailure('not-sent', 'lease_lost');
export const NO_PLATFORM = new SendFailure('refused', 'platform_not_configured');
export const NO_TICKETS = new SendFailure('refused', 'tickets_not_configured');

/** Tells whether a repetition would be refused again. */
export function isRefusal(error: unknown): boolean {
  return error instanceof SendFailure && error.outcome === 'refused';
}
