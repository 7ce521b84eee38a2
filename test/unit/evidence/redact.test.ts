import fc from 'fast-check';
import { redactProductKeys } from '../../../src/evidence/redact';

/** Microsoft's published setup key, which is secret to nobody. */
const KEY = 'VK7JG-NPHTM-C97JM-9MPGT-3V66T';

describe('product keys', () => {
  test.each([
    KEY,
    KEY.toLowerCase(),
    KEY.replaceAll('-', '–'),
    KEY.replaceAll('-', '—'),
    KEY.replaceAll('-', '－'),
    KEY.replaceAll('-', '\u2011'),
    KEY.replaceAll('-', ' - '),
    KEY.replaceAll('-', ' '),
    KEY.replaceAll('-', ''),
    KEY.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    'AAAAA-00000-OOOOO-11111-IIIII',
  ])('are hidden when written %s', (key) => {
    const text = `Installed product key ${key} successfully. 已安装${key}。`;
    const redacted = redactProductKeys(text);
    expect(redacted.keys).toBe(2);
    expect(redacted.text).toHaveLength(text.length);
    expect(redacted.text).toBe(text.replaceAll(key, '*'.repeat(key.length)));
  });

  test.each([
    'hello there about seven eight',
    '4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c',
    '0xC004F074 0x8007232B 0x80070005',
    '03612-03308-000-000000-00-2052-22000.0000-0362022',
    'Partial Product Key: 3V66T',
    `${KEY}-MORE1`.slice(0, 23),
    'd41d8cd98f00b204e9800998ecf8427e',
  ])('are not seen in %s', (text) => {
    expect(redactProductKeys(text)).toEqual({ text, keys: 0 });
  });

  it('never survive, wherever they stand', () => {
    const group = fc.string({ unit: fc.constantFrom(...'BCDFGHJKMNPQRTVWXY2346789'), minLength: 5, maxLength: 5 });
    const key = fc.array(group, { minLength: 5, maxLength: 5 }).map((groups) => groups.join('-'));
    const around = fc.constantFrom('', ' ', '密钥：', '"', '\n', '(', '=');
    fc.assert(
      fc.property(around, key, around, (before, secret, after) => {
        const { text, keys } = redactProductKeys(before + secret + after);
        expect(keys).toBe(1);
        expect(text).toBe(before + '*'.repeat(secret.length) + after);
      }),
    );
  });
});
