/** A reply as a Slack message. Every word is the reply's; this only arranges and escapes. */

import type { ContextBlock, KnownBlock } from '@slack/types';
import type { Reply } from '../../reply/reply';
import { actionBlocks } from './actions';
import { escapeMrkdwn } from './escape';
import { SLACK_LIMITS } from './limits';
import { bold, line, richText } from './rich-text';
import { sectionBlocks } from './sections';
import { verdictBlocks } from './verdicts';

/** What `chat.postMessage` and `chat.update` take, always both: without blocks an update would remove them. */
export interface SlackMessage {
  /** The whole answer: with blocks present, screen readers and notifications read nothing else. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** The message for a reply, complete: nothing is trimmed (a test proves that all our replies fit). */
export function renderBlockKit(reply: Reply): SlackMessage {
  return {
    text: escapeMrkdwn(reply.summary),
    blocks: [
      title(reply.title),
      ...(reply.subtitle === undefined ? [] : [smallPrint(reply.subtitle)]),
      ...reply.sections.flatMap(sectionBlocks),
      ...actionBlocks(reply.actions),
      ...verdictBlocks(reply.verdicts),
    ],
  };
}

/** A header, or a bold line where the title is too long for one: better plain than cut or refused. */
function title(text: string): KnownBlock {
  if (text.length > SLACK_LIMITS.headerText) return richText([line([bold(text)])]);
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

function smallPrint(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}
