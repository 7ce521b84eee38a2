/** Forms sent in: a request for help, or a case assigned to somebody. */

import { deriveCase } from '../cases/case';
import { deskMoves, mayAskForHelp } from '../cases/hand-off';
import { redactProductKeys } from '../evidence/redact';
import { type FollowUp, isPersonalMove, parseFollowUp } from '../reply/follow-up';
import { withoutStamp } from '../reply/stamp';
import { helpAlreadyAsked, movedOn, notAllowed } from '../resolver/desk/asides';
import { readAssign, readHandOff, refuseAssignee } from '../resolver/desk/forms';
import type { StoredCase } from '../store/ports';
import { showGone } from './gone';
import { localeOf } from './manners';
import { moveCase } from './move-case';
import type { BotParts } from './parts';
import { submitPersonal } from './personal-forms';
import { isAtHome, isDesk } from './rights';
import { routeFor } from './routing';
import { deliveryOf, showAnswer, showTriage } from './show-case';
import type { Bot, Submission, SubmitAnswer } from './values';

export function createSubmissions(parts: BotParts): Pick<Bot, 'onSubmit'> {
  const { resolver, store } = parts;

  async function onSubmit(submission: Submission): Promise<SubmitAnswer> {
    const followUp = parseFollowUp(submission.token);
    if (followUp !== undefined && isPersonalMove(followUp.move)) return submitPersonal(submission, followUp, parts);
    if (followUp?.case === undefined) {
      return { aside: resolver.freshStart(await localeOf(submission, parts)) };
    }
    const stored = await store.findCase(submission.tenant, followUp.case);
    if (stored === undefined || stored.head.platform !== submission.platform) return showGone(followUp, parts);
    switch (followUp.move) {
      case 'get-help':
        return isAtHome(stored, submission) ? askForHelp(submission, followUp, stored) : showGone(followUp, parts);
      case 'assign':
        return isDesk(stored, submission)
          ? assign(submission, followUp, stored)
          : { aside: notAllowed(followUp.locale) };
      default:
        return showGone(followUp, parts);
    }
  }

  /** People take their time over a form; what others tried meanwhile does not stand in its way. */
  async function askForHelp(
    { person, values }: Submission,
    followUp: FollowUp,
    { head, moves }: StoredCase,
  ): Promise<SubmitAnswer> {
    const read = readHandOff(values, followUp.locale);
    if ('errors' in read) return { errors: read.errors };
    const { method } = read;
    const details = redactProductKeys(read.details ?? '').text;
    const isTrouble = (await deliveryOf(deriveCase(head, moves), parts)) !== undefined;
    const moved = await moveCase(
      head.tenant,
      head.id,
      ({ handOff }) => {
        if (!mayAskForHelp(handOff) && !(handOff?.state === 'waiting' && isTrouble)) return undefined;
        return {
          person,
          followUp: { ...withoutStamp(followUp), ...(method === undefined ? {} : { method }) },
          ...(details === '' ? {} : { details }),
        };
      },
      parts,
    );
    if (moved !== undefined) return { card: await showAnswer(moved.state, parts), queued: true };
    const now = await store.findCase(head.tenant, head.id);
    if (now === undefined) return showGone(followUp, parts);
    return { aside: helpAlreadyAsked(deriveCase(now.head, now.moves), followUp.locale) };
  }

  async function assign(
    { person, place, values }: Submission,
    followUp: FollowUp,
    { head }: StoredCase,
  ): Promise<SubmitAnswer> {
    const read = readAssign(values, followUp.locale);
    if ('errors' in read) return { errors: read.errors };
    const { assignee } = read;
    // Whoever cannot see the card cannot take over.
    const route = await routeFor(head, parts);
    const isAgent = (await parts.messenger(head.platform)?.isAgent(place, assignee, route)) ?? true;
    if (!isAgent) return { errors: refuseAssignee(followUp.locale) };
    const moved = await moveCase(
      head.tenant,
      head.id,
      ({ handOff }) =>
        handOff !== undefined && deskMoves(handOff).includes('assign')
          ? { person, followUp: withoutStamp(followUp), assignee }
          : undefined,
      parts,
    );
    if (moved !== undefined) return { card: await showTriage(moved.stored, parts), queued: true };
    const now = await store.findCase(head.tenant, head.id);
    if (now === undefined) return showGone(followUp, parts);
    return { card: await showTriage(now, parts), queued: true, aside: movedOn(followUp.locale) };
  }

  return { onSubmit };
}
