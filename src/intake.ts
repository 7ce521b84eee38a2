/**
 * The first thing that happens to a message: hide product keys, find codes and pasted output, decide whether there is
 * anything to say. Pure and fast, because nearly all messages end here.
 */

import { judgeContent, type Verdict } from './cases/policy';
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
  /** The beginning of the files that came with it, likewise. */
  readonly filesBegin?: string;
}

/** Enough to tell a language by. */
const BEGINNING = 4_000;

/**
 * Reads one message, and the text of the files that came with it as if it had been pasted below; but of a file only codes
 * beyond doubt count, because nobody asks about every number in a log. `isAddressed` is false only for a message that passes
 * by in a channel.
 */
export function takeIn(
  message: string,
  isAddressed: boolean,
  knowledge: KnowledgeBase,
  files: readonly string[] = [],
): Intake {
  return lookOver(message, isAddressed, knowledge, files).read();
}

/** What of a message tells whether anything follows from it. */
export type Glance = Pick<Intake, 'verdict' | 'keys'>;

/** The same in two halves, as from nearly all messages nothing follows: a look, and what reads the rest. */
export function lookOver(
  message: string,
  isAddressed: boolean,
  knowledge: KnowledgeBase,
  files: readonly string[] = [],
): Glance & { readonly read: () => Intake } {
  const { codes: known, codesNamed: named } = knowledge;
  const written = redactProductKeys(message);
  const attached = files.map(redactProductKeys);
  const keys = attached.reduce((sum, file) => sum + file.keys, written.keys);
  const found = [
    ...detectCodes(written.text, { known, asked: isAddressed, named }),
    ...attached.flatMap((file) => detectCodes(file.text, { known, named }).filter(isSure)),
  ];
  const verdict = judgeContent(isAddressed, found, (code) => knowledge.codes.has(code));

  function read(): Intake {
    const { text } = written;
    const mentions = attached.length === 0 ? found : eachOnce(found);
    if (mentions.length === 0 && !isAddressed) return { mentions, verdict, activation: false, keys, text };
    const all = [text, ...attached.map((file) => file.text)].join('\n\n');
    const published = new Set([written, ...attached].flatMap((part) => part.published));
    const diagnosis = diagnose(readFacts(all), [...published]);
    const { activation, methods } = readContext(all);
    const [method, ...others] = methods;
    const isPlain = method !== undefined && others.length === 0;
    return {
      ...{ mentions, verdict, activation, keys, text },
      ...(attached.length > 0 ? { filesBegin: all.slice(text.length, text.length + BEGINNING) } : {}),
      ...(isPlain ? { method } : {}),
      ...(diagnosis === undefined ? {} : { diagnosis }),
    };
  }

  return { verdict, keys, read };
}

function isSure({ confidence }: Mention): boolean {
  return confidence === 'sure';
}

function eachOnce(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(({ code }, index) => mentions.findIndex((other) => other.code === code) === index);
}
