import { findUrls } from '../../../src/code/urls';

describe('addresses', () => {
  const text = 'see https://example.com/a?b=1|label and <ftp://x/y> or 地址https://例';

  test.each([
    ['example', true],
    ['b=1', true],
    ['label', false],
    ['x/y', true],
    ['or', false],
    ['例', false],
  ])('hold %s: %s', (part, isInside) => {
    expect(findUrls(text)(text.indexOf(part))).toBe(isInside);
  });

  it('are none where there is no scheme', () => {
    expect(findUrls('nothing here')(3)).toBe(false);
  });
});
