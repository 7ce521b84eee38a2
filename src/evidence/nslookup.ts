/** Reads what DNS said of the KMS host's service record: nslookup, Resolve-DnsName, dig. */

import { compact } from './compact';
import type { DnsFacts, ServiceRecord } from './facts';
import type { Page } from './page';
import { readHostAndPort, readInteger, readPort } from './values';

const TRACES = ['_vlmcs', 'svr hostname'];

/** Everything of a record but its host, which comes last, stands within. */
const LONGEST_RECORD = 240;
/** More are a list that somebody keeps. */
const MOST_RECORDS = 40;
const HOST_LAST = /svr hostname\s{0,12}=\s{0,4}(\S{1,254})/gi;
const LISTED = /^ {0,4}NameTarget\s{0,12}:\s{0,4}(\S{1,254})/gim;
/** `_vlmcs._tcp.contoso.com  SRV  600  Answer  kms01.contoso.com  0  0  1688` */
const TABLED =
  /_vlmcs\._tcp\S{0,200}\s{1,40}SRV\s{1,20}\d{1,9}\s{1,20}[A-Z][a-z]{2,12}\s{1,20}([^\s:]{1,254})\s{1,20}(\d{1,5})\s{1,20}(\d{1,5})\s{1,20}(\d{1,5})/gi;
/** `_vlmcs._tcp.contoso.com. 3600 IN SRV 0 0 1688 kms01.contoso.com.` */
const ZONE_LINE = /\bIN\s{1,20}SRV\s{1,20}(\d{1,5})\s{1,20}(\d{1,5})\s{1,20}(\d{1,5})\s{1,20}(\S{1,254})/g;

/** What a failure says, the most telling first. */
const FAILURES: readonly (readonly [RegExp, DnsFacts['outcome']])[] = [
  [
    /non-existent domain|DNS name does not exist|NXDOMAIN|No (?:service location|SRV|records?)[^\n]{0,60}records? available|DNS ?名称不存在|DNS ?名稱不存在/i,
    'no-record',
  ],
  [/query refused|status: REFUSED/i, 'refused'],
  [/server failed|SERVFAIL|DNS server failure/i, 'server-failed'],
  [/no response from server|no servers could be reached|can't find server (?:name|address)/i, 'no-server'],
  [/request timed out|request to \S{1,254} timed-out|DNS ?请求超时|timeout was \d|connection timed out/i, 'timeout'],
];

/** What DNS said of `_vlmcs._tcp`; nothing where something else was asked. */
export function readDns(page: Page): DnsFacts | undefined {
  if (!page.mentions(TRACES)) return undefined;
  const records = readRecords(page.text);
  if (records.length > 0) return { outcome: 'found', records };
  const failure = FAILURES.find(([pattern]) => pattern.test(page.text))?.[1];
  return failure && { outcome: failure, records };
}

function readRecords(text: string): readonly ServiceRecord[] {
  const records = [
    ...readNamed(text, HOST_LAST, (start, end) => text.slice(Math.max(0, start - LONGEST_RECORD), end)),
    ...readNamed(text, LISTED, (_, end) => text.slice(end, end + LONGEST_RECORD)),
    ...readRows(text, TABLED, ([host, priority, weight, port]) => [host, priority, weight, port]),
    ...readRows(text, ZONE_LINE, ([priority, weight, port, host]) => [host, priority, weight, port]),
  ];
  const known = new Set<string>();
  return records
    .filter(({ host, port }) => known.size < known.add(`${host.toLowerCase()}:${port}`).size)
    .slice(0, MOST_RECORDS);
}

/** Records of which the numbers are labeled, around the host's name. */
function readNamed(
  text: string,
  pattern: RegExp,
  around: (start: number, end: number) => string,
): readonly ServiceRecord[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const part = around(match.index, match.index + match[0].length);
    return describe(match[1], lastNumber(part, 'priority'), lastNumber(part, 'weight'), lastNumber(part, 'port'));
  });
}

function readRows(
  text: string,
  pattern: RegExp,
  order: (cells: readonly (string | undefined)[]) => readonly (string | undefined)[],
): readonly ServiceRecord[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [host, priority, weight, port] = order(match.slice(1));
    return describe(host, priority, weight, port);
  });
}

function describe(host?: string, priority?: string, weight?: string, port?: string): readonly ServiceRecord[] {
  const name = readHostAndPort(host)?.host;
  if (name === undefined) return [];
  return [
    compact<ServiceRecord>({
      host: name,
      port: readPort(port),
      priority: readInteger(priority),
      weight: readInteger(weight),
    }),
  ];
}

/** The nearest value before the host's name, or, in a list, the first behind it. */
function lastNumber(text: string, label: string): string | undefined {
  const values = [...text.matchAll(new RegExp(`\\b${label}\\s{0,12}[=:]\\s{0,4}(\\d{1,5})`, 'gi'))];
  return (text.trimStart().startsWith('Priority') ? values[0] : values.at(-1))?.[1];
}
