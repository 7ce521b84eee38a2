/** `admin stats`: how much of what the outbox holds is in which state, and how far behind it is. */

import type { EffectState } from '../../store/ports';
import { UsageError } from '../usage-error';
import type { Prepare } from './task';

const STATES: readonly EffectState[] = ['queued', 'sending', 'sent', 'refused', 'unknown'];

export const stats: Prepare = ({ rest, json }, words) => {
  if (rest.length > 0) throw new UsageError(words.takesNoWords('stats'));
  return async (store, io) => {
    const { count, oldestDueMs } = await store.outboxStats({ withSent: true });
    if (json) {
      await io.write(`${JSON.stringify({ ...count, oldestDueMs })}\n`);
      return 0;
    }
    const lines = STATES.map((state) => `${String(count[state] ?? 0).padStart(8)}  ${words.stateNames[state]}`);
    await io.write(`${[...lines, words.oldestDue(oldestDueMs)].join('\n')}\n`);
    return 0;
  };
};
