import fc from 'fast-check';
import { renderBlockKit } from '../../../../src/render/block-kit';
import { escapeMrkdwn, mrkdwnLink } from '../../../../src/render/block-kit/escape';
import { HOSTILE_TEXTS, replyWith } from '../../../fixtures/replies';

/** Reads mrkdwn as Slack does: `<…>` are tokens, three entities are characters. */
function readMrkdwn(mrkdwn: string): { tokens: string[]; shown: string } {
  const tokens = [...mrkdwn.matchAll(/<([^>]*)>/g)].map(([, token = '']) => token);
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
  return { tokens, shown: mrkdwn.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity) };
}

const hostile = fc.oneof(
  fc.constantFrom<string>(...HOSTILE_TEXTS),
  fc.string({ unit: fc.constantFrom(...'<>&|!@#;*_~`ltgamp \n') }),
  fc.string({ unit: 'grapheme' }),
);

describe('escapeMrkdwn', () => {
  test('escapes the three control characters once', () => {
    expect(escapeMrkdwn('<!channel> & &amp; *b*')).toBe('&lt;!channel&gt; &amp; &amp;amp; *b*');
  });

  test('makes no token of any text, and shows it letter by letter', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readMrkdwn(escapeMrkdwn(text))).toEqual({ tokens: [], shown: text });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('mrkdwnLink', () => {
  test.each([undefined, 'javascript:alert(1)'])('gives the title alone for the address %s', (address) => {
    expect(mrkdwnLink('a < b', address)).toBe('a &lt; b');
  });

  test('is one link to the address, whatever the title and the query', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, query) => {
        const { tokens } = readMrkdwn(mrkdwnLink(title, `https://example.com/?q=${query}`));
        expect(tokens).toHaveLength(1);
        expect(tokens[0]).toMatch(/^https:\/\/example\.com\/\?q=[^|]*\|/);
      }),
    );
  });
});

describe('a message made of hostile text', () => {
  const elementTypes = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'type' in value ? [String(value.type)] : [];
    return [...own, ...Object.values(value).flatMap(elementTypes)];
  };
  const LITERAL = ['rich_text', 'rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
  const OURS = new Set([...LITERAL, 'text', 'emoji', 'header', 'context', 'plain_text', 'mrkdwn', 'actions', 'button']);

  test.each(HOSTILE_TEXTS)('mentions nobody and links to the source alone: %j', (text) => {
    const message = renderBlockKit(replyWith(text));
    expect(elementTypes(message.blocks).filter((type) => !OURS.has(type))).toEqual([]);
    const mrkdwn = message.blocks.flatMap((block) => (block.type === 'context' ? block.elements : []));
    const tokens = mrkdwn.flatMap((element) => (element.type === 'mrkdwn' ? readMrkdwn(element.text).tokens : []));
    expect(tokens.map((token) => token.split('|', 1)[0])).toEqual([
      'https://learn.microsoft.com/troubleshoot/windows-server/licensing-and-activation/error-0xc004f074',
    ]);
    expect(readMrkdwn(message.text)).toEqual({ tokens: [], shown: text });
  });

  test.each(HOSTILE_TEXTS)('shows a command letter by letter: %j', (text) => {
    const elements = renderBlockKit(replyWith(text)).blocks.flatMap((block) =>
      block.type === 'rich_text' ? block.elements : [],
    );
    expect(elements).toContainEqual({ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] });
  });
});
