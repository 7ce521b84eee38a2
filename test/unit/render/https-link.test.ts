import fc from 'fast-check';
import { toHttpsLink } from '../../../src/render/https-link';

describe('toHttpsLink', () => {
  test.each(['javascript:alert(1)', 'http://example.com/', 'data:text/html,x', 'file:///etc/passwd', '//host', ''])(
    'refuses %s',
    (address) => {
      expect(toHttpsLink(address)).toBeUndefined();
    },
  );

  test('leaves an ordinary address as it is', () => {
    const address = 'https://learn.microsoft.com/search/?terms=0xC004F074&view=all#top';
    expect(toHttpsLink(address)).toBe(address);
  });

  test('encodes what would end or split a link', () => {
    expect(toHttpsLink('https://example.com/a(v=ws.11)|b>c')).toBe('https://example.com/a%28v=ws.11%29%7Cb%3Ec');
  });

  test('lets nothing through that markup could read', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, tail) => {
        expect(toHttpsLink(url.replace(/^http:/, 'https:') + tail) ?? '').not.toMatch(/[()|`\\<>\s]/);
      }),
    );
  });
});
