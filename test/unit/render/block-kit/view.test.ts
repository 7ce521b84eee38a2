import { renderHits, renderHome, renderReplyModal } from '../../../../src/render/block-kit';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';
import { findViewFault } from '../../../fixtures/slack/view-rules';

const SEARCH = { label: '搜索错误代码', hint: '代码，或者错误消息中的字词' };
const FOLLOW_UP = { v: 1, move: 'answer', locale: 'en', codes: [] } as const;
const HIT = { code: '0xC004F074', title: 'No key server', text: 'It cannot be reached.' };
const hit = (change: object = {}) => ({ ...HIT, followUp: { ...FOLLOW_UP, codes: [] }, ...change });

test.each([FOUND_EN, FOUND_ZH])('a page is one that Slack takes, with its title before the search', (reply) => {
  const view = renderHome(reply, SEARCH, { place: 'here' });
  expect(findViewFault(view, 'home')).toBeUndefined();
  expect(view.blocks.map(({ type }) => type).slice(0, 2)).toEqual(['header', 'input']);
  expect(JSON.stringify(view)).toContain(SEARCH.label);
});

test.each([FOUND_EN, FOUND_ZH])('a reply in a modal is one that Slack takes, with all of its buttons', (reply) => {
  const view = renderReplyModal(reply, { place: 'here' });
  expect(findViewFault(view)).toBeUndefined();
  for (const { label } of reply.actions) expect(JSON.stringify(view.blocks)).toContain(label);
});

test('carries what the adapter wants back', () => {
  expect(renderReplyModal(FOUND_EN, { place: 'here' }).private_metadata).toBe('{"place":"here"}');
});

test('hits are told apart by their buttons', () => {
  const view = renderHits([hit(), hit({ code: '0x8007232B' })], {});
  expect(findViewFault(view)).toBeUndefined();
  expect(JSON.stringify(view).match(/go:hit-\d/g)).toEqual(['go:hit-1', 'go:hit-2']);
});

test.each<[string, () => unknown]>([
  ['a search without a label', () => renderHome(FOUND_EN, { ...SEARCH, label: '' }, {})],
  ['a page that carries too much', () => renderHome(FOUND_EN, SEARCH, { place: 'x'.repeat(3_000) })],
  ['a modal of nothing', () => renderHits([], {})],
  ['a hit that is too long', () => renderHits([hit({ text: 'x'.repeat(3_000) })], {})],
  [
    'more hits than a view holds',
    () =>
      renderHits(
        Array.from({ length: 101 }, () => hit()),
        {},
      ),
  ],
])('does not send %s, which Slack would refuse', (_what, render) => {
  expect(render).toThrow(RangeError);
});
