/** A new case: what is fixed when a post is answered. */

import type { CaseHead } from '../cases/case';
import type { Opening } from '../cases/opening';
import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import type { Intake } from '../intake';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { MethodChoice } from '../reply/follow-up';
import type { Choice } from '../resolver/order';
import { newCaseId } from './keys';
import type { BotParts } from './parts';
import type { Inbound } from './values';

/** What a post is about: the codes, and what the answer begins with. */
export interface Subject extends Choice {
  readonly opening?: Opening | undefined;
}

/** To whom the answer goes: to all who see the post, or to one person alone, who may put it before all or not. */
export type Audience = { readonly to: 'all' } | { readonly to: 'one'; readonly mayShare: boolean };

export function toHead(
  { platform, tenant, conversation, channel, place, person, door }: Inbound,
  intake: Intake,
  { codes, written, opening }: Subject,
  audience: Audience,
  locale: Locale,
  { knowledge, now }: Pick<BotParts, 'knowledge' | 'now'>,
): CaseHead {
  const method = methodFor(intake, codes, knowledge);
  const isAlone = audience.to === 'one';
  return {
    id: newCaseId(now()),
    platform,
    tenant,
    // Known once it has been posted.
    conversation: isAlone ? '' : conversation,
    ...(channel === undefined ? {} : { channel }),
    place,
    shared: !isAlone && door !== 'dm',
    ...(isAlone && audience.mayShare ? { shareable: true as const } : {}),
    asker: person,
    locale,
    codes,
    activation: intake.activation,
    openedAtMs: now(),
    ...(written === undefined ? {} : { written }),
    ...(method === undefined ? {} : { method }),
    ...(opening === undefined ? {} : { opening }),
  };
}

/** What the message names counts only where the code is seen with it: people also tell what else they run. */
function methodFor(
  { method }: Intake,
  [lead]: readonly ErrorCode[],
  knowledge: KnowledgeBase,
): MethodChoice | undefined {
  const entry = lead === undefined ? undefined : knowledge.find(lead);
  return method !== undefined && entry?.methods.includes(method) ? method : undefined;
}
