/**
 * Posts whose case this process knows to be stored. Platforms send a post again within minutes, and Slack tells of each mention
 * twice: the store need not be asked about those. After a restart, or by another process, it is.
 */

import { LRUCache } from 'lru-cache';
import { postKey } from './keys';
import { isForOneAlone } from './speak';
import type { Inbound } from './values';

/** Slack sends for the last time after five minutes. */
const KEPT = { max: 10_000, ttl: 10 * 60 * 1_000 };

export interface Answered {
  has(post: Inbound): boolean;
  /** To be told once the case of the post is stored. */
  add(post: Inbound): void;
}

export function createAnswered(): Answered {
  const posts = new LRUCache<string, true>(KEPT);
  // What somebody asks for themselves alone is no post.
  return {
    has: (post) => post.isRestored !== true && !isForOneAlone(post.door) && posts.has(postKey(post)),
    add(post) {
      if (!isForOneAlone(post.door)) posts.set(postKey(post), true);
    },
  };
}
