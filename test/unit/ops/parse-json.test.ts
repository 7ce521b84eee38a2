import fc from 'fast-check';
import { parseJson, parseJsonText } from '../../../src/ops/parse-json';

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

/** What has one is read in part only. */
function hasNoForbiddenName(text: string): boolean {
  return !/__proto__|constructor/.test(text);
}

test('reads what JSON writes, brackets and quotes inside texts included', () => {
  fc.assert(
    fc.property(
      fc
        .jsonValue({ maxDepth: 5 })
        .map((value) => JSON.stringify(value))
        .filter(hasNoForbiddenName),
      (text) => {
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      },
    ),
  );
});

test('never throws, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void parseJson(Buffer.from(bytes))));
});

test('reads 64 levels and no more', () => {
  expect(parseJson(Buffer.from(nested(64)))).toBeInstanceOf(Array);
  expect(parseJson(Buffer.from(nested(65)))).toBeUndefined();
});

test('does not count brackets in texts, nor levels beside one another', () => {
  expect(parseJson(Buffer.from(JSON.stringify('['.repeat(100))))).toBe('['.repeat(100));
  expect(parseJson(Buffer.from(JSON.stringify('\\"[{'.repeat(100))))).toBe('\\"[{'.repeat(100));
  expect(parseJson(Buffer.from(`[${Array(100).fill('[{}]').join()}]`))).toHaveLength(100);
});

test.each([
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['half a character', Buffer.from('"你"').subarray(0, 3)],
  ['nothing', Buffer.alloc(0)],
  ['half an object', Buffer.from('{"a":')],
])('gives nothing for %s', (_what, bytes) => {
  expect(parseJson(bytes)).toBeUndefined();
});

describe('names that reach into what every object has', () => {
  test.each([
    '{"__proto__":{"polluted":true},"a":1}',
    '{"\\u005f_proto__":{"polluted":true},"a":1}',
    '{"__pr\\u006Fto__" : {"polluted":true},"a":1}',
    '{"constructor":{"prototype":{"polluted":true}},"a":1}',
    '{"c\\u006fnstructo\\u0072":1,"a":1}',
  ])('are left out of %s', (text) => {
    const value = parseJson(Buffer.from(text));
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('are left out at any depth, and nothing else is', () => {
    const text = '[{"value":{"data":[{"__proto__":1,"kept":"__proto__"}]}},{"constructor":2,"constructors":3}]';
    expect(JSON.stringify(parseJsonText(text))).toBe('[{"value":{"data":[{"kept":"__proto__"}]}},{"constructors":3}]');
  });
});

test('of a name that is there twice the last one counts', () => {
  expect(parseJsonText('{"a":1,"b":2,"a":3}')).toEqual({ a: 3, b: 2 });
});

test('keeps half a surrogate pair as it is', () => {
  expect(parseJsonText('"\\ud83d"')).toBe('\ud83d');
});
