/** How a story went on after its bot was killed, in words, and a table of many. */

import type { Loss } from './keeper';
import type { Outcome } from './kill';

const REPEATED = ['redraw', 'webhook', 'mark'];

/** What it took to go on after the last death. */
export function describeRecovery(outcome: Outcome): string {
  const { losses, told } = outcome;
  const last = losses.at(-1);
  if (last === undefined) return 'nobody died';
  const parts = [
    told.postsInDoubt > 0 ? 'somebody posts anew' : '',
    last.isRedelivered ? 'delivered again' : '',
    ...last.interrupted.map((key) => describeInterrupted(key, outcome)),
    last.waiting.length > 0 ? 'what waited was sent' : '',
  ];
  return [...new Set(parts.filter((part) => part !== ''))].join('; ') || 'nothing was left to do';
}

function describeInterrupted(key: string, { looks, stored }: Outcome): string {
  const [kind = ''] = key.split(':');
  if (REPEATED.includes(kind)) return `${kind} repeated`;
  if (stored.effects.some((effect) => effect.key === key && effect.state === 'unknown')) {
    return `${kind} unknown, not sent again`;
  }
  const look = looks.find((each) => each.key === key);
  return look?.found === 'found' ? `${kind} found by its key` : `${kind} not there, sent`;
}

/** One line for each point and what was recovered there. */
export function createTable() {
  const rows = new Map<string, number>();
  return {
    add(outcome: Outcome) {
      const [death] = outcome.losses;
      if (death === undefined) return;
      const row = `${placeOf(death)} → ${describeRecovery(outcome)}`;
      rows.set(row, (rows.get(row) ?? 0) + 1);
    },
    lines: () => [...rows].map(([row, times]) => `${String(times).padStart(5)} × ${row}`),
  };
}

function placeOf({ during, point }: Loss): string {
  return `${during} · ${point}`;
}
