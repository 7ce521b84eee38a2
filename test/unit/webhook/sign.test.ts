import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { createSigner } from '../../../src/webhook/sign';
import { SECRET, verifies } from './receiver';

const AT_MS = 1_760_000_000_999;
const TEXT_SECRET = 'a text of 24 characters!';

const sign = createSigner([SECRET]);

const anyId = fc.stringMatching(/^[\w:-]{1,40}$/);
const anyData = fc.dictionary(fc.string(), fc.jsonValue());

function withPreviousSecret(secret: string): string {
  const signed = createSigner([SECRET, secret])('id', AT_MS, '{}')['webhook-signature'];
  return signed.split(' ')[1] ?? '';
}

describe('a signature', () => {
  // The vector that the reference libraries of Standard Webhooks are tested with.
  test('is the published one', () => {
    const published = createSigner(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    expect(published('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}')).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('covers the bytes of the body in UTF-8', () => {
    const hash = createHmac('sha256', Buffer.from(SECRET.slice('whsec_'.length), 'base64'))
      .update(Buffer.from('id.1760000000.{"title":"错误代码 🔑"}', 'utf8'))
      .digest('base64');
    expect(sign('id', AT_MS, '{"title":"错误代码 🔑"}')).toEqual({
      'webhook-id': 'id',
      'webhook-timestamp': '1760000000',
      'webhook-signature': `v1,${hash}`,
    });
  });

  test('by a text takes its bytes for the key', () => {
    const hash = createHmac('sha256', TEXT_SECRET).update('id.1760000000.{}').digest('base64');
    expect(withPreviousSecret(TEXT_SECRET)).toBe(`v1,${hash}`);
  });

  test('is made with each secret, in their order, while they are rotated', () => {
    const both = createSigner([TEXT_SECRET, SECRET])('id', AT_MS, '{}')['webhook-signature'];
    const each = [TEXT_SECRET, SECRET].map((secret) => createSigner([secret])('id', AT_MS, '{}')['webhook-signature']);
    expect(both).toBe(each.join(' '));
  });

  test('verifies for any event', () => {
    fc.assert(
      fc.property(anyId, anyData, (id, data) => {
        const body = JSON.stringify(data);
        return verifies(sign(id, AT_MS, body), Buffer.from(body), SECRET);
      }),
    );
  });

  test('verifies with no bit of the body changed', () => {
    fc.assert(
      fc.property(anyData, fc.nat(), fc.nat(7), (data, place, bit) => {
        const body = JSON.stringify(data);
        const bytes = Buffer.from(body);
        const index = place % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index);
        return !verifies(sign('id', AT_MS, body), bytes, SECRET);
      }),
    );
  });

  test.each(['webhook-id', 'webhook-timestamp'] as const)('verifies with no other %s', (name) => {
    const headers = sign('1', AT_MS, '{}');
    expect(verifies({ ...headers, [name]: '2' }, Buffer.from('{}'), SECRET)).toBe(false);
  });

  // "a.1" + "2" and "a" + "1.2" would be signed alike.
  test.each(['', 'a.1', 'a b', 'a\nb', '编号'])('is not made for the id %j', (id) => {
    expect(() => sign(id, AT_MS, '{}')).toThrow(RangeError);
  });
});

describe('a secret', () => {
  const withBytes = (length: number) => `whsec_${Buffer.alloc(length, 7).toString('base64')}`;

  test.each([
    ['the shortest key', withBytes(24)],
    ['the longest key', withBytes(64)],
    ['the shortest text', 'x'.repeat(24)],
  ])('may be %s', (_name, secret) => {
    expect(withPreviousSecret(secret)).toMatch(/^v1,/);
  });

  test.each([
    ['a shorter key', withBytes(23)],
    ['a longer key', withBytes(65)],
    ['a shorter text', 'x'.repeat(23)],
    ['a key that is no base64', `${withBytes(32)}*`],
    ['a key without its padding', withBytes(32).replace('=', '')],
    ['a key in the base64 of addresses', `whsec_${Buffer.alloc(33, 0xff).toString('base64url')}`],
    ['empty', ''],
  ])('may not be %s, not even beside a good one', (_name, secret) => {
    expect(() => createSigner([SECRET, secret])).toThrow(RangeError);
  });

  test('is needed', () => {
    expect(() => createSigner([])).toThrow(RangeError);
  });

  test('is not repeated by the complaint about it', () => {
    expect(() => createSigner(['whsec_c2hvcnQ='])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('c2hvcnQ') }),
    );
  });
});
