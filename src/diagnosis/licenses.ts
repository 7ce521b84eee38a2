/** What the license of a computer says of it: `slmgr`, `ospp.vbs`, CIM. */

import type { Facts, KmsClientFacts, KmsHostFacts, LicenseFacts } from '../evidence/facts';
import { EDITION, type Finding } from './finding';

const MINUTES_A_DAY = 1440;
/** Office and Windows editions that a volume key fits; a retail or OEM key is never activated by a KMS host. */
const VOLUME: ReadonlySet<LicenseFacts['channel']> = new Set(['kms-client', 'kms-host', 'mak', undefined]);
/** Below it a KMS host activates nothing at all. */
const LEAST_COUNT = 5;
/** From here on it activates every client. */
const FULL_COUNT = 25;

/** The findings of the product that is in trouble, or of the first one. Nobody reads a list of ten add-ons. */
export function findInLicenses({ licenses }: Facts): Finding[] {
  const installed = licenses.filter(({ notInUse }) => notInUse !== true);
  const inTrouble = installed.find(({ status }) => status !== undefined && status !== 'licensed');
  const license = inTrouble ?? installed[0];
  if (license === undefined) return licenses.length === 0 ? [] : [{ kind: 'no-key' }];
  return [describe(license), ...findInStatus(license), ...findInClient(license), ...findInHost(license)];
}

function describe({ edition, channel, status, rearms, expiresInMinutes, graceMinutes }: LicenseFacts): Finding {
  const minutes = expiresInMinutes ?? graceMinutes;
  return {
    kind: 'license',
    ...(edition !== undefined && EDITION.test(edition) ? { edition } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(status === undefined ? {} : { status }),
    ...(minutes === undefined ? {} : { days: Math.floor(minutes / MINUTES_A_DAY) }),
    ...(rearms === undefined ? {} : { rearms }),
  };
}

function findInStatus(license: LicenseFacts): Finding[] {
  const { status, channel, reason, rearms, isInformation } = license;
  const noRearms: Finding[] = rearms === 0 && status !== 'licensed' ? [{ kind: 'no-rearms' }] : [];
  if (status === 'licensed') return license.host === undefined ? [{ kind: 'activated' }] : [];
  const state: Finding[] =
    status === 'notification'
      ? [{ kind: 'notification', ...(reason === undefined || isInformation === true ? {} : { code: reason }) }]
      : status?.endsWith('-grace') === true
        ? [{ kind: 'grace', status }]
        : [];
  const notVolume: Finding[] = VOLUME.has(channel) ? [] : [{ kind: 'not-volume', ...(channel && { channel }) }];
  return [...state, ...notVolume, ...noRearms];
}

function findInClient({ kms, neverActivated, status }: LicenseFacts): Finding[] {
  if (status === 'licensed') return [];
  return [
    ...(kms === undefined ? [] : findInKms(kms)),
    ...(neverActivated ? [{ kind: 'never-activated' as const }] : []),
  ];
}

function findInKms({ registered, dnsAutoDiscoveryFailed }: KmsClientFacts): Finding[] {
  if (registered !== undefined) return [{ kind: 'host-set-by-hand' }];
  return dnsAutoDiscoveryFailed === true ? [{ kind: 'dns-name-missing' }] : [];
}

function findInHost({ host, channel }: LicenseFacts): Finding[] {
  if (host === undefined) return channel === 'kms-host' ? [{ kind: 'is-kms-host' }] : [];
  const { isPublishingToDns } = host;
  return [
    ...findInCount(host),
    ...(isPublishingToDns === false ? [{ kind: 'host-not-published' as const }] : []),
    ...findInRequests(host),
  ];
}

function findInCount({ count }: KmsHostFacts): Finding[] {
  if (count === undefined) return [];
  if (count >= FULL_COUNT) return [{ kind: 'count-reached', count, threshold: FULL_COUNT }];
  return [{ kind: 'host-count', count, threshold: count < LEAST_COUNT ? LEAST_COUNT : FULL_COUNT }];
}

/** A few failed requests are every host's; it is telling when nobody gets through. */
function findInRequests({ totalRequests, failedRequests }: KmsHostFacts): Finding[] {
  if (totalRequests === undefined || failedRequests === undefined || failedRequests === 0) return [];
  return failedRequests >= totalRequests ? [{ kind: 'host-refuses', count: failedRequests }] : [];
}
