/** Whether to speak, and to whom: what every door asks. */

import type { ErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';
import type { Manners } from '../settings/manners';

/** What a message holds, whoever sees it where: worth an answer or not. The terminal puts words to the reasons. */
export type Verdict =
  | { readonly speak: true; readonly reason: 'addressed' | 'sure-code' }
  | { readonly speak: false; readonly reason: 'no-code' | 'not-sure' };

/**
 * Who addresses the bot gets an answer, whatever the message holds. A message that merely passes by is answered only
 * for what is an error code beyond doubt, or close to one that we know.
 */
export function judgeContent(
  isAddressed: boolean,
  mentions: readonly Mention[],
  isKnown: (code: ErrorCode) => boolean,
): Verdict {
  if (isAddressed) return { speak: true, reason: 'addressed' };
  if (mentions.length === 0) return { speak: false, reason: 'no-code' };
  const isBeyondDoubt = mentions.some(({ code, confidence }) => confidence === 'sure' || isKnown(code));
  return isBeyondDoubt ? { speak: true, reason: 'sure-code' } : { speak: false, reason: 'not-sure' };
}

/**
 * How something came: `message` passes by in a channel, `mention` addresses the bot where others read along, and
 * everything else is between one person and the bot.
 */
export type Approach = 'message' | 'mention' | 'private';

/** What decides beside the content. */
export interface Occasion {
  readonly approach: Approach;
  /** Another bot wrote it, or this one. */
  readonly isFromBot: boolean;
  /** As the person wrote it, without a mention of the bot before it. */
  readonly text: string;
  readonly manners: Pick<Manners, 'mode' | 'privacy' | 'ignoreMark' | 'isMuted'>;
}

/** Why a message that is worth an answer gets none. */
export type Silence =
  | 'from-bot'
  /** It begins with the mark that says to leave it alone. */
  | 'marked'
  /** The channel is switched off. Who has mentioned the bot there is told so, alone. */
  | 'off'
  | 'mention-only'
  | 'muted'
  /** The same code was answered in the channel a short while ago. Found out last, as only the store knows it. */
  | 'cooling-down'
  /** The bot has spoken up in the channel often enough of late without being asked. Likewise. */
  | 'enough-said';

/** Whether to speak here and now; `writer` means to them alone, with nothing of it in the channel. */
export type Decision =
  | { readonly speak: true; readonly to: 'thread' | 'writer' }
  | { readonly speak: false; readonly reason: Extract<Verdict, { speak: false }>['reason'] | Silence };

/** The one policy of all doors. Between one person and the bot nobody else is disturbed, so only bots are refused. */
export function decideToSpeak(verdict: Verdict, { approach, isFromBot, text, manners }: Occasion): Decision {
  const { mode, privacy, ignoreMark, isMuted } = manners;
  if (isFromBot) return { speak: false, reason: 'from-bot' };
  if (!verdict.speak) return verdict;
  if (approach === 'private') return { speak: true, to: 'thread' };
  if (ignoreMark !== '' && text.trimStart().startsWith(ignoreMark)) return { speak: false, reason: 'marked' };
  if (mode === 'off') return { speak: false, reason: 'off' };
  if (approach === 'message' && mode === 'mention') return { speak: false, reason: 'mention-only' };
  if (approach === 'message' && isMuted) return { speak: false, reason: 'muted' };
  return { speak: true, to: privacy === 'private' ? 'writer' : 'thread' };
}
