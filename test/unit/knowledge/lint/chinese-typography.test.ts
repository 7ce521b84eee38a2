import fc from 'fast-check';
import { setChinese } from '../../../../src/knowledge/lint/chinese-typography';

describe('setChinese', () => {
  test.each([
    ['在KMS主机上', '在 KMS 主机上'],
    ['少于25台', '少于 25 台'],
    ['运行`slmgr /dli`即可', '运行 `slmgr /dli` 即可'],
    ['输入<MAK>后', '输入 <MAK> 后'],
    ['时钟相差 5%的', '时钟相差 5% 的'],
    ['先检查DNS,再重试.', '先检查 DNS，再重试。'],
    ['检查 DNS, 然后重试', '检查 DNS，然后重试'],
    ['原因:时钟不准', '原因：时钟不准'],
    ['可以吗?', '可以吗？'],
    ['选择 “确定” ，然后重启', '选择“确定”，然后重启'],
    ['选择"确定"', '选择“确定”'],
    ['主机(本机)上', '主机（本机）上'],
    ['密钥管理服务(KMS)', '密钥管理服务(KMS)'],
    ['密钥管理服务 (KMS) 主机', '密钥管理服务 (KMS) 主机'],
    ['端口１６８８', '端口 1688'],
    ['重启  计算机', '重启 计算机'],
  ])('sets %s as %s', (written, set) => {
    expect(setChinese(written)).toBe(set);
  });

  test.each([
    '在 KMS 主机上运行 `slmgr.vbs /dli`，查看“当前计数”。',
    '打开“设置”>“激活”。',
    '运行 `w32tm /query /status, "x"`。',
    '连接 10.0.0.1:1688，或 https://learn.microsoft.com/windows。',
    '版本为 10.0.16299 及以上。',
    'Windows 10/11 与 Windows Server 2022',
  ])('leaves well-set text alone: %s', (text) => {
    expect(setChinese(text)).toBe(text);
  });

  test('keeps inline code letter by letter', () => {
    expect(setChinese('运行`命令,参数(值)`,再看`b"c"`')).toBe('运行 `命令,参数(值)`，再看 `b"c"`');
  });

  test('has nothing left to do when it has been run', () => {
    const piece = fc.constantFrom(
      '密钥',
      '主机',
      'KMS',
      '25',
      ',',
      '.',
      ':',
      '(',
      ')',
      '，',
      '。',
      ' ',
      '`a b`',
      '"',
      '“',
      '”',
      '%',
      '<MAK>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const set = setChinese(pieces.join(''));
        expect(setChinese(set)).toBe(set);
      }),
    );
  });
});
