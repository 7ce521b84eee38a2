/**
 * What was just drawn and waits in the outbox. It saves drawing the same once more, and holds what is never stored, such as the
 * name of a host in pasted output: an answer that another process sends has to do without.
 */

import { LRUCache } from 'lru-cache';
import type { Outgoing } from '../outbox/outgoing';
import type { NewEffect } from '../store/ports';

/** Whatever waits longer is drawn from what is stored. */
const KEPT = { max: 1_000, ttl: 60_000 };

/** What it is for: a later version of the case asks for the same effect anew, and for something else to be sent. */
type For = Pick<NewEffect, 'key' | 'version'>;

export interface Fresh {
  keep(effect: For, outgoing: Outgoing): void;
  find(effect: For): Outgoing | undefined;
  /** It does not show any more how things stand. */
  forget(effect: For): void;
}

export function createFresh(): Fresh {
  const kept = new LRUCache<string, Outgoing>(KEPT);
  return {
    keep: (effect, outgoing) => void kept.set(nameOf(effect), outgoing),
    find: (effect) => kept.get(nameOf(effect)),
    forget: (effect) => void kept.delete(nameOf(effect)),
  };
}

function nameOf({ key, version }: For): string {
  return `${key}@${version}`;
}
