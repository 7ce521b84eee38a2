/** Whether to speak: one function that every door asks. */

import type { ErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';

/** Why we answer or stay silent; the terminal puts words to it. */
export type Verdict =
  | { readonly speak: true; readonly reason: 'addressed' | 'sure-code' }
  | { readonly speak: false; readonly reason: 'no-code' | 'not-sure' };

/**
 * Who addresses the bot gets an answer, whatever the message holds. A message that merely passes by is answered only
 * for what is an error code beyond doubt, or close to one that we know.
 */
export function decideToSpeak(
  isAddressed: boolean,
  mentions: readonly Mention[],
  isKnown: (code: ErrorCode) => boolean,
): Verdict {
  if (isAddressed) return { speak: true, reason: 'addressed' };
  if (mentions.length === 0) return { speak: false, reason: 'no-code' };
  const isBeyondDoubt = mentions.some(({ code, confidence }) => confidence === 'sure' || isKnown(code));
  return isBeyondDoubt ? { speak: true, reason: 'sure-code' } : { speak: false, reason: 'not-sure' };
}
