/** What the event log says of one activation. */

import type { EventFacts, Facts } from '../evidence/facts';
import type { Finding } from './finding';

/** A KMS host refuses a client whose clock is farther off: four hours. */
const MOST_MINUTES_APART = 240;

/** The findings of all events together; of one kind, the first in the text is the newest as people paste them. */
export function findInEvents({ events, duplicateCmid, clockDifferenceMinutes }: Facts): Finding[] {
  return [
    ...(duplicateCmid === true ? [{ kind: 'same-machine-id' as const }] : []),
    ...findInClocks(clockDifferenceMinutes),
    ...findInCount(events),
    ...events
      .filter(({ id }) => id === 12293)
      .slice(0, 1)
      .map(publishingFailed),
    ...findInAnswers(events),
    ...findInTickets(events),
  ];
}

function findInClocks(minutes: number | undefined): Finding[] {
  if (minutes === undefined || Math.abs(minutes) <= MOST_MINUTES_APART) return [];
  return [{ kind: 'clock-difference', minutes: Math.abs(minutes) }];
}

/** The host tells its count in 12289, and what the client needs stands in 12288 or 12290. */
function findInCount(events: readonly EventFacts[]): Finding[] {
  const count = events.find((event) => event.count !== undefined)?.count;
  const threshold = events.find((event) => event.threshold !== undefined)?.threshold;
  if (count === undefined || threshold === undefined) return [];
  return [{ kind: count < threshold ? 'count-below' : 'count-reached', count, threshold }];
}

function publishingFailed({ code }: EventFacts): Finding {
  return { kind: 'publishing-failed', ...(code === undefined ? {} : { code }) };
}

/** A host that answered can be reached, whatever it said. */
function findInAnswers(events: readonly EventFacts[]): Finding[] {
  const asked = events.filter(({ id }) => id === 12288);
  return asked.length > 0 && asked.every(({ succeeded }) => succeeded === true) ? [{ kind: 'host-answered' }] : [];
}

/** Where volume activation works, an event about a genuine ticket only tells that the internet was out of reach. */
function findInTickets(events: readonly EventFacts[]): Finding[] {
  const ticket = events.find(({ id }) => id === 8200 || id === 8208);
  return ticket?.code === undefined ? [] : [{ kind: 'no-genuine-ticket', code: ticket.code }];
}
