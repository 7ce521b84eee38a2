/** `explain` and `ask`: one question, one answer. */

import { nearestCodes } from '../code/nearest';
import { negotiateLocale } from '../i18n/negotiate';
import { takeIn } from '../intake';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { createSymptomSearch } from '../knowledge/search';
import { renderAdaptiveCard } from '../render/adaptive-card';
import { renderBlockKit } from '../render/block-kit';
import { renderText } from '../render/text';
import { assertNever, type Reply } from '../reply/reply';
import { answerAsked } from '../resolver/asked';
import { chooseCodes } from '../resolver/order';
import { createResolver } from '../resolver/resolve';
import type { Arguments, Form } from './arguments';
import { type ExitCode, type Io, readAll } from './io';
import { UsageError } from './usage-error';
import { wordsFor } from './words';

const MOST_NEAREST = 4;
/** Farther away than this many edits, a suggestion would be noise. */
const FARTHEST = 3;

/** `hexfix explain <code>`: the words are asked for, so every spelling counts. */
export async function explain(
  { rest, lang, form, all }: Arguments,
  knowledge: KnowledgeBase,
  io: Io,
): Promise<ExitCode> {
  const locale = lang ?? io.locale;
  const words = wordsFor(locale);
  const text = rest.join(' ');
  if (text.trim() === '') throw new UsageError(words.needsText('explain'));
  const intake = takeIn(text, true, knowledge);
  const { mentions, diagnosis } = intake;
  const resolver = createResolver(knowledge);
  if (mentions.length === 0) {
    const reply = answerAsked(intake, locale, resolver, createSymptomSearch(knowledge));
    if (reply.kind !== 'help') {
      await io.write(print(reply, form, io));
      return 0;
    }
    const nearest = nearestCodes(text, knowledge.codes, MOST_NEAREST, FARTHEST)
      .map(({ code }) => code)
      .join(', ');
    io.complain([words.notInText(text), ...(nearest === '' ? [] : [words.nearest(nearest)])].join('\n'));
    return 1;
  }
  const { codes, written } = chooseCodes(mentions, knowledge, diagnosis);
  // A guess is a question first, however many steps were asked for.
  const reply =
    all && written === undefined
      ? resolver.follow({ v: 1, move: 'all-steps', locale, codes: codes.slice(0, 1) })
      : resolver.answer({ ...intake, locale, activation: true });
  await io.write(print(reply, form, io));
  return 0;
}

/** `hexfix ask "<message>"`: what the bot would answer to a message that passes by in a channel. */
export async function ask({ rest, lang, form }: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const words = wordsFor(lang ?? io.locale);
  if (rest.length === 0 && io.stdinIsTerminal) throw new UsageError(words.needsText('ask'));
  const message = rest.length > 0 ? rest.join(' ') : await readAll(io);
  if (message.trim() === '') throw new UsageError(words.needsText('ask'));
  const intake = takeIn(message, false, knowledge);
  if (!intake.verdict.speak) {
    if (form === 'json') await io.write(`${JSON.stringify({ answers: false, reason: intake.verdict.reason })}\n`);
    else io.complain(words.silence[intake.verdict.reason]);
    return 1;
  }
  const locale = negotiateLocale({ chosen: lang, text: intake.text, fallback: io.locale });
  const reply = createResolver(knowledge).answer({ ...intake, locale });
  await io.write(print(reply, form, io));
  return 0;
}

function print(reply: Reply, form: Form, { color, width }: Io): string {
  switch (form) {
    case 'text':
      return `${renderText(reply, { color, width })}\n`;
    case 'teams':
      return `${JSON.stringify(renderAdaptiveCard(reply), null, 2)}\n`;
    case 'slack':
      return `${JSON.stringify(renderBlockKit(reply), null, 2)}\n`;
    case 'json':
      return `${JSON.stringify(reply, null, 2)}\n`;
    default:
      return assertNever(form);
  }
}
