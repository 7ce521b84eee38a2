import type { ErrorCode } from '../../src/code/error-code';
import type { ActivationMethod } from '../../src/knowledge/entry';
import { loadKnowledge } from '../../src/knowledge/load';

/**
 * The table of the article "Resolve Windows activation error codes" (2019, Chinese edition): code, activation methods,
 * message. Differences from it: the methods of 0x8007232A cover clients too, `KMS` there means the KMS host key, and
 * the message of 0x8007007B is not the one that Windows prints, so that it may stand among the aliases.
 */
const TABLE = `
0x8004FE21 | mak kms-client          | 此计算机未运行正版 Windows。
0x80070005 | mak kms-client kms-host | 拒绝访问。 所请求的操作需要提升特权。
0x8007007B | kms-client              | DNS 名称不存在。
0x80070490 | mak                     | 你输入的产品密钥无效。 请核对该产品密钥后再试一次，或输入其他产品密钥。
0x800706BA | kms-client              | RPC 服务器不可用。
0x8007232A | kms-client kms-host     | DNS 服务器故障。
0x8007232B | kms-client              | DNS 名称不存在。
0x8007251D | kms-client              | 找不到 DNS 查询的记录。
0x80092328 | kms-client              | DNS 名称不存在。
0xC004B100 | mak                     | 激活服务器确定无法激活计算机。
0xC004C001 | mak                     | 激活服务器确定指定的产品密钥无效
0xC004C003 | mak                     | 激活服务器确定指定的产品密钥被阻止。
0xC004C008 | kms-host                | 激活服务器确定无法使用指定的产品密钥。
0xC004C020 | mak                     | 激活服务器报告多次激活密钥已超过其限制。
0xC004C021 | mak                     | 激活服务器报告已超过多次激活密钥扩展限制。
0xC004F009 | mak                     | 软件保护服务报告宽限期已过期。
0xC004F00F | mak kms-client kms-host | 软件授权服务器报告硬件 ID 绑定已超出容限级别。
0xC004F014 | mak kms-client          | 软件保护服务报告产品密钥不可用
0xC004F02C | mak kms-client          | 软件保护服务报告脱机激活数据的格式不正确。
0xC004F035 | kms-client kms-host     | 软件保护服务报告无法使用批量许可证产品密钥激活该计算机。
0xC004F038 | kms-client              | 软件保护服务报告无法激活计算机。 你的密钥管理服务(KMS)报告的计数不足。 请联系你的系统管理员。
0xC004F039 | kms-client              | 软件保护服务报告无法激活计算机。 未启用密钥管理服务(KMS)。
0xC004F041 | kms-client              | 软件保护服务确定未激活密钥管理服务器(KMS)。 需要激活 KMS。
0xC004F042 | kms-client              | 软件保护服务确定无法使用指定的密钥管理服务(KMS)。
0xC004F050 | mak kms-host kms-client | 软件保护服务报告产品密钥无效。
0xC004F051 | mak kms-host            | 软件保护服务报告产品密钥被阻止。
0xC004F064 | mak                     | 软件保护服务报告非正版宽限期已过。
0xC004F065 | mak kms-client          | 软件保护服务报告该应用程序正在有效的非正版宽限期内运行。
0xC004F06C | kms-client              | 软件保护服务报告无法激活计算机。 密钥管理服务(KMS)确定请求时间戳无效。
0xC004F074 | kms-client              | 软件保护服务报告无法激活计算机。 无法联系任何密钥管理服务(KMS)。 有关其他信息，请参阅应用程序事件日志。
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([code = '', methods = '', message = '']) => ({
    code: code as ErrorCode,
    methods: methods.split(' ') as ActivationMethod[],
    message,
  }));

const knowledge = loadKnowledge();

describe('the thirty codes of the activation article', () => {
  test('are thirty, and each has an entry of its own', () => {
    expect(TABLE).toHaveLength(30);
    expect(TABLE.map(({ code }) => code).filter((code) => !knowledge.entries.has(code))).toEqual([]);
  });

  test.each(TABLE)('$code is found by the message of the article', ({ code, message }) => {
    const entry = knowledge.find(code);
    const wordings = [entry?.message['zh-CN'] ?? '', ...(entry?.aliases['zh-CN'] ?? [])];

    expect(wordings.map(comparable)).toContainEqual(comparable(message));
  });

  test.each(TABLE)('$code covers its activation methods', ({ code, methods }) => {
    expect(knowledge.find(code)?.methods).toEqual(expect.arrayContaining(methods));
  });

  test.each(TABLE)('$code cites the article or its newer English edition', ({ code }) => {
    expect(knowledge.find(code)?.sources).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(seed-article|activation-error-codes)$/)]),
    );
  });

  test('0xC004F065 answers for the code that the header defines', () => {
    expect(knowledge.find('0x4004F065' as ErrorCode)?.code).toBe('0xC004F065');
  });

  test('the codes that Windows uses for other faults too are marked general', () => {
    const general = TABLE.map(({ code }) => code).filter((code) => knowledge.find(code)?.scope === 'general');

    expect(general).toEqual(['0x80070005', '0x8007007B', '0x80070490', '0x800706BA']);
  });
});

/** Without spaces and the final stop, which the editions set differently. */
function comparable(message: string): string {
  return message.replace(/\s/g, '').replace(/[。.]$/, '');
}
