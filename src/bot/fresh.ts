/**
 * What was just drawn and waits in the outbox. It saves drawing the same once more, and holds what is never stored, such as the
 * name of a host in pasted output: an answer that another process sends has to do without.
 */

import { LRUCache } from 'lru-cache';
import type { Outgoing } from '../outbox/outgoing';

/** Whatever waits longer is drawn from what is stored. */
const KEPT = { max: 1_000, ttl: 60_000 };

export interface Fresh {
  /** `key` is that of the effect. */
  keep(key: string, outgoing: Outgoing): void;
  find(key: string): Outgoing | undefined;
  /** It does not show any more how things stand. */
  forget(key: string): void;
}

export function createFresh(): Fresh {
  const kept = new LRUCache<string, Outgoing>(KEPT);
  return {
    keep: (key, outgoing) => void kept.set(key, outgoing),
    find: (key) => kept.get(key),
    forget: (key) => void kept.delete(key),
  };
}
