/** How the store is, and what waits in its outbox. */

import type { ClockWatch } from './clock-watch';
import { type Family, gauge } from './metrics-page';
import type { StoreCheck } from './store-check';

/** Counting a long outbox costs more than a look at the page is worth. */
const FRESH_MS = 10_000;

export interface OutboxNumbers {
  /** How many effects are in each state. */
  readonly count: Readonly<Record<string, number>>;
  readonly oldestDueMs: number;
}

/** Makes what reads them. What the store does not tell is left out of the page, except that it is away. */
export function createStoreGauges(options: {
  readonly check: StoreCheck;
  readonly clock: Pick<ClockWatch, 'skewMs'>;
  readonly outboxStats: () => Promise<OutboxNumbers>;
  readonly nowMs: () => number;
}): () => Promise<readonly Family[]> {
  const { check, clock, outboxStats, nowMs } = options;
  let known: { readonly numbers: OutboxNumbers; readonly untilMs: number } | undefined;

  async function readNumbers(): Promise<OutboxNumbers | undefined> {
    if (known !== undefined && nowMs() < known.untilMs) return known.numbers;
    known = undefined;
    try {
      const numbers = await outboxStats();
      known = { numbers, untilMs: nowMs() + FRESH_MS };
      return numbers;
    } catch {
      return undefined;
    }
  }

  return async () => {
    const isUp = await check.isUp();
    const numbers = isUp ? await readNumbers() : undefined;
    const skewMs = clock.skewMs();
    return [
      gauge('hexfix_store_up', 'Whether the store can be reached.', Number(isUp)),
      ...(skewMs === undefined
        ? []
        : [gauge('hexfix_store_clock_skew_seconds', 'How far the store’s clock is ahead of ours.', skewMs / 1e3)]),
      ...(numbers === undefined ? [] : outboxFamilies(numbers)),
    ];
  };
}

function outboxFamilies({ count, oldestDueMs }: OutboxNumbers): readonly Family[] {
  return [
    {
      ...{ name: 'hexfix_outbox_effects', type: 'gauge' },
      help: 'What the outbox has not sent, by state. Refused and unknown ones wait for the operator.',
      samples: Object.entries(count).map(([state, value]) => ({ labels: { state }, value })),
    },
    gauge('hexfix_outbox_oldest_due_seconds', 'For how long the oldest one has been due.', oldestDueMs / 1e3),
  ];
}
