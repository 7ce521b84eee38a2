/** Which procedure goes on from a finding, and at which of its steps: what was pasted need not be asked again. */

import type { Finding, FindingKind } from './finding';

export interface Start {
  readonly procedure: string;
  readonly step: string;
}

/** What has been found to be wrong, whatever code stands beside it; what is certain before what follows from it. */
const CAUSES: readonly (readonly [FindingKind, Start])[] = [
  ['same-machine-id', { procedure: 'duplicate-cmid', step: 'generalized' }],
  ['clock-difference', { procedure: 'time', step: 'compare-utc' }],
  ['clock-service-stopped', { procedure: 'time', step: 'start-service' }],
  ['clock-off', { procedure: 'time', step: 'resync' }],
  ['count-below', { procedure: 'count', step: 'enough-clients' }],
  ['host-count', { procedure: 'count', step: 'enough-clients' }],
  ['publishing-failed', { procedure: 'create-srv', step: 'read-result' }],
  ['dns-no-answer', { procedure: 'dns-reach', step: 'servers' }],
  ['dns-no-record', { procedure: 'dns', step: 'compare-zones' }],
  ['port-name-unknown', { procedure: 'dns', step: 'by-address' }],
  ['port-closed', { procedure: 'port', step: 'read-port' }],
  ['no-key', { procedure: 'activate-now', step: 'which-key' }],
  ['host-not-published', { procedure: 'create-srv', step: 'publish' }],
  ['dns-name-missing', { procedure: 'dns', step: 'find-record' }],
];

/** What leads on where no code tells more. */
const HINTS: readonly (readonly [FindingKind, Start])[] = [
  ['not-volume', { procedure: 'channel', step: 'retail' }],
  ['host-set-by-hand', { procedure: 'port', step: 'test-port' }],
  ['host-refuses', { procedure: 'kms-host-health', step: 'read-requests' }],
  ['dns-found', { procedure: 'dns', step: 'by-name' }],
  ['port-open', { procedure: 'kms-host-health', step: 'check-service' }],
  ['never-activated', { procedure: 'activate-now', step: 'activate' }],
  ['clock-unsynchronized', { procedure: 'time', step: 'resync' }],
];

/** Every start that a finding can lead to, for a test that each of them exists. */
export const ALL_STARTS: readonly Start[] = [...CAUSES, ...HINTS].map(([, start]) => start);

/** A computer that is activated needs no step, whatever else its output holds. */
export function startOf(findings: readonly Finding[], hasCode: boolean): Start | undefined {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has('activated') || kinds.has('command-done')) return undefined;
  const starts = hasCode ? CAUSES : [...CAUSES, ...HINTS];
  return starts.find(([kind]) => kinds.has(kind))?.[1];
}
