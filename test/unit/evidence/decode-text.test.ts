import { decodeText } from '../../../src/evidence/decode-text';

const ENGLISH = 'License Status: Notification\r\nNotification Reason: 0xC004F056.\r\n';
const CHINESE = '错误: 0xC004F074 软件授权服务报告无法激活该计算机。无法联系任何密钥管理服务 (KMS)。\r\n';
const GERMAN =
  'Fehler: 0xC004F074 Der Schlüsselverwaltungsdienst (KMS) ist nicht verfügbar. Überprüfen Sie größere Maßnahmen.\r\n';

function utf16le(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function utf16be(text: string): Buffer {
  return utf16le(text).swap16();
}

/** Chinese and German letters as their code pages have them. */
function inGbk(text: string): Buffer {
  const pairs = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]));
}

describe('text is read', () => {
  test.each([
    ['UTF-8', Buffer.from(CHINESE), CHINESE],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CHINESE}`), CHINESE],
    ['UTF-16 as PowerShell writes it', utf16le(`\ufeff${ENGLISH}`), ENGLISH],
    ['UTF-16 with the other order of bytes', utf16be(`\ufeff${CHINESE}`), CHINESE],
    ['UTF-16 without its mark', utf16le(ENGLISH), ENGLISH],
    ['Chinese in UTF-16 without its mark', utf16le(CHINESE), CHINESE],
    ['UTF-16 without its mark in the other order', utf16be(CHINESE), CHINESE],
    ['UTF-16 that was cut amid a character', utf16le(`\ufeff${ENGLISH}x`).subarray(0, -1), ENGLISH],
    ['the Chinese code page', inGbk(CHINESE), CHINESE],
    ['a Chinese line in a long English log', inGbk(`${ENGLISH.repeat(50)}${CHINESE}`), ENGLISH.repeat(50) + CHINESE],
    ['the Western code page', Buffer.from(GERMAN, 'latin1'), GERMAN],
    ['nothing', Buffer.alloc(0), ''],
    ['terminal colors', Buffer.from('\u001b[31mError\u001b[0m 0xC004F074'), '\u001b[31mError\u001b[0m 0xC004F074'],
  ])('from %s', (_what, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('with its codes where a code page is none of ours', () => {
    const russian = Buffer.from([0xce, 0xf8, 0xe8, 0xe1, 0xea, 0xe0, 0x3a, 0x20, ...Buffer.from('0xC004F074')]);
    const text = decodeText(russian);
    expect(text).toContain('0xC004F074');
    // Han characters would have it answered in Chinese.
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('where a log has a little dirt in it', () => {
    expect(decodeText(Buffer.from(`${ENGLISH.repeat(40)}\u0001`))).toContain('0xC004F056');
  });
});

describe('no text is', () => {
  test.each([
    ['a program', Buffer.from(`MZ\u0090\u0000\u0003\u0000\u0000\u0000${ENGLISH}`.repeat(20), 'latin1')],
    ['an archive', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000!\u0000'.repeat(30), 'latin1')],
    ['an event log', Buffer.from(`ElfFile\u0000${'\u0000\u0001\u0002\u0003\u0004'.repeat(400)}`, 'latin1')],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'.repeat(9), 'latin1')],
    ['a run of zeros', Buffer.alloc(4_096)],
    ['a marked file of half a character', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
  ])('%s', (_what, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });
});
