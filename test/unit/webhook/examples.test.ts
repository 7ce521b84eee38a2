import { createRequire } from 'node:module';
import type { WebhookEvent } from '../../../src/outbox/outgoing';
import { createSigner, type SignatureHeaders } from '../../../src/webhook/sign';
import { codeBlocks, read } from '../../docs/markdown';
import { SECRET } from './receiver';

type Verify = (headers: Partial<SignatureHeaders>, rawBody: Buffer, secret: string) => boolean;

const EVENT: WebhookEvent = {
  id: 'q83vEjRWeJCrze8SNFZ4kA:4',
  type: 'hand-off.claimed',
  atMs: 0,
  body: { title: '错误代码' },
};
const BODY = JSON.stringify(EVENT);

const english = read('docs/webhook.md');
const chinese = read('docs/webhook.zh-CN.md');

test('both documents show the same programs', () => {
  const programs = (markdown: string) => codeBlocks(markdown, ['js', 'python', 'sh']);
  expect(programs(english)).toHaveLength(3);
  expect(programs(chinese)).toEqual(programs(english));
});

test('both documents show events of the same shape', () => {
  const [first, second] = [english, chinese].map((markdown) =>
    shapeOf(JSON.parse(codeBlocks(markdown, ['json'])[0] ?? '')),
  );
  expect(Object.keys(first ?? {})).toEqual(['type', 'timestamp', 'data']);
  expect(second).toEqual(first);
});

describe('the program for receivers', () => {
  const [program = ''] = codeBlocks(english, ['js']);
  const verify: Verify = new Function('require', `${program}; return isFromHexfix;`)(createRequire(__filename));
  const signAt = (atMs: number, ...secrets: string[]) => createSigner(secrets)(EVENT.id, atMs, BODY);
  const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

  test('takes what we sign', () => {
    expect(verify(signAt(Date.now(), SECRET), Buffer.from(BODY), SECRET)).toBe(true);
  });

  test.each([SECRET, other])('takes it with either secret while they are rotated', (secret) => {
    expect(verify(signAt(Date.now(), other, SECRET), Buffer.from(BODY), secret)).toBe(true);
  });

  test('refuses another secret, another body and another time', () => {
    const headers = signAt(Date.now(), SECRET);
    expect(verify(headers, Buffer.from(BODY), other)).toBe(false);
    expect(verify(headers, Buffer.from(`${BODY} `), SECRET)).toBe(false);
    expect(verify({ ...headers, 'webhook-timestamp': '1' }, Buffer.from(BODY), SECRET)).toBe(false);
  });

  test.each([-310_000, 310_000])('refuses what was signed %i ms from now', (offsetMs) => {
    expect(verify(signAt(Date.now() + offsetMs, SECRET), Buffer.from(BODY), SECRET)).toBe(false);
  });

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('refuses a request without %s', (name) => {
    expect(verify({ ...signAt(Date.now(), SECRET), [name]: undefined }, Buffer.from(BODY), SECRET)).toBe(false);
  });
});

/** The value with every text emptied: what is left is the same in each language. */
function shapeOf(event: unknown): object {
  return JSON.parse(JSON.stringify(event, (_name, value) => (typeof value === 'string' ? '' : value)));
}
