/** What several KMS events say together: machines that share an ID, clocks that disagree. */

import type { KmsEvent } from './kms-events';

/** Tells whether two machines sent requests under one client machine ID. */
export function hasDuplicateCmid(events: readonly KmsEvent[]): boolean {
  const machines = new Map<string, string>();
  return events.some(({ cmid, machine }) => {
    if (cmid === undefined || machine === undefined) return false;
    const other = machines.get(cmid) ?? machine;
    machines.set(cmid, other);
    return other !== machine;
  });
}

/**
 * The host's time minus the client's, from the two events of a client that lie closest together: a client asks again
 * every two hours, so that a wider pair may be two requests.
 */
export function readClockDifference(events: readonly KmsEvent[]): number | undefined {
  const asked = latestByClient(events, 12288);
  const processed = events.filter(({ facts }) => facts.id === 12290);
  let closest: number | undefined;
  for (const { cmid, minute } of processed) {
    if (cmid === undefined || minute === undefined) continue;
    for (const sent of asked.get(cmid) ?? []) {
      if (closest === undefined || Math.abs(minute - sent) < Math.abs(closest)) closest = minute - sent;
    }
  }
  return closest;
}

/** More requests of one client add nothing but work. */
const MOST_REQUESTS = 50;

function latestByClient(events: readonly KmsEvent[], id: number): ReadonlyMap<string, readonly number[]> {
  const minutes = new Map<string, number[]>();
  for (const { facts, cmid, minute } of events) {
    if (facts.id !== id || cmid === undefined || minute === undefined) continue;
    minutes.set(cmid, [...(minutes.get(cmid) ?? []), minute].slice(-MOST_REQUESTS));
  }
  return minutes;
}
