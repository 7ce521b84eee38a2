/** What a post is about: its codes, pasted output, what it describes, or what stands above it in the thread. */

import type { Locale } from '../i18n/locale';
import { type Intake, takeIn } from '../intake';
import { createSymptomSearch } from '../knowledge/search';
import { openingOf } from '../resolver/opening';
import { answeredCodes } from '../resolver/order';
import { readDescription } from '../resolver/symptom-views';
import type { Manners } from '../settings/manners';
import type { Subject } from './case-head';
import { chooseLocale } from './manners';
import type { Words } from './notes';
import type { BotParts } from './parts';
import type { Inbound } from './values';

/** A subject with all that was read of it, or what to say to a post that has none. */
export type Found =
  | { readonly subject: Subject; readonly intake: Intake; readonly locale: Locale }
  | { readonly words: Words };

/** Something to read in a message. */
const WORDS = /[\p{L}\p{N}]/u;

export type FindSubject = (intake: Intake, inbound: Inbound, manners: Manners) => Promise<Found>;

export function createFindSubject(parts: Pick<BotParts, 'knowledge' | 'defaultLocale'>): FindSubject {
  const { knowledge } = parts;
  const symptoms = createSymptomSearch(knowledge);

  async function findSubject(intake: Intake, inbound: Inbound, manners: Manners): Promise<Found> {
    const locale = localeFor(intake, inbound, manners, parts);
    if (hasEvidence(intake)) {
      const choice = answeredCodes(intake.mentions, knowledge, intake.diagnosis);
      return { subject: { ...choice, opening: openingOf(choice, intake.diagnosis, knowledge) }, intake, locale };
    }
    const described = readDescription(intake.text, symptoms);
    if (typeof described !== 'string') return { subject: described, intake, locale };
    const { parent, ...rest } = inbound;
    const above = inbound.door === 'mention' ? await readAbove(intake, parent) : undefined;
    return above === undefined ? { words: { say: described } } : findSubject(above, rest, manners);
  }

  /**
   * A mention in a thread that says nothing itself is about the post that opened it. Words that lead nowhere, such as "what is
   * this?", are so only where there is a code or output above; else they get their own answer. The post was not written to the
   * bot: not every number in it is a code.
   */
  async function readAbove({ text }: Intake, parent: Inbound['parent']): Promise<Intake | undefined> {
    const above = await parent?.();
    if (above === undefined) return undefined;
    const both = takeIn(`${text}\n\n${above}`, true, knowledge);
    if (both.diagnosis !== undefined || takeIn(above, false, knowledge).verdict.speak) return both;
    return WORDS.test(text) ? undefined : { ...both, mentions: [] };
  }

  return findSubject;
}

/** The language to answer a post in. */
export function localeFor(
  intake: Intake,
  { platformLocale }: Inbound,
  manners: Manners,
  parts: Pick<BotParts, 'defaultLocale'>,
): Locale {
  return chooseLocale(manners, { text: writingOf(intake), platform: platformLocale }, parts);
}

/** A remark above a log tells the language of whoever asks; the log, only that of the computer. */
export function writingOf({ text, filesBegin = '' }: Intake): string {
  return text.trim() === '' ? filesBegin : text;
}

function hasEvidence({ mentions, diagnosis }: Intake): boolean {
  return mentions.length > 0 || diagnosis !== undefined;
}
