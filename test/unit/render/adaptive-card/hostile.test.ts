import { renderAdaptiveCard } from '../../../../src/render/adaptive-card';
import { HOSTILE_TEXTS, replyWith } from '../../../fixtures/replies';

function collect(value: unknown, pick: (node: object) => string | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = pick(value);
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap((child) => collect(child, pick))];
}

const markdownOf = (node: object) =>
  'type' in node && node.type === 'TextBlock' && 'text' in node ? String(node.text) : undefined;

describe('a card made of hostile text', () => {
  test.each(HOSTILE_TEXTS)('links to the source alone: %j', (text) => {
    const card = renderAdaptiveCard(replyWith(text));
    const links = collect(card.body, markdownOf).flatMap((markdown) => [
      ...markdown.matchAll(/(?<!\\)(?:\\\\)*\]\(([^)]*)\)/g),
    ]);
    expect(links.map(([, address]) => address)).toEqual([
      'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/error-0xc004f074',
    ]);
    expect(collect(card, (node) => ('url' in node ? String(node.url) : undefined))).toEqual([]);
  });

  test.each(HOSTILE_TEXTS)('keeps paragraphs letter by letter where nothing is markup: %j', (text) => {
    const { body } = renderAdaptiveCard(replyWith(text));
    expect(body).toContainEqual({
      type: 'RichTextBlock',
      inlines: [text, { type: 'TextRun', text, fontType: 'Monospace' }],
      spacing: 'Small',
    });
  });
});
