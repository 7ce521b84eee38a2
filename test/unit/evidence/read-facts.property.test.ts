import fc from 'fast-check';
import type { Facts } from '../../../src/evidence/facts';
import { leadingCodes } from '../../../src/evidence/leading-codes';
import { readFacts } from '../../../src/evidence/read-facts';
import { FIXTURES } from './fixtures';

/** Pieces of what the readers look for, in any order and torn anywhere. */
const pieces = FIXTURES.flatMap(({ text }) => text.split(/(?<=[:,(=\n])/));
const torn = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('0x', ',', '(', ')', ':', '\n', '-', '{', '`', '0xC004F074', '99999999999', '\ud835', '\u0000'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

function hex(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
}

interface Secrets {
  readonly guid: string;
  readonly machine: string;
  readonly domain: string;
  readonly user: string;
  readonly key: string;
  readonly installation: string;
  readonly pid: string;
}

/** Ids and names, each of which a careless reader might keep. */
const secrets: fc.Arbitrary<Secrets> = fc.record({
  guid: fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((groups) => groups.join('-')),
  machine: hex(8).map((digits) => `pc-${digits}`),
  domain: hex(8).map((digits) => `corp-${digits}.example`),
  user: hex(8).map((digits) => `user-${digits}`),
  key: fc.string({ unit: fc.constantFrom(...'BCDFGHJKMPQRTVWXY'), minLength: 5, maxLength: 5 }),
  installation: fc.string({ unit: fc.constantFrom(...'123456789'), minLength: 63, maxLength: 63 }),
  // Not the number of an event: those are told by their lines, and kept.
  pid: fc
    .string({ unit: fc.constantFrom(...'123456789'), minLength: 5, maxLength: 5 })
    .filter((digits) => !KMS_EVENT.test(digits)),
});
const KMS_EVENT = /^122(?:8[89]|9[0-3])$/;

/** Everything that names somebody in one text, and a KMS host, which may be kept. */
function writeAll(of: Secrets): string {
  return `C:\\Users\\${of.user}>cscript slmgr.vbs /dlv
Name: Windows(R), ${of.user} of ${of.domain} has this edition
Name: Windows(R), Enterprise edition
Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel
Activation ID: ${of.guid}
Application ID: ${of.guid}
Extended PID: ${of.pid}-04297-000-000000-03-1033-17763.0000-2852021
Product Key Channel: Volume:GVLK
Installation ID: ${of.installation}
Partial Product Key: ${of.key}
License Status: Licensed
Volume activation expiration: 250000 minute(s) (174 day(s))
    Client Machine ID (CMID): ${of.guid}
    KMS machine name from DNS: kms01.contoso.com:1688
    KMS machine extended PID: ${of.pid}-00206-000-000000-03-1033-14393.0000-0582020
    Host machine name: ${of.machine}
0xC004F06C, 0x00000000, kms01.contoso.com:1688, ${of.guid}, 2026/11/22 09:10, 0, 2, 41760, ${of.guid}, 5
0xC004F06C,5,${of.machine}.${of.domain},${of.guid},2026/11/22 13:20,0,2,41520,${of.guid}
Publishing the Key Managment Service (KMS) to DNS in the ${of.domain} domain failed.
Info:
0x80072338
LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition
SKU ID: ${of.guid}
LICENSE STATUS: ---NOTIFICATIONS---
Last 5 characters of installed product key: ${of.key}
Server: dc01.${of.domain}
_vlmcs._tcp.${of.domain} SRV service location: port = 1688 svr hostname = kms01.contoso.com
Source: ${of.machine}.${of.domain},0x8
Leap Indicator: 0(no warning)
Stratum: 3 (secondary reference)
ComputerName : kms01.contoso.com
SourceAddress : ${of.machine}
TcpTestSucceeded : True
`;
}

describe('any text', () => {
  it('is read without a throw, into facts that are not empty', () => {
    fc.assert(
      fc.property(torn, (text) => {
        const facts = readFacts(text);
        if (facts === undefined) return;
        expect(Object.values(facts).some((value) => !Array.isArray(value) || value.length > 0)).toBe(true);
        for (const { code } of leadingCodes(facts)) expect(code).toMatch(/^0x[89A-F][0-9A-F]{7}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read alike twice', () => {
    fc.assert(fc.property(torn, (text) => expect(readFacts(text)).toEqual(readFacts(text))));
  });
});

describe('what names a person, a machine or a copy of Windows', () => {
  it('is not kept', () => {
    fc.assert(
      fc.property(secrets, (of) => {
        const facts = readFacts(writeAll(of));
        expect(readKinds(facts)).toEqual([2, 3, 'found', true, 'server']);
        const kept = JSON.stringify(facts).toLowerCase();
        expect(Object.values(of).filter((secret) => kept.includes(secret.toLowerCase()))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** That each reader had its say, so that a leak could have shown. */
function readKinds(facts: Facts | undefined): readonly unknown[] {
  return [facts?.licenses.length, facts?.events.length, facts?.dns?.outcome, facts?.port?.isOpen, facts?.clock?.source];
}
