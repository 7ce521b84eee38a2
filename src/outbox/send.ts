/** One try to send one effect. Whoever calls it may die at any point: what was not recorded comes again. */

import { assertNever } from '../reply/reply';
import type { Effect } from '../store/ports';
import type { FailedTry, TryEnd } from './failed-try';
import type { Messenger } from './messenger';
import type { Composer, Outgoing, TicketSystem } from './outgoing';
import { createPostOnce } from './post-once';
import { triesOf } from './retry';
import { INTERRUPTED, isRefusal, NO_PLATFORM, NO_TICKETS, TOO_LATE } from './send-failures';

/** Tries once; after `beginByMs` nothing is sent any more, as the lease could run out under it. */
export type Send = (effect: Effect, beginByMs: number) => Promise<TryEnd>;

export function createSend(parts: {
  readonly composer: Composer;
  /** None for a platform that is not configured. */
  readonly messengers: (platform: string) => Messenger | undefined;
  readonly tickets?: TicketSystem;
  readonly now: () => number;
  readonly failedTry: FailedTry;
}): Send {
  const { composer, messengers, tickets, now, failedTry } = parts;
  const { tryAgain, giveUp } = failedTry;
  const postOnce = createPostOnce(now, failedTry);

  async function send(effect: Effect, beginByMs: number): Promise<TryEnd> {
    // The end of the last try is final. Beyond it somebody has died each time, perhaps of this very effect.
    if (effect.attempt > triesOf(effect.kind)) return giveUp(effect, INTERRUPTED);
    let outgoing: Outgoing | undefined;
    try {
      outgoing = await composer.compose(effect);
    } catch (error) {
      return tryAgain(effect, error);
    }
    if (outgoing === undefined) return { kind: 'sent' };
    return outgoing.kind === 'webhook'
      ? tell(effect, outgoing, beginByMs)
      : sendToPlatform(effect, outgoing, beginByMs);
  }

  async function tell(
    effect: Effect,
    { event }: Extract<Outgoing, { kind: 'webhook' }>,
    beginByMs: number,
  ): Promise<TryEnd> {
    if (tickets === undefined) return giveUp(effect, NO_TICKETS);
    return sendRepeatably(effect, beginByMs, () => tickets.deliver(event));
  }

  async function sendToPlatform(
    effect: Effect,
    outgoing: Exclude<Outgoing, { kind: 'webhook' }>,
    beginByMs: number,
  ): Promise<TryEnd> {
    const messenger = messengers(effect.platform);
    if (messenger === undefined) return giveUp(effect, NO_PLATFORM);
    switch (outgoing.kind) {
      case 'redraw': {
        const { place, message, reply } = outgoing;
        return sendRepeatably(effect, beginByMs, () => messenger.redraw(place, message, reply));
      }
      case 'remove': {
        const { place, message } = outgoing;
        return sendRepeatably(effect, beginByMs, () => messenger.remove(place, message));
      }
      case 'mark': {
        const { place, message, mark } = outgoing;
        return sendRepeatably(effect, beginByMs, async () => messenger.mark?.(place, message, mark));
      }
      case 'post':
      case 'private':
        return postOnce(effect, outgoing, messenger, beginByMs);
      default:
        return assertNever(outgoing);
    }
  }

  /** Sends what does no harm when it comes twice. */
  async function sendRepeatably(effect: Effect, beginByMs: number, call: () => Promise<void>): Promise<TryEnd> {
    if (now() > beginByMs) return tryAgain(effect, TOO_LATE);
    try {
      await call();
      return { kind: 'sent' };
    } catch (error) {
      return isRefusal(error) ? giveUp(effect, error) : tryAgain(effect, error);
    }
  }

  return send;
}
