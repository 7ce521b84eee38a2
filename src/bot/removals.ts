/** What goes when people take something away: a post, or the bot itself. */

import { deriveCase } from '../cases/case';
import type { StoredCase } from '../store/ports';
import { answerKey } from './answers';
import { cardsOf, removal } from './effects';
import { postKey, shareKey } from './keys';
import type { BotParts } from './parts';
import type { Bot } from './values';

export function createRemovals({ store, fresh, now, onEffects }: BotParts): Pick<Bot, 'onDelete' | 'onUninstalled'> {
  /** What one person alone has, and the card at the help desk, stay: somebody may be at work on them. */
  async function takeAway({ head, moves, cards }: StoredCase): Promise<void> {
    for (const { message } of cardsOf('post', cards)) await store.removeCard(head.tenant, head.id, message);
    if (!head.shared) return;
    const state = deriveCase(head, moves);
    await store.addEffects(cardsOf('answer', cards).map((card) => removal(state, card)));
  }

  return {
    async onDelete(post) {
      // Where somebody takes the deletion back, the post is answered as a new one.
      const found = await store.forgetPost(postKey(post));
      if (found === undefined) return;
      fresh.forget({ key: answerKey(found.head.id), version: 0 });
      const shared = await store.findCaseOfPost(shareKey(found.head.id));
      for (const stored of shared === undefined ? [found] : [found, shared]) await takeAway(stored);
      onEffects();
    },

    async onUninstalled({ platform, tenant }, atMs = now()) {
      await store.purge(platform, tenant, atMs);
    },
  };
}
