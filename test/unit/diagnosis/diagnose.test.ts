import { diagnose } from '../../../src/diagnosis/diagnose';
import { findingSchema } from '../../../src/diagnosis/finding';
import { ALL_STARTS } from '../../../src/diagnosis/start';
import { readFacts } from '../../../src/evidence/read-facts';
import { SETUP_OPERATIONS } from '../../../src/evidence/setup-facts';
import { evidenceLabelsFor } from '../../../src/i18n/labels/evidence/labels';
import { LOCALES } from '../../../src/i18n/locale';
import { findStep } from '../../../src/knowledge/find-step';
import { loadKnowledge } from '../../../src/knowledge/load';

const read = (text: string) => diagnose(readFacts(text));
const kindsOf = (text: string) => read(text)?.findings.map(({ kind }) => kind) ?? [];

const CLIENT = [
  'Name: Windows(R), Professional edition',
  'Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel',
  'Partial Product Key: T83GX',
];

describe('the license of a client', () => {
  it('that is activated needs nothing', () => {
    const text = [...CLIENT, 'License Status: Licensed', 'Volume activation expiration: 259199 minute(s) (180 day(s))'];
    const diagnosis = read(text.join('\n'));
    expect(diagnosis?.findings).toEqual([
      expect.objectContaining({
        kind: 'license',
        edition: 'Professional',
        channel: 'kms-client',
        status: 'licensed',
        days: 179,
      }),
      { kind: 'activated' },
    ]);
    expect(diagnosis?.start).toBeUndefined();
  });

  it('that found no host in DNS goes on with DNS', () => {
    const text = [...CLIENT, 'License Status: Unlicensed', 'DNS auto-discovery: KMS name not available'].join('\n');
    expect(kindsOf(text)).toContain('dns-name-missing');
    expect(read(text)?.start).toEqual({ procedure: 'dns', step: 'find-record' });
  });

  it('in notification mode leads with the reason it gives', () => {
    const text = [...CLIENT, 'License Status: Notification', 'Notification Reason: 0xC004F056.'].join('\n');
    expect(read(text)).toMatchObject({ leading: ['0xC004F056'] });
    expect(kindsOf(text)).toContain('notification');
  });

  it('with a retail key is told that no KMS host activates it', () => {
    const text = CLIENT.join('\n').replace('VOLUME_KMSCLIENT', 'RETAIL');
    const diagnosis = read(`${text}\nLicense Status: Unlicensed`);
    expect(diagnosis?.findings).toContainEqual({ kind: 'not-volume', channel: 'retail' });
    expect(diagnosis?.start).toEqual({ procedure: 'channel', step: 'retail' });
  });

  it('names no fault that is only information', () => {
    const text = [
      '---Processing--------------------------',
      'LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition',
      'LICENSE STATUS:  ---LICENSED---',
      'ERROR CODE: 0x4004F040 (for information purposes only as the status is licensed)',
    ].join('\n');
    expect(read(text)).toMatchObject({ leading: [], harmless: ['0x4004F040'] });
  });
});

describe('the count of a KMS host', () => {
  const host = (count: number) =>
    [
      'Name: Windows(R), ServerStandard edition',
      'Description: Windows(R) Operating System, VOLUME_KMS_WS19 channel',
      'Partial Product Key: T83GX',
      'License Status: Licensed',
      'Key Management Service is enabled on this machine',
      `    Current count: ${count}`,
      '    Listening on Port: 1688',
    ].join('\n');

  it.each([
    [4, { kind: 'host-count', count: 4, threshold: 5 }],
    [5, { kind: 'host-count', count: 5, threshold: 25 }],
    [24, { kind: 'host-count', count: 24, threshold: 25 }],
    [25, { kind: 'count-reached', count: 25, threshold: 25 }],
  ])('of %i is held against what clients and servers need', (count, finding) => {
    expect(read(host(count))?.findings).toContainEqual(finding);
  });

  it('below the threshold goes on with counting', () => {
    expect(read(host(12))?.start).toEqual({ procedure: 'count', step: 'enough-clients' });
  });
});

describe('what tests of the way say', () => {
  it.each([
    ['dns-no-record', "*** dc01.contoso.com can't find _vlmcs._tcp: Non-existent domain", 'dns'],
    ['port-closed', 'ComputerName     : kms01\nRemotePort       : 1688\nTcpTestSucceeded : False', 'port'],
  ])('%s', (kind, text, procedure) => {
    expect(kindsOf(text)).toContain(kind);
    expect(read(text)?.start?.procedure).toBe(procedure);
  });
});

describe('a test of a port', () => {
  const test = (port: number) => `ComputerName     : 10.0.0.9\nRemotePort       : ${port}\nTcpTestSucceeded : True`;

  it('says nothing of KMS where no KMS host listens on it', () => {
    expect(read(test(53))).toBeUndefined();
  });

  it('counts where another output names that port', () => {
    const text = [...CLIENT, 'Registered KMS machine name: kms01.contoso.com:1690', test(1690)].join('\n');
    expect(kindsOf(text)).toContain('port-open');
  });
});

it('does not call a clock right that follows nothing', () => {
  const text =
    'Leap Indicator: 3(not synchronized)\nStratum: 0 (unspecified)\nPhase Offset: 0.0000000s\nSource: Local CMOS Clock';
  expect(kindsOf(text)).toEqual(['clock-unsynchronized']);
});

it('names no host where the output has 0.0.0.0', () => {
  const text = [...CLIENT, 'License Status: Licensed', 'Registered KMS machine name: 0.0.0.0:1688'].join('\n');
  expect(read(text)?.kmsHost).toBeUndefined();
});

it('puts a stop code before the status inside it', () => {
  const text = 'The bugcheck was: 0x0000007e (0xffffffffc0000005, 0xfffff80312345678, 0xffffb, 0xffff).';
  expect(read(text)?.leading).toEqual(['0x0000007E', '0xC0000005']);
});

it('names the KMS host that was asked, what was set by hand before what DNS says', () => {
  const text = [
    ...CLIENT,
    'License Status: Licensed',
    'Registered KMS machine name: kms01.contoso.com:1688',
    'KMS machine name from DNS: other.contoso.com:1688',
  ].join('\n');
  expect(read(text)?.kmsHost).toBe('kms01.contoso.com:1688');
  expect(JSON.stringify(read(text)?.findings)).not.toContain('contoso');
});

it('says nothing of text that is no output', () => {
  for (const text of ['', 'lunch at 12?', 'Error: 0xC004F074', 'the count is 12']) expect(read(text)).toBeUndefined();
});

it('keeps no name of a machine, and only what a case may keep', () => {
  const text = [
    ...CLIENT,
    'License Status: Notification',
    'Client Machine ID (CMID): 2ffcfc30-6a6a-49ec-92b8-f6150c7df211',
    'Registered KMS machine name: secret-host.corp.example:1688',
  ].join('\n');
  const findings = read(text)?.findings ?? [];
  expect(findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(findings)).not.toMatch(/secret|corp|2ffcfc30|T83GX/i);
  for (const finding of findings) expect(findingSchema.safeParse(finding).error).toBeUndefined();
});

it('leads to steps that exist', () => {
  const { procedures } = loadKnowledge();
  for (const { procedure, step } of ALL_STARTS) {
    const found = procedures.get(procedure);
    expect([procedure, step, found && findStep(found, step) !== undefined]).toEqual([procedure, step, true]);
  }
});

it.each(LOCALES)('has a name for every operation of Windows Setup (%s)', (locale) => {
  expect(evidenceLabelsFor(locale).operations).toHaveLength(SETUP_OPERATIONS.length);
});
