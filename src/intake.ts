/**
 * The first thing that happens to a message: hide product keys, find codes and pasted output, decide whether there is
 * anything to say. Pure and fast, because nearly all messages end here.
 */

import { decideToSpeak, type Verdict } from './cases/policy';
import { detectCodes } from './code/detect';
import type { Mention } from './code/mention';
import { type Diagnosis, diagnose } from './diagnosis/diagnose';
import { type Method, readContext } from './evidence/context';
import { readFacts } from './evidence/read-facts';
import { redactProductKeys } from './evidence/redact';
import type { KnowledgeBase } from './knowledge/knowledge-base';

/** What the rest of the bot may know of a message. Its text ends here. */
export interface Intake {
  readonly mentions: readonly Mention[];
  readonly verdict: Verdict;
  /** The message speaks of activating Windows or Office. */
  readonly activation: boolean;
  /** The activation method, where it names exactly one. */
  readonly method?: Method;
  /** What the output that was pasted means. */
  readonly diagnosis?: Diagnosis;
  /** How many product keys were hidden. */
  readonly keys: number;
  /** The text with product keys hidden; its script tells the language. Never store or log it. */
  readonly text: string;
}

/** Reads one message. `isAddressed` is false only for a message that passes by in a channel. */
export function takeIn(message: string, isAddressed: boolean, knowledge: KnowledgeBase): Intake {
  const { text, keys, published } = redactProductKeys(message);
  const { codes: known, codesNamed: named } = knowledge;
  const mentions = detectCodes(text, { known, asked: isAddressed, named });
  const verdict = decideToSpeak(isAddressed, mentions, (code) => knowledge.codes.has(code));
  if (mentions.length === 0 && !isAddressed) return { mentions, verdict, activation: false, keys, text };
  const diagnosis = diagnose(readFacts(text), published);
  const { activation, methods } = readContext(text);
  const [method, ...others] = methods;
  const isPlain = method !== undefined && others.length === 0;
  return {
    ...{ mentions, verdict, activation, keys, text },
    ...(isPlain ? { method } : {}),
    ...(diagnosis === undefined ? {} : { diagnosis }),
  };
}
