/** Reads `slmgr /dli`, `/dlv` and `/xpr`. */

import { readDescribedChannel, readKeyChannel } from './channel';
import { compact, compactOrNothing, flag } from './compact';
import type { ActivationType, KmsClientFacts, KmsHostFacts, LicenseFacts, LicenseStatus } from './facts';
import { isGrace, readStatusWord } from './license-status';
import type { Page } from './page';
import { describeReason } from './reason';
import { divideLines } from './script-lines';
import { type Block, splitBlocks } from './slmgr-blocks';
import type { Field } from './slmgr-labels';
import { inferFields } from './slmgr-structure';
import { readCode, readHostAndPort, readInteger, readIpAddress, readMinutes, readPort } from './values';

const TRACES = [
  'channel',
  'license status',
  'licensestatus',
  'notification reason',
  'activated',
  'activation will expire',
  'notification mode',
  'grace period ends',
  'kms machine',
  'kms name',
  'key management service is',
  '许可证状态',
  '授權狀態',
  'dns 自动发现',
  '永久激活',
  'kms 计算机',
  '通知',
  'lizenzstatus',
  'estado de la licencia',
  'состояние лицензии',
];

/** Labels that any language may share; others say that the language is known. */
const NEUTRAL: readonly Field[] = ['name', 'description', 'status'];

/** No period of grace is as long; a KMS activation is, for the greater part of its life. */
const LONGEST_GRACE_MINUTES = 45 * 1440;

/** The two properties of a product that slmgr's own labels are taken from, as PowerShell, wmic and JSON list them. */
const PROPERTY = /^\s{0,20}"?(?:Name|Description)(?:"|\s+:|=)/;

type Fields = ReadonlyMap<Field, string>;

/** The products that slmgr listed, in order. */
export function readSlmgr(page: Page): readonly LicenseFacts[] {
  if (!page.mentions(TRACES)) return [];
  const lines = divideLines(page.lines).slmgr;
  const isList = page.mentions(['licensestatus']);
  return splitBlocks(isList ? lines.filter((line) => !PROPERTY.test(line)) : lines)
    .map(readBlock)
    .filter(saysSomething);
}

function readBlock({ product, lines }: Block): LicenseFacts {
  const fields = new Map<Field, string>();
  for (const { field, value } of lines) if (field !== undefined && !fields.has(field)) fields.set(field, value);
  const channel =
    readDescribedChannel(fields.get('description') ?? '') ?? readKeyChannel(fields.get('key-channel') ?? '');
  if (channel !== undefined && [...fields.keys()].every((field) => NEUTRAL.includes(field))) {
    inferFields(lines, channel, fields);
  }
  const status = readStatus(fields);
  return compact<LicenseFacts>({
    source: 'slmgr',
    ...product,
    channel,
    status,
    ...describeReason(readCode(fields.get('reason'))),
    ...readTimes(fields, status),
    rearms: readInteger(fields.get('windows-rearms')),
    skuRearms: readInteger(fields.get('sku-rearms')),
    configuredActivationType: readActivationType(fields.get('activation-type')),
    activatedPermanently: flag(fields.has('permanent')),
    notInUse: flag(fields.has('not-in-use')),
    neverActivated: flag(fields.has('never-activated')),
    kms: readKmsClient(fields),
    host: readKmsHost(fields),
  });
}

/** The status as said, or what can be concluded: only a notification has a reason, only an activation so much time. */
function readStatus(fields: Fields): LicenseStatus | undefined {
  const said = readStatusWord(fields.get('status') ?? '');
  if (said !== undefined) return said;
  if (fields.has('permanent')) return 'licensed';
  if (readCode(fields.get('reason')) !== undefined) return 'notification';
  const minutes = readMinutes(fields.get('minutes') ?? '');
  return fields.has('expiration') || (minutes ?? 0) > LONGEST_GRACE_MINUTES ? 'licensed' : undefined;
}

function readTimes(fields: Fields, status: LicenseStatus | undefined) {
  const minutes = readMinutes(fields.get('minutes') ?? '');
  const isLeftOfGrace = status !== undefined && isGrace(status);
  return {
    expiresInMinutes: readMinutes(fields.get('expiration') ?? '') ?? (status === 'licensed' ? minutes : undefined),
    graceMinutes: readMinutes(fields.get('remaining') ?? '') ?? (isLeftOfGrace ? minutes : undefined),
  };
}

function readActivationType(value: string | undefined): ActivationType | undefined {
  if (value === undefined) return undefined;
  if (/^(?:all|全部)/i.test(value)) return 'all';
  if (/^(?:token|令牌)/i.test(value)) return 'token';
  if (/^AD(?![a-z])/i.test(value)) return 'ad';
  return /^KMS/i.test(value) ? 'kms' : undefined;
}

function readKmsClient(fields: Fields): KmsClientFacts | undefined {
  return compactOrNothing<KmsClientFacts>({
    registered: readHostAndPort(fields.get('registered-host')),
    fromDns: readHostAndPort(fields.get('host-from-dns')),
    ipAddress: readIpAddress(fields.get('host-address')),
    dnsAutoDiscoveryFailed: flag(fields.has('no-host-in-dns')),
    isCaching: isOn(fields.get('caching')),
    activationIntervalMinutes: readInteger(fields.get('activation-interval')),
    renewalIntervalMinutes: readInteger(fields.get('renewal-interval')),
  });
}

function readKmsHost(fields: Fields): KmsHostFacts | undefined {
  return compactOrNothing<KmsHostFacts>({
    isEnabled: flag(fields.has('host-enabled')),
    count: readInteger(fields.get('count')),
    port: readPort(fields.get('port')),
    isPublishingToDns: isOn(fields.get('publishing')),
    priority: readPriority(fields.get('priority')),
    totalRequests: readInteger(fields.get('total-requests')),
    failedRequests: readInteger(fields.get('failed-requests')),
    unlicensedRequests: readInteger(fields.get('unlicensed-requests')),
    licensedRequests: readInteger(fields.get('licensed-requests')),
    notificationRequests: readInteger(fields.get('notification-requests')),
  });
}

function isOn(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'on';
}

function readPriority(value: string | undefined): KmsHostFacts['priority'] {
  if (value === undefined) return undefined;
  if (/^(?:normal|正常|普通)/i.test(value)) return 'normal';
  return /^(?:low|低)/i.test(value) ? 'low' : undefined;
}

/** A name alone is no answer of slmgr's. */
function saysSomething({ channel, status, reason, kms, host, notInUse, activatedPermanently }: LicenseFacts): boolean {
  const said = [channel, status, reason, kms, host, notInUse, activatedPermanently];
  return said.some((fact) => fact !== undefined);
}
