/**
 * Replies that were made before, given again: a resolver is pure, and a help desk's posts are about few codes. They last, so that
 * renderers need not arrange them again either.
 */

import { LRUCache } from 'lru-cache';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { FollowUp } from '../reply/follow-up';
import { freezeWhole } from '../reply/lasting';
import type { Reply } from '../reply/reply';
import type { Resolver, Scene } from './resolve';

/** With what is made of it for one platform, a reply takes some 14 KB. */
const MOST_REPLIES = 1_000;

/** The resolver with a memory; what somebody has written or pasted is never kept in it. */
export function withMemory(resolver: Resolver, knowledge: Pick<KnowledgeBase, 'entries'>): Resolver {
  const replies = new LRUCache<string, Reply>({ max: MOST_REPLIES });
  let { entries } = knowledge;

  function follow(followUp: FollowUp, scene: Scene = {}): Reply {
    const question = questionOf(followUp, scene);
    if (question === undefined) return resolver.follow(followUp, scene);
    // An organization has changed its overlay: all that was made of the old one is out of date.
    if (entries !== knowledge.entries) {
      ({ entries } = knowledge);
      replies.clear();
    }
    let reply = replies.get(question);
    if (reply === undefined) {
      reply = freezeWhole(resolver.follow(followUp, scene));
      replies.set(question, reply);
    }
    return reply;
  }

  return { ...resolver, follow };
}

/** All that a reply depends on, in one line; `undefined` where that is somebody's own. */
function questionOf(followUp: FollowUp, scene: Scene): string | undefined {
  const { move, locale, codes, step, written, procedure, trail, method } = followUp;
  const { progress = [], findings, kmsHost, described, shared, shareable, help, guided } = scene;
  const isOwn = written !== undefined || findings !== undefined || kmsHost !== undefined || progress.length > 0;
  if (isOwn) return undefined;
  const asked = [move, locale, codes, step, procedure, trail, method];
  return JSON.stringify([...asked, described, shared, shareable, help, guided]);
}
