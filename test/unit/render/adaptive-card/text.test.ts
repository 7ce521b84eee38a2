import fc from 'fast-check';
import { renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { sentence } from '../../../../src/render/adaptive-card/text';
import type { Reply } from '../../../../src/reply/reply';
import type { RichText } from '../../../../src/reply/rich-text';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { HOSTILE_TEXTS } from '../../../fixtures/replies';
import { markdownOf } from './microsoft';

const AT = Date.UTC(2026, 10, 22, 9, 5, 7, 123);
const WHEN = { kind: 'time', text: '2026-11-22 09:05 UTC', atMs: AT } as const;

function triedBy(name: string): RichText {
  return [
    { kind: 'text', text: 'Tried by ' },
    { kind: 'person', id: '29:ana', text: name },
    { kind: 'text', text: ', ' },
    WHEN,
  ];
}

function replyWith(text: RichText): Reply {
  return {
    kind: 'guide',
    locale: 'en',
    title: 'T',
    summary: 'S',
    sections: [
      { kind: 'prose', text },
      { kind: 'list', heading: 'H', items: [{ text, tag: ' (likely)' }] },
      { kind: 'note', tone: 'info', label: 'Note', texts: [text] },
    ],
    actions: [],
  };
}

test('a person is the name alone, letter by letter', () => {
  expect(sentence([{ kind: 'person', id: '29:ana', text: '*Ana* <at>Lee</at>' }])).toEqual({
    type: 'RichTextBlock',
    inlines: ['*Ana* <at>Lee</at>'],
  });
});

test('a moment is written by the reader’s client, without fractions of seconds, which it would not read', () => {
  expect(sentence([WHEN], 'Small', ' (late)')).toEqual({
    type: 'TextBlock',
    text: '{{DATE(2026-11-22T09:05:07Z, SHORT)}} {{TIME(2026-11-22T09:05:07Z)}} (late)',
    wrap: true,
    spacing: 'Small',
  });
});

test('Microsoft’s renderer puts the moment into words', () => {
  const block = sentence(triedBy('Ana'));
  if (block.type !== 'TextBlock') throw new Error('only a TextBlock knows moments');
  const time = new Date(AT).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  expect(markdownOf(block)).toMatch(new RegExp(`^Tried by Ana, .*2026.* ${time}$`));
});

test('a moment may stand wherever a sentence stands', () => {
  const card = renderAdaptiveCard(replyWith(triedBy('Ana')));
  expect(adaptiveCardFaults(card)).toEqual([]);
  expect(JSON.stringify(card).match(/"text":"Tried by Ana, \{\{DATE/g)).toHaveLength(3);
});

test('nothing beside a moment is markup, whatever people are called', () => {
  const hostile = fc.oneof(
    fc.constantFrom<string>(...HOSTILE_TEXTS),
    fc.string({ unit: fc.constantFrom(...'[]()*_~`\\<>&{}#-+>.1 \nab') }),
  );
  fc.assert(
    fc.property(hostile, hostile, (name, next) => {
      const block = sentence([{ kind: 'person', id: '29:x', text: name }, { kind: 'text', text: next }, WHEN]);
      const text = block.type === 'TextBlock' ? block.text : '';
      const before = text.slice(0, text.lastIndexOf('{{DATE'));
      expect(before.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_~[\]<>&{}]/);
      expect(before).not.toMatch(/^\s*([-+#>]|\d+[.)](\s|$))/m);
    }),
  );
});
