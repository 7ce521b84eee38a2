/** The answer to a post: queued together with its case, so that neither is there without the other, and drawn when it is sent. */

import { type CaseHead, deriveCase } from '../cases/case';
import type { Outgoing } from '../outbox/outgoing';
import type { Reply } from '../reply/reply';
import { type FileTrouble, withFileNotes } from '../resolver/desk/file-notes';
import type { Effect, NewEffect, StoredCase } from '../store/ports';
import { laneKey } from './keys';
import { readNote, writeNote } from './notes';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';
import type { Inbound } from './values';

/** Posts the answer of a case below its post; in one thread or chat one after the other. */
export function answerEffect(
  { id, platform, tenant, place, asker }: CaseHead,
  inbound: Inbound,
  files: readonly FileTrouble[],
  version = 0,
): NewEffect {
  const key = answerKey(id, version);
  const lane = laneKey(inbound);
  return {
    ...{ key, kind: 'answer', platform, tenant, caseId: id, version, place, message: asker, lane },
    ...(files.length === 0 ? {} : { note: writeNote({ files }) }),
  };
}

/** After an edit a post may get a second answer, where its first could not be sent. */
export function answerKey(caseId: string, version = 0): string {
  return version === 0 ? `answer:${caseId}` : `answer:${caseId}:${version}`;
}

/** The answer as the case stands; nothing below a post that is gone. */
export async function composeAnswer(
  effect: Effect,
  { head, moves, isPostGone }: StoredCase,
  parts: BotParts,
): Promise<Outgoing | undefined> {
  if (isPostGone) return undefined;
  const { files = [] } = readNote(effect.note);
  return answerOf(effect, withFileNotes(await showAnswer(deriveCase(head, moves), parts), files));
}

/** What the effect sends. */
export function answerOf({ place, message: asker }: NewEffect, reply: Reply): Outgoing {
  return { kind: 'post', place, role: 'answer', reply, ...(asker === undefined ? {} : { asker }) };
}
