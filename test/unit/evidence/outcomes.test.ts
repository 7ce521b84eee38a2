import type { Outcome } from '../../../src/evidence/facts';
import { readFacts } from '../../../src/evidence/read-facts';

function readOutcomes(text: string): readonly Outcome[] | undefined {
  return readFacts(text)?.outcomes;
}

it.each([
  ['Product activated successfully.', 'activated'],
  ['成功地激活了产品。', 'activated'],
  ['<Offline product activation successful>', 'activated'],
  ['Das Produkt wurde erfolgreich aktiviert.', 'activated'],
  ['製品は正常にライセンス認証されました。', 'activated'],
  ['Активация выполнена успешно.', 'activated'],
  ['Installed product key ***************************** successfully.', 'key-installed'],
  ['<Product key installation successful>', 'key-installed'],
  ['成功地安装了产品密钥 *****************************。', 'key-installed'],
  ['Uninstalled product key successfully.', 'key-uninstalled'],
  ['成功地卸载了产品密钥。', 'key-uninstalled'],
  ['Key Management Service machine name cleared successfully.', 'kms-machine-cleared'],
  ['slmgr: Error: product not found.', 'product-not-found'],
  ['Error: product key not found.', 'key-not-found'],
  ['<Product key not found>', 'key-not-found'],
  ['<No installed product keys detected>', 'no-keys-detected'],
  ['Error: Product activation failed.', 'activation-failed'],
  ['This system is configured for Token-based activation only. Use slmgr.vbs /fta', 'token-only'],
  ['Error: The Software Protection Platform service is not running.', 'service-not-running'],
  ['License files re-installed successfully.', 'licenses-reinstalled'],
  [
    'Confirmation ID for product 11111111-2222-4333-8444-555555555555 deposited successfully.',
    'confirmation-deposited',
  ],
  ['slmgr /rearm\nPlease restart the system for the changes to take effect.', 'restart-needed'],
])('%j is %s', (text, kind) => {
  expect(readOutcomes(text)).toEqual([{ kind }]);
});

describe('a failure', () => {
  it.each([
    "Error: 0x80070005 run 'slui.exe 0x2a 0x80070005'",
    'Error: 0x80070005 Windows Script Host',
    'cscript ospp.vbs /act\nError: 0x80070005',
    'Error: 0x80070005 The Software Licensing Service reported',
    '错误: 0x80070005 软件授权服务报告',
    '錯誤: 0x80070005 軟體授權服務回報',
    'Fehler: 0x80070005 Vom Softwarelizenzierungsdienst wurde gemeldet',
    'Error: 0x80070005 El servicio de licencias de software informó',
    'Erreur : 0x80070005 Le service de gestion de licences logicielles',
    'Erro: 0x80070005 O Serviço de Licenças de Software',
    'Errore: 0x80070005 Il servizio di gestione licenze software',
    'Ошибка: 0x80070005 Служба лицензирования программного обеспечения',
    'エラー: 0x80070005 ソフトウェア ライセンス サービス',
  ])('is read from %j', (text) => {
    expect(readOutcomes(text)).toEqual([{ kind: 'failed', code: '0x80070005' }]);
  });

  it('is named once', () => {
    expect(readOutcomes('slmgr\nError: 0xC004F074\nError: 0xC004F074\nError: 0xC004F042')).toEqual([
      { kind: 'failed', code: '0xC004F074' },
      { kind: 'failed', code: '0xC004F042' },
    ]);
  });

  it('is no success', () => {
    expect(readOutcomes('slmgr\nError: 0x00000000')).toBeUndefined();
  });
});

it('names the host that was set', () => {
  expect(readOutcomes('Key Management Service machine name set to [2001:db8::1]:1688 successfully.')).toEqual([
    { kind: 'kms-machine-set', kms: { host: '[2001:db8::1]', port: 1688 } },
  ]);
});
