/**
 * The first thing that happens to a message: hide product keys, find codes, decide whether there is anything to say.
 * Pure and fast, because nearly all messages end here.
 */

import { decideToSpeak, type Verdict } from './cases/policy';
import { detectCodes } from './code/detect';
import type { Mention } from './code/mention';
import { readContext } from './evidence/context';
import { redactProductKeys } from './evidence/redact';
import type { KnowledgeBase } from './knowledge/knowledge-base';

/** What the rest of the bot may know of a message. Its text ends here. */
export interface Intake {
  readonly mentions: readonly Mention[];
  readonly verdict: Verdict;
  /** The message speaks of activating Windows or Office. */
  readonly activation: boolean;
  /** How many product keys were hidden. */
  readonly keys: number;
  /** The text with product keys hidden; its script tells the language. Never store or log it. */
  readonly text: string;
}

/** Reads one message. `isAddressed` is false only for a message that passes by in a channel. */
export function takeIn(message: string, isAddressed: boolean, knowledge: KnowledgeBase): Intake {
  const { text, keys } = redactProductKeys(message);
  const mentions = detectCodes(text, { known: knowledge.codes, asked: isAddressed });
  const verdict = decideToSpeak(isAddressed, mentions, (code) => knowledge.codes.has(code));
  const activation = mentions.length > 0 && readContext(text).activation;
  return { mentions, verdict, activation, keys, text };
}
