/**
 * The bot: what comes in, whether to speak, what to say. It never calls a platform: adapters hand it values and send
 * what it returns, and the outbox sends what it composes.
 */

import { createFeedback } from './feedback';
import type { BotParts } from './parts';
import { createPersonal } from './personal';
import { createPosts } from './posts';
import { createPresses } from './presses';
import { createRefresh } from './refresh';
import { createRemovals } from './removals';
import { createSubmissions } from './submissions';
import type { Bot } from './values';
import { createWelcome } from './welcome';

export { createComposer } from './compose';
export { digestEffect } from './digest';
export { createFresh } from './fresh';
export type { BotParts } from './parts';
export type * from './values';

export function createBot(parts: BotParts): Bot {
  return {
    ...createPosts(parts),
    ...createPresses(parts),
    ...createSubmissions(parts),
    ...createRemovals(parts),
    ...createRefresh(parts),
    ...createFeedback(parts),
    ...createPersonal(parts),
    ...createWelcome(parts),
  };
}
