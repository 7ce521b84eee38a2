import type { LicenseFacts } from '../../../src/evidence/facts';
import { readFacts } from '../../../src/evidence/read-facts';

const KMS = { host: 'kms01.contoso.com', port: 1688 };
const CLIENT = 'Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel';
const HOST = 'Description: Windows(R) Operating System, VOLUME_KMS_WS19 channel';

function readLicense(text: string): LicenseFacts | undefined {
  return readFacts(text)?.licenses[0];
}

describe('a line alone', () => {
  it.each<[string, Partial<LicenseFacts>]>([
    ['License Status: Unlicensed', { status: 'unlicensed' }],
    ['LicenseStatus：Notification', { status: 'notification' }],
    ['许可证状态: 未授权', { status: 'unlicensed' }],
    ['許可證:\n授權狀態: 已授權', { status: 'licensed' }],
    ['Lizenzstatus: Lizenziert', { status: 'licensed' }],
    ['Estado de la licencia: Con licencia', { status: 'licensed' }],
    ['Состояние лицензии: имеет лицензию', { status: 'licensed' }],
    [
      'Notification Reason: 0xC004F009 (grace time expired).',
      { status: 'notification', reason: '0xC004F009' as never },
    ],
    ['通知原因：0xC004F034', { status: 'notification', reason: '0xC004F034' as never }],
    ['Registered KMS machine name: kms01.contoso.com:1688', { kms: { registered: KMS } }],
    ['KMS machine name from DNS: kms01.contoso.com:1688', { kms: { fromDns: KMS } }],
    ['DNS auto-discovery: KMS name not available', { kms: { dnsAutoDiscoveryFailed: true } }],
    ['DNS 自动发现: KMS 名称不可用', { kms: { dnsAutoDiscoveryFailed: true } }],
    ['已注册的 KMS 计算机名称: kms01.contoso.com:1688', { kms: { registered: KMS } }],
    ['Key Management Service is enabled on this machine', { host: { isEnabled: true } }],
    ['The machine is permanently activated.', { status: 'licensed', activatedPermanently: true }],
    ['Windows is Activated for the lifespan of your device.', { status: 'licensed', activatedPermanently: true }],
    ['计算机已永久激活。', { status: 'licensed', activatedPermanently: true }],
    ['Initial grace period ends 11/30/2026', { status: 'initial-grace' }],
    ['Additional grace period ends 11/30/2026', { status: 'additional-grace' }],
    ['Non-genuine grace period ends 11/30/2026', { status: 'non-genuine-grace' }],
    ['Extended grace period ends 11/30/2026', { status: 'extended-grace' }],
    ['Timebased activation will expire 11/30/2026', { status: 'licensed' }],
    ['Windows 处于通知模式', { status: 'notification' }],
  ])('%j is read', (line, facts) => {
    expect(readLicense(line)).toEqual({ source: 'slmgr', ...facts });
  });
});

describe('a line of a client', () => {
  it.each<[string, Partial<LicenseFacts>]>([
    ['Timebased activation expiration: 14400 minute(s) (10 day(s))', { status: 'licensed', expiresInMinutes: 14_400 }],
    ['Automatic VM activation expiration: 8640 minute(s) (6 day(s))', { status: 'licensed', expiresInMinutes: 8640 }],
    ['剩余时间: 14400 分钟(10 天)', { graceMinutes: 14_400 }],
    ['激活间隔: 120 分钟', { kms: { activationIntervalMinutes: 120 } }],
    ['KMS machine IP address: 192.0.2.10', { kms: { ipAddress: '192.0.2.10' } }],
    ['KMS machine IP address: 2001:db8::10', { kms: { ipAddress: '2001:db8::10' } }],
    [
      'Registered KMS machine name: [2001:db8::10]:1688',
      { kms: { registered: { host: '[2001:db8::10]', port: 1688 } } },
    ],
    ['Registered KMS machine name: <hidden>', {}],
    ['Configured Activation Type: AD', { configuredActivationType: 'ad' }],
    ['Configured Activation Type: Token', { configuredActivationType: 'token' }],
    ['Remaining SKU rearm count: many', {}],
    ['KMS host caching is disabled', { kms: { isCaching: false } }],
    ['This license is not in use.', { notInUse: true }],
  ])('%j is read', (line, facts) => {
    expect(readLicense(`${CLIENT}\n${line}`)).toEqual({ source: 'slmgr', channel: 'kms-client', ...facts });
  });

  it('may give the channel in the place of the description', () => {
    expect(readLicense('License Status: Licensed\nProduct Key Channel: Volume:MAK')?.channel).toBe('mak');
    expect(readLicense('许可证状态: 已授权\n产品密钥通道: OEM:DM')?.channel).toBe('oem');
  });
});

describe('a line of a host', () => {
  it.each<[string, LicenseFacts['host']]>([
    ['当前计数: 7', { count: 7 }],
    ['侦听端口: 1688', { port: 1688 }],
    ['正在侦听端口: 1688', { port: 1688 }],
    ['监听端口: 1689', { port: 1689 }],
    ['DNS publishing disabled', { isPublishingToDns: false }],
    ['已启用 DNS 发布', { isPublishingToDns: true }],
    ['KMS 优先级: 低', { priority: 'low' }],
    ['KMS priority: Low', { priority: 'low' }],
    ['收到的请求总数: 61', { totalRequests: 61 }],
    ['收到的失败请求数: 9', { failedRequests: 9 }],
    ['收到的失败的请求数: 9', { failedRequests: 9 }],
    ['Listening on Port: 99999', undefined],
  ])('%j is read', (line, host) => {
    expect(readLicense(`${HOST}\n${line}`)?.host).toEqual(host);
  });

  it('is known by its place in a language that is not', () => {
    const figures = [4, 1688, 61, 9, 1, 50, 0, 0, 0, 2].map((figure, index) => `cyfra ${index}: ${figure}`);
    expect(readLicense(`${HOST.replace('Description', 'Opis')}\n${figures.join('\n')}`)?.host).toEqual({
      count: 4,
      port: 1688,
      totalRequests: 61,
      failedRequests: 9,
      unlicensedRequests: 1,
      licensedRequests: 50,
      notificationRequests: 2,
    });
  });
});

describe('a status in words that are not known', () => {
  const lines = 'Opis: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nKlucz: ABCD2\nStan: aktywny\nKoniec: ';

  it('is concluded from a time that no grace lasts', () => {
    const facts = { source: 'slmgr', channel: 'kms-client', status: 'licensed', expiresInMinutes: 250_000 };
    expect(readLicense(`${lines}250000 min (174 dni)`)).toEqual(facts);
  });

  it('is left open where the time may be either', () => {
    expect(readLicense(`${lines}21600 min (15 dni)`)).toEqual({ source: 'slmgr', channel: 'kms-client' });
  });
});

it('takes a reason for information where ospp.vbs says so', () => {
  const lines = 'LICENSE STATUS:  ---LICENSED---\nERROR CODE: 0xC004F009';
  expect(readLicense(lines)).toEqual({ source: 'ospp', status: 'licensed', reason: '0xC004F009' });
  expect(readLicense(`${lines} (for information purposes only as the status is licensed)`)).toMatchObject({
    isInformation: true,
  });
});
