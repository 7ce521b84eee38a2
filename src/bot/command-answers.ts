/** Messages that are a command, answered. */

import type { Locale } from '../i18n/locale';
import type { Intake } from '../intake';
import type { Reply } from '../reply/reply';
import { digestView } from '../resolver/desk/digest';
import { makeReport } from '../resolver/desk/report';
import { forYouAloneView, usageView } from '../resolver/personal/command-views';
import { type Command, readCommand } from './commands';
import { muteFor } from './mute';
import type { BotParts } from './parts';
import { showPersonal } from './personal-moves';
import type { Inbound } from './values';

const DAY_MS = 24 * 60 * 60 * 1000;
const REPORT = { days: 30, most: 10 };

/** The answer to a message that is a command, or close to one; what came with it may still hold codes, and they count. */
export async function answerCommand(
  { text, mentions, diagnosis }: Intake,
  inbound: Inbound,
  locale: Locale,
  parts: BotParts,
): Promise<Reply | undefined> {
  const read = mentions.length > 0 || diagnosis !== undefined ? undefined : readCommand(text);
  if (read === undefined) return undefined;
  // No single word that is close to a command tells what is wrong; a test holds the knowledge to that.
  return 'command' in read ? obey(read.command, inbound, locale, parts) : usageView(read.nearest, locale);
}

async function obey(command: Command, inbound: Inbound, locale: Locale, parts: BotParts): Promise<Reply> {
  switch (command) {
    case 'help':
      return parts.resolver.help(locale);
    case 'settings':
    case 'home':
    case 'cases':
      // An answer to a mention stands where others read along.
      return inbound.door === 'mention'
        ? forYouAloneView(command, locale)
        : showPersonal(command, inbound, locale, parts);
    case 'report':
      return report(inbound, locale, parts);
    case 'mute-hour':
    case 'mute-day':
    case 'mute':
    case 'unmute':
      return muteFor(command, inbound, locale, parts);
  }
}

async function report(
  { tenant }: Inbound,
  locale: Locale,
  { store, knowledge, now }: Pick<BotParts, 'store' | 'knowledge' | 'now'>,
): Promise<Reply> {
  // The counters are those of whole days; today is one of them.
  const counts = await store.sumOutcomes(now() - (REPORT.days - 1) * DAY_MS, tenant);
  return digestView(makeReport(counts), knowledge, locale, REPORT);
}
