/** Messages that are a command, done. */

import type { Intake } from '../intake';
import { type Command, readCommand } from './commands';
import { changeMute } from './mute';
import type { Words } from './notes';
import type { BotParts } from './parts';
import type { Inbound } from './values';

/** What to say to a message that is a command, or close to one; what came with it may still hold codes, and they count. */
export async function obeyCommand(
  { text, mentions, diagnosis }: Intake,
  inbound: Inbound,
  parts: Pick<BotParts, 'store' | 'now'>,
): Promise<Words | undefined> {
  const read = mentions.length > 0 || diagnosis !== undefined ? undefined : readCommand(text);
  if (read === undefined) return undefined;
  // No single word that is close to a command tells what is wrong; a test holds the knowledge to that.
  return 'command' in read ? obey(read.command, inbound, parts) : { say: 'usage', nearest: read.nearest };
}

async function obey(command: Command, inbound: Inbound, parts: Pick<BotParts, 'store' | 'now'>): Promise<Words> {
  switch (command) {
    case 'help':
    case 'report':
      return { say: command };
    case 'settings':
    case 'home':
    case 'cases':
      // An answer to a mention stands where others read along.
      return { say: inbound.door === 'mention' ? 'alone' : 'page', page: command };
    case 'mute-hour':
    case 'mute-day':
    case 'mute':
    case 'unmute':
      return { say: 'muted', until: await changeMute(command, inbound, parts) };
  }
}
