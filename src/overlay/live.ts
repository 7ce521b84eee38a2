/**
 * Knowledge that changes while the program runs: whoever holds it asks the newest. A change takes effect between two
 * replies, because each reply is made without a pause; a change that is broken takes none.
 */

import { FaultError } from '../errors';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { errorFields } from '../ops/error-fields';
import type { Logger } from '../ops/logger';

export interface LiveKnowledge {
  /** The knowledge as one object that stays, for everybody who keeps it. */
  readonly knowledge: KnowledgeBase;
  /** The knowledge as it is now. */
  current(): KnowledgeBase;
  /** Looks whether anything has changed, and takes it over. Never rejects; a call during another does nothing. */
  poll(): Promise<void>;
}

/** Where the knowledge comes from. */
export interface KnowledgeSource {
  /** Rejects with a `FaultError` when what is there cannot be used. */
  load(): Promise<KnowledgeBase>;
  /** Changes whenever what `load` reads does. */
  mark(): Promise<string>;
}

/** Loads it for the first time. Rejects when that fails. */
export async function createLiveKnowledge(source: KnowledgeSource, logger: Logger): Promise<LiveKnowledge> {
  // Taken before reading: what is written meanwhile is seen as a change afterwards.
  let taken = await source.mark();
  let current = await source.load();
  let seen = taken;
  let isLooking = false;

  async function look(): Promise<void> {
    const mark = await source.mark();
    // Several files are rarely written in one moment: only what has come to rest is read.
    const isAtRest = mark === seen;
    seen = mark;
    if (mark === taken || !isAtRest) return;
    taken = mark;
    current = await source.load();
    logger.info({}, 'The overlay has changed. It is in use from now on.');
  }

  return {
    knowledge: createFacade(() => current),
    current: () => current,

    async poll() {
      if (isLooking) return;
      isLooking = true;
      try {
        await look();
      } catch (error) {
        logger.error(
          error instanceof FaultError ? {} : errorFields(error),
          `The overlay has changed, but it cannot be used. What was in use before stays so.\n${toText(error)}`,
        );
      } finally {
        isLooking = false;
      }
    },
  };
}

function createFacade(current: () => KnowledgeBase): KnowledgeBase {
  return {
    get entries() {
      return current().entries;
    },
    get codes() {
      return current().codes;
    },
    get names() {
      return current().names;
    },
    get procedures() {
      return current().procedures;
    },
    get organization() {
      return current().organization;
    },
    codesNamed: (symbol) => current().codesNamed(symbol),
    find: (code) => current().find(code),
    component: (code) => current().component(code),
    source: (id) => current().source(id),
  };
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
