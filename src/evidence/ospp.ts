/** Reads `ospp.vbs /dstatus`, `/dstatusall` and `/act`, which speak English in every Windows. */

import { readDescribedChannel } from './channel';
import { compact, compactOrNothing, flag } from './compact';
import type { ActivationType, KmsClientFacts, LicenseFacts } from './facts';
import { isGrace, readStatusWord } from './license-status';
import type { Page } from './page';
import { readProductName } from './product-name';
import { describeReason } from './reason';
import { divideLines } from './script-lines';
import { readCode, readHostAndPort, readInteger, readIpAddress } from './values';

const TRACES = ['license description', 'license status:', 'license name:'];

/** Labels before which an answer that was pasted on one line is cut. */
const BEFORE_LABEL =
  /\s(?=(?:PRODUCT ID|SKU ID|LICENSE NAME|LICENSE DESCRIPTION|BETA EXPIRATION|LICENSE STATUS|ERROR CODE|ERROR DESCRIPTION|REMAINING GRACE|Last 5 characters of installed product key|Activation Type Configuration|KMS machine name from DNS|DNS auto-discovery|KMS machine registry override defined|KMS machine IP address|Activation Interval|Renewal Interval|KMS host caching|NOTICE|FOR MORE INFORMATION|---Exiting-)\s?:?)/;
const SHORTEST_FOLDED = 60;

const FIELD =
  /^(PRODUCT ID|SKU ID|LICENSE NAME|LICENSE DESCRIPTION|LICENSE STATUS|ERROR CODE|REMAINING GRACE|Activation Type Configuration|KMS machine name from DNS|DNS auto-discovery|KMS machine registry override defined|KMS machine IP address|Activation Interval|Renewal Interval|KMS host caching)\s?:\s?(.*)$/i;
/** What comes first in a product, older and newer. */
const FIRST = ['PRODUCT ID', 'SKU ID', 'LICENSE NAME'];
const RULE = /^-{20,}$/;

const MINUTES = /\((\d{1,9}) ?minute/i;
const FOR_INFORMATION = /for information purposes only/i;

type Fields = ReadonlyMap<string, string>;

/** The license that a product starts with until another one comes; it keeps a fault of its own that nobody has to mend. */
const STARTING_LICENSE = /_Grace$/i;
/** A blank that a translation or a text scanner put into a word: `OOB_ GRACE`. */
const BROKEN_WORD = /_ (?=[A-Za-z])/g;

/** The Office products that ospp.vbs listed, in order; what they started with comes last. */
export function readOspp(page: Page): readonly LicenseFacts[] {
  if (!page.mentions(TRACES)) return [];
  const products = splitProducts(divideLines(page.lines).ospp).map(readProduct).filter(saysSomething);
  return [...products.filter((product) => !isStarting(product)), ...products.filter(isStarting)];
}

function isStarting({ edition = '' }: LicenseFacts): boolean {
  return STARTING_LICENSE.test(edition);
}

function splitProducts(lines: readonly string[]): readonly Fields[] {
  const products: Map<string, string>[] = [];
  let current: Map<string, string> | undefined;
  for (const line of lines.flatMap(unfold)) {
    const trimmed = line.trim();
    if (RULE.test(trimmed)) current = undefined;
    const match = FIELD.exec(trimmed);
    if (match === null) continue;
    const label = (match[1] ?? '').toUpperCase();
    if (current === undefined || (FIRST.includes(label) && current.has(label)) || isNewName(label, current)) {
      current = new Map();
      products.push(current);
    }
    if (!current.has(label)) current.set(label, (match[2] ?? '').replace(BROKEN_WORD, '_'));
  }
  return products;
}

function unfold(line: string): readonly string[] {
  return line.length < SHORTEST_FOLDED ? [line] : line.split(BEFORE_LABEL);
}

/** A product's ids stand before its name; any of the three behind other fields begins the next product. */
function isNewName(label: string, current: Fields): boolean {
  return FIRST.includes(label) && [...current.keys()].some((field) => !FIRST.includes(field));
}

function readProduct(fields: Fields): LicenseFacts {
  const status = readStatusWord(fields.get('LICENSE STATUS') ?? '');
  const minutes = readInteger(MINUTES.exec(fields.get('REMAINING GRACE') ?? '')?.[1]);
  const error = fields.get('ERROR CODE');
  return compact<LicenseFacts>({
    source: 'ospp',
    ...readProductName(fields.get('LICENSE NAME') ?? ''),
    channel: readDescribedChannel(fields.get('LICENSE DESCRIPTION') ?? ''),
    status,
    ...describeReason(readCode(error), FOR_INFORMATION.test(error ?? '')),
    expiresInMinutes: status === 'licensed' ? minutes : undefined,
    graceMinutes: status !== undefined && isGrace(status) ? minutes : undefined,
    configuredActivationType: readActivationType(fields.get('ACTIVATION TYPE CONFIGURATION')),
    kms: readKmsClient(fields),
  });
}

function readActivationType(value: string | undefined): ActivationType | undefined {
  const word = value?.trim().toLowerCase() ?? '';
  return (['all', 'ad', 'kms', 'token'] as const).find((type) => word.startsWith(type));
}

function readKmsClient(fields: Fields): KmsClientFacts | undefined {
  const caching = fields.get('KMS HOST CACHING');
  return compactOrNothing<KmsClientFacts>({
    registered: readHostAndPort(fields.get('KMS MACHINE REGISTRY OVERRIDE DEFINED')),
    fromDns: readHostAndPort(fields.get('KMS MACHINE NAME FROM DNS')),
    ipAddress: readIpAddress(fields.get('KMS MACHINE IP ADDRESS')),
    dnsAutoDiscoveryFailed: flag(fields.has('DNS AUTO-DISCOVERY')),
    isCaching: caching === undefined ? undefined : /^\s*enabled/i.test(caching),
    activationIntervalMinutes: readInteger(fields.get('ACTIVATION INTERVAL')),
    renewalIntervalMinutes: readInteger(fields.get('RENEWAL INTERVAL')),
  });
}

function saysSomething({ channel, status, reason }: LicenseFacts): boolean {
  return channel !== undefined || status !== undefined || reason !== undefined;
}
