import { localeOfScript, negotiateLocale } from '../../../src/i18n/negotiate';

describe('localeOfScript', () => {
  test.each([
    ['zh-CN', '错误: 0xC004F074 软件授权服务报告无法激活计算机。'],
    [
      'zh-CN',
      '请问这个怎么解决 Error: 0xC004F074 The Software Licensing Service reported that the computer could not be activated.',
    ],
    ['zh-CN', '<p>激活失败&nbsp;0xC004F074</p>'],
    ['zh-CN', '錯誤 0xC004F074 無法啟用'],
    ['en', 'Error: 0xC004F074 The Software Licensing Service reported that the computer could not be activated.'],
    ['en', 'anyone seen 0x8007232B before?'],
    ['en', 'Fehler: 0xC004F074 Vom Softwarelizenzierungsdienst wurde gemeldet'],
    [undefined, '0xC004F074'],
    [undefined, 'slmgr /ato 0xC004F074'],
    [undefined, 'cscript //nologo %windir%\\system32\\slmgr.vbs /ato'],
    [undefined, '<p>0xC004F074&nbsp;</p>'],
    [undefined, 'エラー: 0xC004F074 ソフトウェア ライセンス サービスで、認証ができなかったことが報告されました。'],
    [undefined, ''],
  ])('tells %s for %j', (locale, text) => {
    expect(localeOfScript(text)).toBe(locale);
  });

  it('reads the beginning of a very long text only', () => {
    expect(localeOfScript(`${'0'.repeat(5_000)} 激活失败了，怎么办`)).toBeUndefined();
  });
});

describe('negotiateLocale', () => {
  const english = 'what does this mean';

  it('follows the person’s choice first', () => {
    expect(negotiateLocale({ chosen: 'zh-CN', text: english, platform: 'en-US', fallback: 'en' })).toBe('zh-CN');
  });

  it('then the script of the message', () => {
    expect(negotiateLocale({ text: '激活失败', platform: 'en-US', fallback: 'en' })).toBe('zh-CN');
    expect(negotiateLocale({ text: english, platform: 'zh-CN', fallback: 'zh-CN' })).toBe('en');
  });

  it('then the platform, in any spelling of the tag', () => {
    expect(negotiateLocale({ text: '0xC004F074', platform: 'zh_TW', fallback: 'en' })).toBe('zh-CN');
    expect(negotiateLocale({ text: '0xC004F074', platform: 'en-GB', fallback: 'zh-CN' })).toBe('en');
  });

  it('then the default', () => {
    expect(negotiateLocale({ text: '0xC004F074', platform: 'fr-FR', fallback: 'zh-CN' })).toBe('zh-CN');
    expect(negotiateLocale({})).toBe('en');
  });
});
