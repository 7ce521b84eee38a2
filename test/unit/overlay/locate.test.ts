import { findDoubleKey, findSyntaxFlaw, locate, positionAt } from '../../../src/overlay/locate';

const TEXT = `{
  "code": "0xA0070001",
  "causes": [
    { "text": { "en": "One" } },
    { "text": { "en": "Two", "zh-CN": "二" } }
  ],
  "steps": [{ "id": "restart", "text": { "en": "Go" } }]
}`;

const findDoubleIn = (text: string) => findDoubleKey(text, JSON.parse(text));

describe('locate', () => {
  it.each([
    ['', 1, 1],
    ['code', 2, 3],
    ['causes[0].text', 4, 7],
    ['causes[1].text.zh-CN', 5, 30],
    ['steps[0].id', 7, 15],
    // By the id of an item, as rules about commands tell it.
    ['steps.restart.text', 7, 32],
  ])('finds %j', (path, line, column) => {
    expect(locate(TEXT, path)).toEqual({ line, column });
  });

  it('tells what is missing where it should stand', () => {
    expect(locate(TEXT, 'causes[0].text.zh-CN')).toEqual(locate(TEXT, 'causes[0].text'));
    expect(locate(TEXT, 'causes[7].text')).toEqual(locate(TEXT, 'causes'));
    expect(locate(TEXT, 'nothing')).toEqual({ line: 1, column: 1 });
  });

  it('finds items of a list that is the whole file', () => {
    expect(locate('[\n  {},\n  { "code": 1 }\n]', '[1].code')).toEqual({ line: 3, column: 5 });
  });

  it('takes names that every object inherits for what they are', () => {
    expect(locate('{ "a": 1 }', 'constructor')).toEqual({ line: 1, column: 1 });
    expect(locate('{ "a": 1 }', '__proto__.a')).toEqual({ line: 1, column: 1 });
  });
});

describe('a text that is no JSON', () => {
  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'comma expected'],
    ['{\n  "a": [1, 2,]\n}', 2, 14, 'value expected'],
    ['{ "a": 1 } // why', 1, 12, 'invalid comment token'],
    ['', 1, 1, 'value expected'],
    ['{ "a": "never closed', 1, 8, 'unexpected end of string'],
    ['{ "a": 1', 1, 9, 'close brace expected'],
  ])('%j is told at its place', (text, line, column, words) => {
    expect(() => JSON.parse(text)).toThrow();
    const { offset, what } = findSyntaxFlaw(text);
    expect(positionAt(text, offset)).toEqual({ line, column });
    expect(what).toContain(words);
  });
});

describe('a key that stands twice', () => {
  it('is found in the object that has it twice', () => {
    const text = '{\n  "a": { "x": 1 },\n  "b": { "x": 1, "x": 2 }\n}';
    expect(positionAt(text, findDoubleIn(text)?.offset ?? 0)).toEqual({ line: 3, column: 18 });
  });

  test.each([String.raw`{ "a": "\"b\": 1", "b": 2, "a\\": 3 }`, String.raw`{ "a": ":", ":": { "\\": "\\\":" } }`])(
    'is not seen in the colons, quotes and backslashes of strings: %s',
    (text) => {
      expect(findDoubleIn(text)).toBeUndefined();
      expect(findDoubleIn(text.replace(/^\{/, '{ "z": [{ "x": 1, "x": 2 }],'))?.what).toContain('"x"');
    },
  );

  it('is none where objects side by side share it', () => {
    expect(findDoubleIn('[{ "x": 1 }, { "x": { "x": 2 } }]')).toBeUndefined();
  });
});
