/** The last look before something is sent. */

import type { Effect } from '../store/ports';
import type { FailedTry, TryEnd } from './failed-try';
import { TOO_LATE } from './send-failures';

/** Whether a call to the outside may begin: not when the lease could run out under it, nor when the process ends. */
export type MayBegin = () => 'yes' | 'too-late' | 'closing';

/** How the try ends because nothing may begin; `undefined` when it may. */
export function endUnbegun(effect: Effect, mayBegin: MayBegin, { tryAgain }: FailedTry): TryEnd | undefined {
  const answer = mayBegin();
  if (answer === 'yes') return undefined;
  return answer === 'closing' ? { kind: 'released' } : tryAgain(effect, TOO_LATE);
}
