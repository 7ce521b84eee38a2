import { createHmac } from 'node:crypto';
import { isValidSlackRequest } from '@slack/bolt';
import fc from 'fast-check';
import { createVerifier } from '../../../../src/adapters/slack/signature';

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const NOW_S = 1_760_000_000;

const isGenuine = createVerifier([SECRET], () => NOW_S * 1000);

function signedAt(timestamp: number, rawBody: Buffer, secret: string = SECRET) {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest('hex');
  return {
    headers: { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` },
    rawBody,
  };
}

const anyBody = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

describe('a signature', () => {
  test('is genuine for any bytes', () => {
    fc.assert(fc.property(anyBody, (body) => isGenuine(signedAt(NOW_S, body))));
  });

  test('agrees with Bolt on what Slack signs', () => {
    const body = Buffer.from('{"type":"event_callback","text":"错误代码 0xC004F074"}');
    const timestamp = Math.floor(Date.now() / 1000);
    const { headers } = signedAt(timestamp, body);
    const forBolt = {
      signingSecret: SECRET,
      body: body.toString('utf8'),
      headers: { ...headers, 'x-slack-request-timestamp': timestamp },
    };
    expect(isValidSlackRequest(forBolt)).toBe(true);
    expect(createVerifier([SECRET])({ headers, rawBody: body })).toBe(true);
  });

  test.each([
    [-301, false],
    [-300, true],
    [0, true],
    [300, true],
    [301, false],
    [86_400, false],
    [31_536_000, false],
  ])('made %i s from now is genuine: %s', (offset, genuine) => {
    expect(isGenuine(signedAt(NOW_S + offset, Buffer.from('{}')))).toBe(genuine);
  });

  test('of either secret is genuine during a rotation, of a third never', () => {
    const verify = createVerifier(['new', 'old'], () => NOW_S * 1000);
    const verdicts = ['new', 'old', 'older'].map((secret) => verify(signedAt(NOW_S, Buffer.from('{}'), secret)));
    expect(verdicts).toEqual([true, true, false]);
  });

  test.each([[[]], [['']], [['  ']], [['right', '']], [['a', 'b', 'c']]])('cannot be checked with %j', (secrets) => {
    expect(() => createVerifier(secrets)).toThrow(RangeError);
  });
});

describe('one changed byte', () => {
  const genuine = signedAt(NOW_S, Buffer.from('{"type":"event_callback","event":{"text":"0xC004F074"}}'));
  const parts = ['body', 'x-slack-signature', 'x-slack-request-timestamp'] as const;

  test('anywhere makes a request a forgery', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, place, flip) => {
        const bytes = part === 'body' ? Buffer.from(genuine.rawBody) : Buffer.from(genuine.headers[part], 'latin1');
        const index = place % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(index) ^ flip, index);
        const forged =
          part === 'body'
            ? { ...genuine, rawBody: bytes }
            : { ...genuine, headers: { ...genuine.headers, [part]: bytes.toString('latin1') } };
        return !isGenuine(forged);
      }),
      { numRuns: 2_000 },
    );
  });
});
