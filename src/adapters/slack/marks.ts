/** Marks on somebody's post: reactions, of which ours is one at a time. */

import type { webApi } from '@slack/bolt';
import type { Logger } from '../../ops/logger';
import type { Mark } from '../../outbox/messenger';
import { readFailure } from './failure';

/** The emoji of each mark, by its name without colons; an organization may have its own. */
export type StatusEmoji = Readonly<Record<Mark, string>>;

export const DEFAULT_EMOJI: StatusEmoji = { seen: 'eyes', solved: 'white_check_mark', 'handed-over': 'exclamation' };

/** It is as it should be already, or nothing is left to be marked. */
const AS_GOOD_AS_DONE: readonly string[] = ['already_reacted', 'no_reaction', 'message_not_found', 'thread_locked'];

export interface Marks {
  /** Puts this mark in the place of any other of ours, unless it is the first. Harmless to repeat; rejects with the client's error. */
  put(
    client: webApi.WebClient,
    channel: string,
    messageTs: string,
    wanted: { readonly mark: Mark | undefined; readonly isFirst: boolean },
  ): Promise<void>;
}

export function createMarks({ emoji, logger }: { readonly emoji: StatusEmoji; readonly logger: Logger }): Marks {
  let hasComplained = false;

  /** A mark is an extra: an app without the scope for it answers all the same. */
  function complain(): void {
    if (hasComplained) return;
    hasComplained = true;
    logger.warn(
      {},
      'Slack does not let Hexfix react to posts; give the app the scope reactions:write, or switch marks off in its settings',
    );
  }

  async function change(reacting: Promise<unknown>): Promise<void> {
    try {
      await reacting;
    } catch (error) {
      const { code } = readFailure(error);
      if (AS_GOOD_AS_DONE.includes(code)) return;
      if (code !== 'missing_scope') throw error;
      complain();
    }
  }

  return {
    async put({ reactions }, channel, timestamp, { mark, isFirst }) {
      const wanted = mark === undefined ? undefined : emoji[mark];
      // First the new one, so that the post is not without any while Slack is slow.
      if (wanted !== undefined) await change(reactions.add({ channel, timestamp, name: wanted }));
      // Taking a mark off counts for more than putting one on.
      if (isFirst) return;
      const others = new Set(Object.values(emoji).filter((name) => name !== wanted));
      for (const name of others) await change(reactions.remove({ channel, timestamp, name }));
    },
  };
}
