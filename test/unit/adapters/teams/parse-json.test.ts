import fc from 'fast-check';
import { parseJson } from '../../../../src/adapters/teams/parse-json';

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

test('reads what JSON writes, brackets and quotes inside texts included', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
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
