/** Posts that open no case, answered in words of ours: help, pages, what a command has done. */

import { LOCALES, type Locale } from '../i18n/locale';
import type { Outgoing } from '../outbox/outgoing';
import type { Reply } from '../reply/reply';
import { digestView } from '../resolver/desk/digest';
import { type FileTrouble, withFileNotes } from '../resolver/desk/file-notes';
import { makeReport } from '../resolver/desk/report';
import { forYouAloneView, usageView } from '../resolver/personal/command-views';
import { nothingFits } from '../resolver/symptom-views';
import type { Effect, NewEffect } from '../store/ports';
import { laneKey, postKey } from './keys';
import { mutedView } from './mute';
import { readNote, type Words, writeNote } from './notes';
import type { BotParts } from './parts';
import { showPersonal } from './personal-moves';
import type { Inbound, Platform, Who } from './values';

const DAY_MS = 24 * 60 * 60 * 1000;
const REPORT = { days: 30, most: 10 };

/** The words as they are now, for this person. */
export async function say(words: Words, who: Who, locale: Locale, parts: BotParts): Promise<Reply> {
  switch (words.say) {
    case 'help':
      return parts.resolver.help(locale);
    case 'nothing':
      return nothingFits(locale);
    case 'usage':
      return usageView(words.nearest, locale);
    case 'alone':
      return forYouAloneView(words.page, locale);
    case 'page':
      return showPersonal(words.page, who, locale, parts);
    case 'report':
      return report(who, locale, parts);
    case 'muted':
      return mutedView(words.until, locale);
  }
}

/** Posts them below the post; the same post gives rise to that once. */
export function wordsEffect(words: Words, inbound: Inbound, locale: Locale, files: readonly FileTrouble[]): NewEffect {
  const { platform, tenant, place, person } = inbound;
  const post = postKey(inbound);
  const version = LOCALES.indexOf(locale);
  const note = writeNote({ words, ...(files.length === 0 ? {} : { files }) });
  const lane = laneKey(inbound);
  return {
    key: `words:${post}`,
    kind: 'words',
    platform,
    tenant,
    caseId: post,
    version,
    place,
    message: person,
    lane,
    note,
  };
}

/** What such an effect sends. */
export function wordsOf({ place }: NewEffect, reply: Reply): Outgoing {
  return { kind: 'post', place, reply };
}

/** The same, drawn from what the effect tells; `undefined` where it cannot be read. */
export async function composeWords(effect: Effect, parts: BotParts): Promise<Outgoing | undefined> {
  const { platform, tenant, place, message: person = '', version, note } = effect;
  const { words, files = [] } = readNote(note);
  const locale = LOCALES[version];
  if (words === undefined || locale === undefined) return undefined;
  // The store gives back the word that the bot gave it.
  const who = { platform: platform as Platform, tenant, conversation: '', place, person };
  return wordsOf(effect, withFileNotes(await say(words, who, locale, parts), files));
}

async function report(
  { tenant }: Who,
  locale: Locale,
  { store, knowledge, now }: Pick<BotParts, 'store' | 'knowledge' | 'now'>,
): Promise<Reply> {
  // The counters are those of whole days; today is one of them.
  const counts = await store.sumOutcomes(now() - (REPORT.days - 1) * DAY_MS, tenant);
  return digestView(makeReport(counts), knowledge, locale, REPORT);
}
