import type { ErrorCode } from '../../src/code/error-code';
import { loadKnowledge } from '../../src/knowledge/load';

const knowledge = loadKnowledge();

describe('knowledge/components.json', () => {
  test.each([
    ['0xC004B100', 'spp-activation-server'],
    ['0xC004C008', 'spp-key-clearing-house'],
    ['0xC004C4A2', 'spp-genuine-validation'],
    ['0xC004D307', 'spp-security-processor'],
    ['0xC004E015', 'spp-stores'],
    ['0xC004F074', 'spp-licensing'],
    ['0xC004F30A', 'spp-token-activation'],
    ['0xC004FD01', 'spp-avma'],
    ['0x4004F065', 'spp-licensing-info'],
    ['0x8004E107', 'spp-stores-warning'],
    ['0x8004FE21', 'windows-activation-technologies'],
    ['0x803FA067', 'store-activation'],
    ['0x803F7001', 'store-license-manager'],
    ['0x87E10BC6', 'store-licensing-server'],
    ['0xC0EA0001', 'client-licensing'],
    ['0x8A010001', 'pidgenx'],
    ['0x8007232B', 'dns'],
    ['0x8007251D', 'dns'],
    ['0x8007274C', 'winsock'],
    ['0x80072EE2', 'web-connections'],
    ['0x80072F8F', 'web-connections'],
    ['0x800706BA', 'rpc'],
    ['0x80070643', 'windows-installer'],
    ['0x80070005', 'win32'],
    ['0x80240034', 'windows-update'],
    ['0x8024402C', 'windows-update-protocol'],
    ['0x800F081F', 'servicing'],
    ['0x800F0203', 'setupapi'],
    ['0xC1900101', 'windows-setup'],
    ['0x80D02002', 'delivery-optimization'],
    ['0x81000202', 'system-restore'],
    ['0x80041010', 'wmi'],
    ['0x80041309', 'task-scheduler'],
    ['0x8A15000D', 'winget'],
    ['0xE0434352', 'dotnet-exception'],
  ])('%s belongs to %s', (code, component) => {
    expect(knowledge.component(code as ErrorCode)?.id).toBe(component);
  });

  test('leaves a code that no component owns to the bit fields', () => {
    expect(knowledge.component('0x12345678' as ErrorCode)).toBeUndefined();
    expect(knowledge.component('0xDEADBEEF' as ErrorCode)).toBeUndefined();
  });
});
