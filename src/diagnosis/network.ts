/** What tests of the way to the KMS host say: DNS, the port, the clock. */

import type { ClockFacts, DnsFacts, Facts, PortFacts } from '../evidence/facts';
import { isTestOfKms } from './asked-host';
import type { Finding } from './finding';

const SECONDS_A_MINUTE = 60;
/** Kerberos, and with it a domain, puts up with five minutes; a KMS host with four hours. */
const MOST_SECONDS_OFF = 300;

export function findInNetwork(facts: Facts): Finding[] {
  const { dns, port, clock } = facts;
  return [
    ...(dns === undefined ? [] : [findInDns(dns)]),
    ...(port === undefined || !isTestOfKms(facts) ? [] : findInPort(port)),
    ...(clock === undefined ? [] : findInClock(clock)),
  ];
}

function findInDns({ outcome, records }: DnsFacts): Finding {
  const [record] = records;
  if (outcome === 'found') {
    return { kind: 'dns-found', count: records.length, ...(record?.port === undefined ? {} : { port: record.port }) };
  }
  return { kind: outcome === 'no-record' ? 'dns-no-record' : 'dns-no-answer' };
}

function findInPort({ isOpen, isNameUnknown, port }: PortFacts): Finding[] {
  const number = port === undefined ? {} : { port };
  if (isNameUnknown === true) return [{ kind: 'port-name-unknown', ...number }];
  if (isOpen === undefined) return [];
  return [{ kind: isOpen ? 'port-open' : 'port-closed', ...number }];
}

function findInClock({ offsetSeconds, isSynchronized, isServiceStopped, source }: ClockFacts): Finding[] {
  if (isServiceStopped === true) return [{ kind: 'clock-service-stopped' }];
  // A clock that follows nothing is at no distance from it.
  if (offsetSeconds !== undefined && !(isSynchronized === false && offsetSeconds === 0)) {
    const minutes = Math.round(Math.abs(offsetSeconds) / SECONDS_A_MINUTE);
    return [Math.abs(offsetSeconds) > MOST_SECONDS_OFF ? { kind: 'clock-off', minutes } : { kind: 'clock-right' }];
  }
  return isSynchronized === false || source === 'local-clock' ? [{ kind: 'clock-unsynchronized' }] : [];
}
