import fc from 'fast-check';
import { drawSlackMessage } from '../../../../../src/adapters/playground/page/slack/blocks';
import type { Block, SlackMessage } from '../../../../../src/adapters/playground/page/slack/message';
import { readMrkdwn } from '../../../../../src/adapters/playground/page/slack/mrkdwn';
import { formatMoment } from '../../../../../src/adapters/playground/page/time';
import { type Child, type Tree, textOf, tree } from '../../../../../src/adapters/playground/page/tree';
import { renderBlockKit } from '../../../../../src/render/block-kit';
import { escapeMrkdwn, mrkdwnLink } from '../../../../../src/render/block-kit/escape';
import { readFollowUp } from '../../../../../src/reply/follow-up-line';
import { HOSTILE_TEXTS, REPLIES, replyWith } from '../../../../fixtures/replies';

const LABELS = { copy: 'Copy', locale: 'en' } as const;

/** The renderer's own message, as it reaches the page: through JSON. */
function overTheWire(message: unknown): SlackMessage {
  return JSON.parse(JSON.stringify(message));
}

function allTrees(children: readonly Child[]): Tree[] {
  return children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...allTrees(child.children)]));
}

describe('mrkdwn', () => {
  test('is text and links', () => {
    expect(readMrkdwn('Sources\n<https://example.com/?a=1&amp;b=2|R&amp;D &lt;1&gt;> · 2025')).toEqual([
      { kind: 'text', text: 'Sources\n' },
      { kind: 'link', text: 'R&D <1>', url: 'https://example.com/?a=1&b=2' },
      { kind: 'text', text: ' · 2025' },
    ]);
  });

  test.each(['<!channel>', '<@U123>', '<javascript:alert(1)|x>', '<http://example.com|x>', '<https://example.com>'])(
    'leaves %s as text',
    (text) => {
      expect(readMrkdwn(text)).toEqual([{ kind: 'text', text }]);
    },
  );

  test('undoes the renderer’s escaping, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(
          readMrkdwn(escapeMrkdwn(text))
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('finds the renderer’s links, whatever their title', () => {
    const titles = fc.string({ minLength: 1 }).filter((title) => !title.includes('|'));
    fc.assert(
      fc.property(titles, (title) => {
        const url = 'https://learn.microsoft.com/x?a=1&b=2';
        expect(readMrkdwn(mrkdwnLink(title, url))).toEqual([{ kind: 'link', text: title, url }]);
      }),
    );
  });
});

describe('a Slack message', () => {
  test.each(REPLIES)('of the kind %s is drawn whole', (_name, reply) => {
    const trees = drawSlackMessage(overTheWire(renderBlockKit(reply)), LABELS);
    const shown = trees.map(textOf).join('\n');
    expect(shown).toContain(reply.title);
    for (const { label } of reply.actions) expect(shown).toContain(label);
  });

  test.each(HOSTILE_TEXTS)('keeps %j as letters', (text) => {
    const trees = drawSlackMessage(overTheWire(renderBlockKit(replyWith(text))), LABELS);
    expect(trees.map(textOf).join('\n')).toContain(text);
  });

  test('has buttons that carry their follow-up and commands that can be copied', () => {
    const [, reply] = REPLIES[0] ?? [];
    if (reply === undefined) throw new Error('no reply to draw');
    const trees = allTrees(drawSlackMessage(overTheWire(renderBlockKit(reply)), LABELS));
    const pressed = trees.flatMap(({ attributes }) => attributes['data-press'] ?? []).map(readFollowUp);
    const followUps = reply.actions.flatMap((action) => (action.kind === 'follow-up' ? [action.followUp] : []));
    expect(pressed).toEqual(followUps);
    const commands = reply.sections.flatMap((section) => (section.kind === 'step' ? (section.step.command ?? []) : []));
    expect(trees.flatMap(({ attributes }) => attributes['data-copy'] ?? [])).toEqual(commands);
  });

  test('opens links in a tab that learns nothing of the page', () => {
    const trees = allTrees(
      REPLIES.flatMap(([, reply]) => drawSlackMessage(overTheWire(renderBlockKit(reply)), LABELS)),
    );
    const links = trees.filter(({ tag }) => tag === 'a');
    expect(links.length).toBeGreaterThan(0);
    for (const { attributes } of links) {
      expect(attributes).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
      expect(attributes.href).toMatch(/^https:\/\//);
    }
  });

  test.each(['javascript:alert(1)', 'http://example.com'])('makes no link of %s', (url) => {
    const button = { type: 'button', action_id: 'link:x', text: { type: 'plain_text', text: 'x' }, url } as const;
    const trees = allTrees(drawSlackMessage({ blocks: [{ type: 'actions', elements: [button] }] }, LABELS));
    expect(trees.filter(({ tag }) => tag === 'a')).toEqual([]);
  });

  test('shows a moment in the reader’s own time', () => {
    const date = { type: 'date', timestamp: 1_764_000_000, fallback: 'in UTC' } as const;
    const elements = [{ type: 'rich_text_section', elements: [date] }] as const;
    const [block] = drawSlackMessage({ blocks: [{ type: 'rich_text', elements }] }, LABELS);
    expect(allTrees(block === undefined ? [] : [block])).toContainEqual(
      tree('time', { datetime: '2025-11-24T16:00:00.000Z' }, formatMoment(1_764_000_000_000, 'en')),
    );
  });

  test('with a block that it does not know is not drawn in part', () => {
    const unknown = JSON.parse('{"type":"carousel"}') as Block;
    expect(() => drawSlackMessage({ blocks: [unknown] }, LABELS)).toThrow(/carousel/);
  });
});
