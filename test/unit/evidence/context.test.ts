import { readContext } from '../../../src/evidence/context';

describe('activation', () => {
  test.each([
    'slmgr /ato says 0x80070005',
    'cscript ospp.vbs /act',
    'Windows activation failed with 0x80070005',
    'cannot activate Office on three PCs',
    '无法激活 Windows',
    '输入产品密钥之后报错',
    '系统激活失败 0x8007007B',
    'KMS 服务器连不上',
    'The Software Licensing Service reported that the computer could not be activated.',
    'License Activation (slui.exe) failed with the following error code: hr=0x80070005',
    'Windows lässt sich nicht aktivieren',
    'ライセンス認証ができません',
    'не проходит активация Windows',
    'MAK key is exhausted',
    'Name: Windows(R), Professional edition\nDescription: VOLUME_KMSCLIENT channel',
    'sppsvc does not start',
    'activation failed 0x80070005',
    'we cannot activate since Monday',
    '激活失败 0x80070005',
  ])('is what %j is about', (text) => {
    expect(readContext(text).activation).toBe(true);
  });

  test.each([
    'Windows Update fails with 0x80070005',
    'please deactivate the plugin in Windows Terminal',
    'account activation mail for the Windows insider forum never came',
    '激活账号之后 Windows 登录不了',
    '插件未激活',
    'activate the virtual env on Windows first',
    'I activated my card',
    'account activation failed',
    '邮箱无法激活',
    'the makefile says make: error',
    'the printer on the office floor is broken',
    '打印机 0x8007007B',
    '',
  ])('is not what %j is about', (text) => {
    expect(readContext(text).activation).toBe(false);
  });
});

describe('activation methods', () => {
  test.each([
    ['our MAK is used up', ['mak']],
    ['Product Key Channel: Volume:MAK', ['mak']],
    ['slmgr /skms kms.contoso.com', ['kms-client']],
    ['Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel', ['kms-client']],
    ['the KMS host does not answer', ['kms-host']],
    ['KMS 客户端连不上 KMS 主机', ['kms-client', 'kms-host']],
    ['Key Management Service is enabled on this machine', ['kms-host']],
    ['VOLUME_KMS_C channel', ['kms-host']],
    ['GVLK or MAK?', ['mak', 'kms-client']],
    ['make it work', []],
  ])('named by %j', (text, methods) => {
    expect(readContext(text).methods).toEqual(methods);
  });
});
