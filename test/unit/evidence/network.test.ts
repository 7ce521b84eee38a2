import { readFacts } from '../../../src/evidence/read-facts';

describe('what DNS said', () => {
  it.each([
    ["*** dc01 can't find _vlmcs._tcp: Query refused", 'refused'],
    ["*** dc01 can't find _vlmcs._tcp: Server failed", 'server-failed'],
    ["*** UnKnown can't find _vlmcs._tcp: No response from server", 'no-server'],
    ['*** dc01 找不到 _vlmcs._tcp.contoso.com: Non-existent domain', 'no-record'],
    ['*** No service location (SRV) records available for _vlmcs._tcp.contoso.com', 'no-record'],
    ['_vlmcs._tcp\nDNS request timed out.\n    timeout was 2 seconds.', 'timeout'],
    [';; ->>HEADER<<- status: NXDOMAIN\n;_vlmcs._tcp.contoso.com. IN SRV', 'no-record'],
  ])('%j is %s', (text, outcome) => {
    expect(readFacts(text)?.dns).toEqual({ outcome, records: [] });
  });

  it('may be a line of a zone, or a list', () => {
    const records = [{ host: 'kms01.contoso.com', port: 1688, priority: 0, weight: 5 }];
    expect(readFacts('_vlmcs._tcp.contoso.com. 600 IN SRV 0 5 1688 kms01.contoso.com.')?.dns?.records).toEqual(records);
    const list =
      'Name : _vlmcs._tcp.contoso.com\nNameTarget : kms01.contoso.com\nPriority : 0\nWeight : 5\nPort : 1688';
    expect(readFacts(list)?.dns?.records).toEqual(records);
  });
});

describe('the clock', () => {
  it.each([
    ['w32tm /stripchart /dataonly\n10:00:00, +14400.0123456s\n10:00:02, -00.1s', { offsetSeconds: 14_400.012_345_6 }],
    ['w32tm /stripchart\n10:00:00, error: 0x800705B4', { code: '0x800705B4' }],
    ['C:\\>w32tm /query /source\nFree-running System Clock', { source: 'local-clock' }],
    ['C:\\>w32tm /query /source\nVM IC Time Synchronization Provider', { source: 'hypervisor' }],
    ['C:\\>w32tm /query /source\ndc01.contoso.com,0x9', { source: 'server' }],
    ['10:00:00, d:+00.0009999s o:-14400.5s  [    *    ]', { offsetSeconds: -14_400.5 }],
    ['NTP: +18012.3456789s offset from dc01.contoso.com', { offsetSeconds: 18_012.345_678_9 }],
    ['Source: Local CMOS Clock', { source: 'local-clock' }],
    ['Free-running System Clock', { source: 'local-clock' }],
    ['Leap Indicator: 3(not synchronized)\nStratum: 0 (unspecified)', { isSynchronized: false }],
    [
      'Leap 指示符: 0(无警告)\n层次: 4 (次引用 - 与(S)NTP 同步)\nVM IC Time Synchronization Provider',
      { source: 'hypervisor', isSynchronized: true },
    ],
  ])('is read from %j', (text, clock) => {
    expect(readFacts(text)?.clock).toEqual(clock);
  });
});
