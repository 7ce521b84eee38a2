import fc from 'fast-check';
import { formatJson } from '../../../src/knowledge/format-json';

describe('formatJson', () => {
  test('keeps short texts and lists on one line and spreads the rest', () => {
    const value = {
      code: '0xC004F038',
      title: { en: 'Count', 'zh-CN': '计数' },
      lists: ['a', 'b'],
      steps: [{ id: 'x' }],
      none: [],
    };

    expect(formatJson(value)).toBe(`{
  "code": "0xC004F038",
  "title": { "en": "Count", "zh-CN": "计数" },
  "lists": ["a", "b"],
  "steps": [
    { "id": "x" }
  ],
  "none": []
}
`);
  });

  test('spreads what does not fit on a line', () => {
    const lines = formatJson({ title: { en: 'x'.repeat(60), 'zh-CN': 'y'.repeat(60) } }).split('\n');

    expect(lines).toHaveLength(7);
    expect(lines[2]).toBe(`    "en": "${'x'.repeat(60)}",`);
  });

  test('says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
