import { renderBlockKit } from '../../../../src/render/block-kit/render';
import { parseFollowUp } from '../../../../src/reply/follow-up';
import { blockKitFaults } from '../../../cards/block-kit-rules';
import { FOUND_EN, FOUND_ZH, REPLIES, WORKED_EN } from '../../../fixtures/replies';

describe('renderBlockKit', () => {
  test.each(REPLIES)('makes a message that Slack accepts: %s', (_, reply) => {
    expect(blockKitFaults(renderBlockKit(reply))).toEqual([]);
  });

  test('says the whole answer in the top-level text', () => {
    expect(renderBlockKit(FOUND_ZH).text).toBe(FOUND_ZH.summary);
    expect(renderBlockKit({ ...FOUND_EN, summary: 'a & b <!channel>' }).text).toBe('a &amp; b &lt;!channel&gt;');
  });

  test('begins with the title as a header and the subtitle in small print', () => {
    expect(renderBlockKit(FOUND_EN).blocks.slice(0, 2)).toEqual([
      { type: 'header', text: { type: 'plain_text', text: FOUND_EN.title, emoji: false } },
      { type: 'context', elements: [{ type: 'plain_text', text: FOUND_EN.subtitle, emoji: false }] },
    ]);
  });

  test('makes a bold line of a title that is too long for a header', () => {
    const title = 'x'.repeat(151);
    expect(renderBlockKit({ ...FOUND_EN, title }).blocks[0]).toMatchObject({
      type: 'rich_text',
      elements: [{ elements: [{ text: title, style: { bold: true } }] }],
    });
  });

  test('shows a command verbatim in a preformatted block', () => {
    const preformatted = renderBlockKit(FOUND_EN)
      .blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
      .filter(({ type }) => type === 'rich_text_preformatted');
    expect(preformatted).toEqual([
      {
        type: 'rich_text_preformatted',
        elements: [
          {
            type: 'text',
            text: 'nslookup -type=srv _vlmcs._tcp.example.com\ncscript %windir%\\system32\\slmgr.vbs /ipk <MAK>',
          },
        ],
      },
    ]);
  });

  test('numbers the steps when all are shown', () => {
    const numbers = JSON.stringify(renderBlockKit(FOUND_ZH)).match(/"text":"\d\. "/g);
    expect(numbers).toEqual(['"text":"1. "', '"text":"2. "']);
  });

  test('says the tone of a note with an emoji and in words', () => {
    expect(renderBlockKit(WORKED_EN).blocks[1]).toMatchObject({
      elements: [{ elements: [{ type: 'emoji', name: 'white_check_mark' }, {}, { text: 'Done' }, {}, {}] }],
    });
  });

  test('links sources in small print', () => {
    expect(JSON.stringify(renderBlockKit(FOUND_EN))).toMatch(
      /<https:\/\/learn\.microsoft\.com\/[^|>]*\|Error 0xC004F074 \(KB 974998\)> · 2026-02-12\\nslerror\.h · 2018-04/,
    );
  });

  test('gives buttons their ids, the follow-up as value and the address of links', () => {
    const buttons = renderBlockKit(FOUND_EN)
      .blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .flatMap((element) => (element.type === 'button' ? [element] : []));
    expect(buttons.map(({ action_id }) => action_id)).toEqual([
      'go:next',
      'go:worked',
      'go:all-steps',
      'go:language',
      'link:source',
    ]);
    expect(buttons.map(({ style }) => style)).toEqual(['primary', undefined, undefined, undefined, undefined]);
    expect(parseFollowUp(buttons[0]?.value)).toMatchObject({ move: 'step', step: 'open-port' });
    expect(buttons[4]?.url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
  });

  test('names people in plain text, so that nobody is pinged', () => {
    const text = [{ kind: 'person', id: 'U0ANA', text: 'Ana <@U0ANA>' }] as const;
    const { blocks } = renderBlockKit({ ...WORKED_EN, sections: [{ kind: 'prose', text }], actions: [] });
    expect(blocks.at(-1)).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Ana <@U0ANA>' }] }],
    });
  });

  test('shows a moment in the reader’s own time, and in UTC to clients that cannot', () => {
    const text = [{ kind: 'time', atMs: 1_764_500_000_999, text: '2025-11-30 10:53 UTC' }] as const;
    const { blocks } = renderBlockKit({ ...WORKED_EN, sections: [{ kind: 'prose', text }], actions: [] });
    const [section] = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
    expect(section?.elements).toEqual([
      {
        type: 'date',
        timestamp: 1_764_500_000,
        format: '{date_short_pretty} {time}',
        fallback: '2025-11-30 10:53 UTC',
      },
    ]);
  });

  test('puts quiet buttons behind the others, links among them', () => {
    const link = { kind: 'link', label: 'Open', url: 'https://example.com' } as const;
    const actions = [
      { ...link, id: 'a', emphasis: 'quiet' },
      { ...link, id: 'b' },
      { ...link, id: 'c', emphasis: 'quiet' },
      { ...link, id: 'd' },
    ] as const;
    const [block] = renderBlockKit({ ...WORKED_EN, actions }).blocks.slice(-1);
    const elements = block?.type === 'actions' ? block.elements : [];
    expect(elements.map(({ action_id }) => action_id)).toEqual(['link:b', 'link:d', 'link:a', 'link:c']);
  });

  test('makes no button of an address that must not be followed', () => {
    const actions = [{ kind: 'link', id: 'x', label: 'Open', url: 'javascript:alert(1)' }] as const;
    expect(renderBlockKit({ ...WORKED_EN, actions }).blocks.map(({ type }) => type)).toEqual(['header', 'rich_text']);
  });
});
