/** The one policy of all doors, asked for a post: whether to speak, and to whom. */

import { type Approach, type Decision, decideToSpeak, type Verdict } from '../cases/policy';
import type { Manners } from '../settings/manners';
import type { Door, Inbound } from './values';

/** What may be said to a post. */
export function decide(verdict: Verdict, { door, isFromBot, text }: Inbound, manners: Manners): Decision {
  return decideToSpeak(verdict, { approach: approachOf(door), isFromBot: isFromBot === true, text, manners });
}

/** Whether a post may be spoken of to its writer, whatever it holds: where it would not be answered, not a word is said. */
export function mayWarn(inbound: Inbound, manners: Manners): boolean {
  return wroteIt(inbound.door) && decide({ speak: true, reason: 'addressed' }, inbound, manners).speak;
}

/** Doors that are answered to the one person who used them, in a channel too; each adapter sees to that. */
export function isForOneAlone(door: Door): boolean {
  return approachOf(door) === 'private' && door !== 'dm';
}

function approachOf(door: Door): Approach {
  return door === 'message' || door === 'mention' ? door : 'private';
}

/** By a shortcut or an extension people also ask about what somebody else has written. */
function wroteIt(door: Door): boolean {
  return door !== 'shortcut' && door !== 'extension';
}
