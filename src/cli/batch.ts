/** `batch`: JSON Lines in, JSON Lines out, in order, however long the input. */

import { z } from 'zod';
import type { Mention } from '../code/mention';
import { matchLocale } from '../i18n/locale';
import { negotiateLocale } from '../i18n/negotiate';
import { takeIn } from '../intake';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { createSymptomSearch } from '../knowledge/search';
import { chooseCodes, standingOf } from '../resolver/order';
import type { Arguments } from './arguments';
import { type ExitCode, type Io, readLines } from './io';
import { wordsFor } from './words';

/** Doors as people name them in a file of messages; true where the bot is addressed. */
const DOORS = {
  message: false,
  channel: false,
  mention: true,
  dm: true,
  direct: true,
  command: true,
  shortcut: true,
  extension: true,
  button: true,
} as const;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().nullish(),
  door: z.enum(Object.keys(DOORS) as [keyof typeof DOORS]).nullish(),
});
type Line = z.infer<typeof lineSchema>;

/** How much output is gathered before it is written. */
const WRITE_AT_LENGTH = 64 * 1024;

/** `hexfix batch [--search]`. Broken lines are named on standard error and skipped; then the exit code is 2. */
export async function batch({ search, lang }: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const words = wordsFor(lang ?? io.locale);
  const answer = search ? createSearcher(knowledge) : createDetector(knowledge, lang);
  let number = 0;
  let broken = 0;
  let output = '';
  for await (const text of readLines(io)) {
    number += 1;
    if (text.trim() === '') continue;
    const line = parseLine(text);
    if ('problem' in line) {
      broken += 1;
      const why = line.problem === 'json' ? words.brokenJson : words.brokenShape(line.problem);
      io.complain(words.brokenLine(number, why));
      continue;
    }
    output += `${JSON.stringify(answer(line))}\n`;
    if (output.length >= WRITE_AT_LENGTH) {
      await io.write(output);
      output = '';
    }
  }
  await io.write(output);
  if (broken > 0) io.complain(words.skipped(broken));
  return broken > 0 ? 2 : 0;
}

/** The line, or what is wrong with it: `json`, or the name of the field. */
function parseLine(text: string): Line | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'json' };
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success ? parsed.data : { problem: parsed.error.issues[0]?.path.join('.') || 'id' };
}

/** What the bot would make of each message. */
function createDetector(knowledge: KnowledgeBase, chosen: Arguments['lang']) {
  return ({ id, text, lang, door }: Line) => {
    const { mentions, verdict, diagnosis, text: redacted } = takeIn(text, DOORS[door ?? 'message'], knowledge);
    const locale = negotiateLocale({ chosen: matchLocale(lang ?? undefined) ?? chosen, text: redacted });
    const [lead = null] = chooseCodes(mentions, knowledge, diagnosis).codes;
    return {
      id,
      codes: mentions.map((mention) => describe(mention, knowledge)),
      answers: verdict.speak,
      lead: verdict.speak ? lead : null,
      locale,
    };
  };
}

function describe(mention: Mention, knowledge: KnowledgeBase) {
  const { code, confidence, span } = mention;
  return { code, as: standingOf(mention, knowledge), confidence, span };
}

function createSearcher(knowledge: KnowledgeBase) {
  const symptoms = createSymptomSearch(knowledge);
  return ({ id, text }: Line) => ({ id, hits: symptoms.search(text) });
}
