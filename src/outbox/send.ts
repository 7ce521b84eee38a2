/** One try to send one effect. Whoever calls it may die at any point: what was not recorded comes again. */

import { assertNever } from '../reply/reply';
import type { Effect, Outbox } from '../store/ports';
import { endUnbegun, type MayBegin } from './begin';
import type { FailedTry, TryEnd } from './failed-try';
import type { Messenger } from './messenger';
import type { Composer, Outgoing, TicketSystem } from './outgoing';
import { createPostOnce } from './post-once';
import { triesOf } from './retry';
import { INTERRUPTED, isRefusal, NO_PLATFORM, NO_TICKETS } from './send-failures';
import { callOf, type TurnTaker } from './turns';

/** What goes to a platform. */
type ToPlatform = Exclude<Outgoing, { kind: 'webhook' }>;

/** Tries once, if it may still begin when all is prepared. */
export type Send = (effect: Effect, mayBegin: MayBegin) => Promise<TryEnd>;

export function createSend(parts: {
  readonly store: Pick<Outbox, 'beginEffect'>;
  readonly composer: Composer;
  /** None for a platform that is not configured. */
  readonly messengers: (platform: string) => Messenger | undefined;
  readonly tickets?: TicketSystem;
  readonly takeTurn: TurnTaker['takeTurn'];
  readonly failedTry: FailedTry;
}): Send {
  const { store, composer, messengers, tickets, takeTurn, failedTry } = parts;
  const { tryAgain, giveUp } = failedTry;
  const postOnce = createPostOnce(store.beginEffect, failedTry);

  async function send(effect: Effect, mayBegin: MayBegin): Promise<TryEnd> {
    // The end of the last try is final. Beyond it somebody has died each time, perhaps of this very effect.
    if (effect.attempt > triesOf(effect.kind)) return giveUp(effect, INTERRUPTED);
    let outgoing: Outgoing | undefined;
    try {
      outgoing = await composer.compose(effect);
    } catch (error) {
      return tryAgain(effect, error);
    }
    if (outgoing === undefined) return { kind: 'sent' };
    return outgoing.kind === 'webhook' ? tell(effect, outgoing, mayBegin) : sendInTurn(effect, outgoing, mayBegin);
  }

  async function tell(
    effect: Effect,
    { event }: Extract<Outgoing, { kind: 'webhook' }>,
    mayBegin: MayBegin,
  ): Promise<TryEnd> {
    if (tickets === undefined) return giveUp(effect, NO_TICKETS);
    return sendRepeatably(effect, mayBegin, () => tickets.deliver(event));
  }

  async function sendInTurn(effect: Effect, outgoing: ToPlatform, mayBegin: MayBegin): Promise<TryEnd> {
    const messenger = messengers(effect.platform);
    if (messenger === undefined) return giveUp(effect, NO_PLATFORM);
    // Before a turn is taken that would be lost.
    const end = endUnbegun(effect, mayBegin, failedTry);
    if (end !== undefined) return end;
    if (effect.hasBegun) return sendNow(effect, outgoing, messenger, mayBegin);
    let waitMs: number;
    try {
      waitMs = await takeTurn(effect, callOf(outgoing), messenger);
    } catch (error) {
      return tryAgain(effect, error);
    }
    return waitMs > 0 ? { kind: 'later', inMs: waitMs } : sendNow(effect, outgoing, messenger, mayBegin);
  }

  async function sendNow(
    effect: Effect,
    outgoing: ToPlatform,
    messenger: Messenger,
    mayBegin: MayBegin,
  ): Promise<TryEnd> {
    switch (outgoing.kind) {
      case 'redraw': {
        const { place, message, reply } = outgoing;
        return sendRepeatably(effect, mayBegin, () => messenger.redraw(place, message, reply));
      }
      case 'remove': {
        const { place, message } = outgoing;
        return sendRepeatably(effect, mayBegin, () => messenger.remove(place, message));
      }
      case 'mark': {
        const { place, message, mark, isFirst } = outgoing;
        return sendRepeatably(effect, mayBegin, async () => messenger.mark?.(place, message, mark, isFirst));
      }
      case 'post':
      case 'private':
        return postOnce(effect, outgoing, messenger, mayBegin);
      default:
        return assertNever(outgoing);
    }
  }

  /** Sends what does no harm when it comes twice. */
  async function sendRepeatably(effect: Effect, mayBegin: MayBegin, call: () => Promise<void>): Promise<TryEnd> {
    const end = endUnbegun(effect, mayBegin, failedTry);
    if (end !== undefined) return end;
    try {
      await call();
      return { kind: 'sent' };
    } catch (error) {
      return isRefusal(error) ? giveUp(effect, error) : tryAgain(effect, error);
    }
  }

  return send;
}
