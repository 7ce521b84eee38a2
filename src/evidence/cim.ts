/**
 * Reads the properties of `SoftwareLicensingProduct` and `SoftwareLicensingService` as PowerShell, `wmic` and JSON list
 * them. Numbers are in decimal there, codes too.
 */

import { readDescribedChannel, readKeyChannel } from './channel';
import { compact, compactOrNothing, flag } from './compact';
import type { ActivationType, HostAndPort, KmsClientFacts, KmsHostFacts, LicenseFacts } from './facts';
import { statusOfNumber } from './license-status';
import type { Page } from './page';
import { readProductName } from './product-name';
import { describeReason } from './reason';
import { readAnyCode, readHostAndPort, readInteger, readIpAddress, readPort } from './values';

const TRACES = ['licensestatus', 'keymanagementservicecurrentcount'];

/** `Name : value`, `Name=value`, `"Name": value,`. */
const PROPERTY = /^\s{0,20}"?([A-Za-z][A-Za-z0-9]{1,60})"?\s{0,60}[:=]\s?(.*)$/;
/** An empty line, or the rest of a long value. */
const GAP = /^(?:\s*|\s{20,}.*)$/;
const QUOTES = /^"|"?,?$/g;

/** A license family: `Professional`. */
const EDITION = /^[\w-]{2,60}$/;

/** By number: VLActivationTypeEnabled. */
const TYPES: readonly ActivationType[] = ['all', 'ad', 'kms', 'token'];

type Properties = ReadonlyMap<string, string>;

/** The licenses whose properties were listed, in order. */
export function readCim(page: Page): readonly LicenseFacts[] {
  if (!page.mentions(TRACES)) return [];
  return splitObjects(page.lines).map(readObject).filter(saysSomething);
}

/** An object ends where a property comes again or something else does; chats put empty lines between all lines. */
function splitObjects(lines: readonly string[]): readonly Properties[] {
  const objects: Map<string, string>[] = [];
  let current: Map<string, string> | undefined;
  for (const line of lines) {
    const match = PROPERTY.exec(line);
    if (match === null) {
      if (!GAP.test(line)) current = undefined;
      continue;
    }
    const name = (match[1] ?? '').toLowerCase();
    if (current === undefined || current.has(name)) {
      current = new Map();
      objects.push(current);
    }
    current.set(name, (match[2] ?? '').trim().replace(QUOTES, ''));
  }
  return objects;
}

function readObject(properties: Properties): LicenseFacts {
  const value = (name: string): string | undefined => properties.get(name);
  const status = statusOfNumber(readInteger(value('licensestatus')));
  const left = positive(readInteger(value('graceperiodremaining')));
  const product = readProductName(value('name') ?? '');
  return compact<LicenseFacts>({
    source: 'cim',
    ...product,
    edition: product?.edition ?? EDITION.exec(value('licensefamily') ?? '')?.[0],
    channel: readDescribedChannel(value('description') ?? '') ?? readKeyChannel(value('productkeychannel') ?? ''),
    status,
    ...describeReason(readAnyCode(value('licensestatusreason'))),
    expiresInMinutes: status === 'licensed' ? left : undefined,
    graceMinutes: status === undefined || status === 'licensed' ? undefined : left,
    rearms: readInteger(value('remainingapprearmcount') ?? value('remainingwindowsrearmcount')),
    skuRearms: readInteger(value('remainingskurearmcount')),
    configuredActivationType: TYPES[readInteger(value('vlactivationtypeenabled')) ?? -1],
    notInUse: flag(value('partialproductkey') === ''),
    kms: readKmsClient(value),
    host: readKmsHost(value),
  });
}

function readKmsClient(value: (name: string) => string | undefined): KmsClientFacts | undefined {
  return compactOrNothing<KmsClientFacts>({
    registered: readHost(value('keymanagementservicemachine'), value('keymanagementserviceport')),
    fromDns: readHost(
      value('discoveredkeymanagementservicemachinename'),
      value('discoveredkeymanagementservicemachineport'),
    ),
    ipAddress: readIpAddress(value('discoveredkeymanagementservicemachineipaddress')),
  });
}

function readHost(name: string | undefined, port: string | undefined): HostAndPort | undefined {
  const host = readHostAndPort(name);
  return host && compact<HostAndPort>({ host: host.host, port: host.port ?? readPort(port) });
}

/** The counters of a machine that is no host hold no value. */
function readKmsHost(value: (name: string) => string | undefined): KmsHostFacts | undefined {
  const count = readInteger(value('keymanagementservicecurrentcount'));
  const isEnabled = value('iskeymanagementservicemachine')?.trim() === '1';
  if (!isEnabled && (count ?? 0) === 0) return undefined;
  return compact<KmsHostFacts>({
    isEnabled: flag(isEnabled),
    count,
    port: readPort(value('keymanagementservicelisteningport')),
    isPublishingToDns: readBoolean(value('keymanagementservicednspublishing')),
    totalRequests: readInteger(value('keymanagementservicetotalrequests')),
    failedRequests: readInteger(value('keymanagementservicefailedrequests')),
    unlicensedRequests: readInteger(value('keymanagementserviceunlicensedrequests')),
    licensedRequests: readInteger(value('keymanagementservicelicensedrequests')),
    notificationRequests: readInteger(value('keymanagementservicenotificationrequests')),
  });
}

function readBoolean(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^true/i.test(value)) return true;
  return /^false/i.test(value) ? false : undefined;
}

function positive(number: number | undefined): number | undefined {
  return number === 0 ? undefined : number;
}

function saysSomething({ channel, status, reason, host }: LicenseFacts): boolean {
  return status !== undefined || reason !== undefined || host !== undefined || channel !== undefined;
}
