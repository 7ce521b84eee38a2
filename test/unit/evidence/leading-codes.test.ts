import { toErrorCode } from '../../../src/code/error-code';
import type { Facts } from '../../../src/evidence/facts';
import { leadingCodes } from '../../../src/evidence/leading-codes';
import { readFacts } from '../../../src/evidence/read-facts';
import { readText } from './fixtures';

function leadsOf(...names: readonly string[]): readonly string[] {
  const facts = readFacts(names.map(readText).join('\n'));
  return facts === undefined ? [] : leadingCodes(facts).map(({ code, why }) => `${code} ${why}`);
}

const nothing: Facts = { licenses: [], outcomes: [], events: [] };

it('puts what the network said before what the command made of it', () => {
  expect(leadsOf('slmgr-ato-and-event')).toEqual([
    '0x8007232B event-12288',
    '0xC004F074 command-error',
    '0xC004F00F notification-reason',
  ]);
});

it('puts the status inside a stop before the result of Setup', () => {
  expect(leadsOf('setup-rollback-crash')).toEqual(['0xC0000005 inside-stop', '0xC1900101 setup-result']);
});

it('names a code once, for where it stands nearest to the cause', () => {
  expect(leadsOf('event-8198-zh-cn', 'slmgr-ato-zh-cn')).toEqual(['0xC004F074 command-error']);
});

it('says which of the events a code is from', () => {
  expect(leadsOf('event-12289-not-bound', 'event-12293', 'event-8198', 'events-other')).toEqual([
    '0xC004F038 event-12289',
    '0x80072338 event-12293',
    '0x803F7001 event-8198',
    '0xC004F200 event-other',
    '0x80072EE7 event-other',
    '0xC004C4A2 event-other',
    '0x80070005 event-other',
    '0xC004F011 event-other',
  ]);
});

it.each([
  ['a reason that is only information', 'ospp-dstatus-licensed'],
  ['a store license', 'cim-store-license'],
  ['a success', 'event-12288-12289-masked'],
  ['a grace that runs', 'cim-wmic'],
])('leaves out %s', (_, name) => {
  expect(leadsOf(name)).toEqual([]);
});

it('leaves out whatever is no failure, however it got there', () => {
  const information = toErrorCode(0x4004_f040);
  const zero = toErrorCode(0);
  expect(
    leadingCodes({
      ...nothing,
      licenses: [{ source: 'ospp', reason: information }],
      events: [{ id: 12288, code: zero }],
    }),
  ).toEqual([]);
});

it('puts the license that Office starts with behind the one that is to be activated', () => {
  const product = (name: string, channel: string, code: string) =>
    `LICENSE NAME: Office 21, ${name} edition\nLICENSE DESCRIPTION: Office 21, ${channel} channel\nERROR CODE: ${code}\n`;
  const rule = `${'-'.repeat(39)}\n`;
  const grace = product('Office21ProPlus2021R_Grace', 'RETAIL(Grace)', '0xC004F017');
  const volume = product('Office21ProPlus2021VL_KMS_Client_AE', 'VOLUME_KMSCLIENT', '0xC004F074');
  const facts = readFacts(rule + grace + rule + volume + rule) ?? nothing;
  expect(leadingCodes(facts).map(({ code }) => code)).toEqual(['0xC004F074', '0xC004F017']);
});

it('reads words that a blank was put into', () => {
  const text =
    'LICENSE NAME: Office 16, Office16O365ProPlusR_ Subscription1 edition\nLICENSE STATUS:  ---OOB_ GRACE---';
  expect(readFacts(text)?.licenses[0]).toMatchObject({ status: 'initial-grace' });
});
