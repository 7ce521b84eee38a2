/** The thumbs below an answer, where a platform has none of its own. */

import { toErrorCode } from '../../../../src/code/error-code';
import { renderBlockKit } from '../../../../src/render/block-kit';
import { readFollowUp } from '../../../../src/reply/follow-up-line';
import { stampReply } from '../../../../src/reply/stamp';
import { verdictsOn } from '../../../../src/resolver/personal/feedback-view';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';

const codes = [toErrorCode(0xc004f074)];
const STAMP = { case: 'A'.repeat(22), version: 3 };

it.each([
  ['en', FOUND_EN, 'Helpful', 'Not helpful'],
  ['zh-CN', FOUND_ZH, '有帮助', '没有帮助'],
] as const)('carry the case and the code in view, in words of %s', (locale, reply, helpful, unhelpful) => {
  const shown = renderBlockKit(stampReply({ ...reply, ...verdictsOn({ move: 'answer', locale, codes }) }, STAMP));
  const [element] = shown.blocks.flatMap((block) => (block.type === 'context_actions' ? block.elements : []));
  if (element?.type !== 'feedback_buttons') throw new Error('no thumbs');
  const { positive_button: up, negative_button: down } = element;
  expect([up.text.text, down.text.text]).toEqual([helpful, unhelpful]);
  const carried = { v: 1, locale, codes, ...STAMP };
  expect([up, down].map(({ value }) => readFollowUp(value))).toEqual([
    { ...carried, move: 'helpful' },
    { ...carried, move: 'unhelpful' },
  ]);
});

it.each([
  ['without a code', { move: 'evidence', locale: 'en', codes: [] }],
  ['of several codes', { move: 'answer', locale: 'en', codes: [...codes, toErrorCode(0x8007232b)] }],
  ['where all steps fill the message', { move: 'all-steps', locale: 'en', codes }],
] as const)('are left out %s', (_where, view) => {
  expect(verdictsOn({ ...view, codes: [...view.codes] })).toEqual({});
});
