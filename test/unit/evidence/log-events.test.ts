import { readFacts } from '../../../src/evidence/read-facts';

function readEvents(text: string) {
  return readFacts(text)?.events;
}

describe('an event alone', () => {
  it.each([
    ['sppuinotify.dll was not able to activate. Error code: 0xC004F200:', 8196, '0xC004F200'],
    ['Activación de licencia (slui.exe) con el siguiente código de error:\nhr=0x803F7001', 8198, '0x803F7001'],
    ['License acquisition failure details. \nhr=0x80072EE7', 8200, '0x80072EE7'],
    ['Acquisition of genuine ticket failed (hr=0xC004C4A2)', 8208, '0xC004C4A2'],
    ['The rules engine failed to perform one or more actions.\nError Code:0x80070005', 8229, '0x80070005'],
    ['Token Based Activation failed. HR=0xC004F011', 12321, '0xC004F011'],
    ['Token-based Activation failed. HR=0xC004F011', 12321, '0xC004F011'],
    [
      'Publishing the Key Management Service (KMS) to DNS in the contoso.com domain failed. Info: 0x80072338',
      12293,
      '0x80072338',
    ],
    [
      'The client has sent an activation request to the key management service machine.\nInfo:\n0x80072EE2',
      12288,
      '0x80072EE2',
    ],
    [
      'The client has processed an activation response from the key management service machine. Info: 0xC004F038',
      12289,
      '0xC004F038',
    ],
    ['An activation request has been processed.\nInfo: 0xC004F042', 12290, '0xC004F042'],
    ['Event ID: 12288\nInfo:\n0x8007232B', 12288, '0x8007232B'],
    ['Event 12288: 0x8007232B', 12288, '0x8007232B'],
    ['Id           : 8198\nMessage      : hr=0xC004F074', 8198, '0xC004F074'],
    ['事件 ID：12293\n信息\nInfo: 0x80072338', 12293, '0x80072338'],
  ])('%j is read', (text, id, code) => {
    expect(readEvents(text)).toEqual([{ id, code }]);
  });

  it('may be without a code', () => {
    expect(readEvents('Genuine state set to non-genuine (0x00000000) for application Id')).toEqual([{ id: 8209 }]);
  });
});

it('keeps what set an attempt off', () => {
  const text = 'License Activation (slui.exe) failed\nhr=0xC004F074\nRuleId=1;Trigger=';
  expect(
    ['UserLogon', 'NetworkAvailable', 'TimerEvent', 'Moon'].map((word) => readEvents(text + word)?.[0]?.trigger),
  ).toEqual(['user-logon', 'network-available', 'timer', 'other']);
});

it('reads each event once, in order', () => {
  const text = [
    'Event ID: 8198',
    'License Activation (slui.exe) failed',
    'hr=0xC004F074',
    'Event ID: 8200',
    'hr=0x80072EE7',
  ];
  expect(readEvents(text.join('\n'))).toEqual([
    { id: 8198, code: '0xC004F074' },
    { id: 8200, code: '0x80072EE7' },
  ]);
});

const CMID = '11111111-2222-4333-8444-555555555555';

function processed(machine: string, time: string): string {
  return `0x0,5,${machine},${CMID},${time},0,5,0,${CMID}\n`;
}

describe('two events together', () => {
  it('share an ID only where the machines differ', () => {
    const again = processed('pc1', '2026/11/22 09:10') + processed('PC1', '2026/11/22 11:10');
    expect(readFacts(again)).not.toHaveProperty('duplicateCmid');
    expect(readFacts(again + processed('pc2', '2026/11/22 11:12'))).toHaveProperty('duplicateCmid', true);
  });

  it('tell the clocks apart by the closest pair', () => {
    const sent = (time: string) => `0x0, 0x0, kms01:1688, ${CMID}, ${time}, 0, 5, 0, ${CMID}, 25\n`;
    const texts = sent('2026/11/22 07:10') + sent('2026/11/22 09:10') + processed('pc1', '2026/11/22 09:05');
    expect(readFacts(texts)?.clockDifferenceMinutes).toBe(-5);
    expect(readFacts(sent('2026/13/45 07:10') + processed('pc1', '2026/11/22 09:05'))).not.toHaveProperty(
      'clockDifferenceMinutes',
    );
  });
});
