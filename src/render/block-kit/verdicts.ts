/**
 * The thumbs below an answer.
 * @see https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
 */

import type { ContextActionsBlock } from '@slack/types';
import { writeFollowUp } from '../../reply/follow-up-line';
import type { Reply, Verdict } from '../../reply/reply';

/** The block, or none where there is nothing to judge. */
export function verdictBlocks(verdicts: Reply['verdicts']): ContextActionsBlock[] {
  if (verdicts === undefined) return [];
  const { helpful, unhelpful } = verdicts;
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'go:verdict',
          positive_button: button(helpful),
          negative_button: button(unhelpful),
        },
      ],
    },
  ];
}

function button({ label, followUp }: Verdict) {
  return { text: { type: 'plain_text' as const, text: label, emoji: false }, value: writeFollowUp(followUp) };
}
