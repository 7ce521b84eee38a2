/**
 * Posting, which appears anew each time and so must not be repeated: after a try whose end nobody knows, somebody looks
 * first whether the message is there.
 */

import type { CaseCard, Effect, Outbox } from '../store/ports';
import { endUnbegun, type MayBegin } from './begin';
import type { FailedTry, TryEnd } from './failed-try';
import { type Messenger, type Posted, SendFailure, type Sending } from './messenger';
import type { Outgoing } from './outgoing';
import { INTERRUPTED, isRefusal, LEASE_LOST } from './send-failures';

/** What appears anew with every send. */
export type Post = Extract<Outgoing, { kind: 'post' | 'private' }>;

/** Posts unless `effect` was interrupted and its message is found, or may be there. */
export type PostOnce = (effect: Effect, post: Post, messenger: Messenger, mayBegin: MayBegin) => Promise<TryEnd>;

/** `begin` notes that a message is about to leave, and tells whether it still may. */
export function createPostOnce(begin: Outbox['beginEffect'], failedTry: FailedTry): PostOnce {
  const { tryAgain, lookAgain, risk, giveUp } = failedTry;

  async function lookFirst(effect: Effect, post: Post, messenger: Messenger, mayBegin: MayBegin): Promise<TryEnd> {
    let found: Awaited<ReturnType<typeof look>>;
    try {
      found = await look(messenger, post, effect.key);
    } catch (error) {
      // The store does not forget that it was interrupted: the next try looks as well.
      return tryAgain(effect, error);
    }
    if (found === 'cannot-tell') return giveUp(effect, INTERRUPTED);
    if (found !== 'absent') return sentAs(post, found);
    return send({ ...effect, interrupted: false }, post, messenger, mayBegin);
  }

  async function send(effect: Effect, post: Post, messenger: Messenger, mayBegin: MayBegin): Promise<TryEnd> {
    const end = endUnbegun(effect, mayBegin, failedTry);
    if (end !== undefined) return end;
    let hasLeft = false;
    const leave = async () => {
      if (!effect.hasBegun && !(await begin(effect))) throw LEASE_LOST;
      hasLeft = true;
    };
    try {
      return sentAs(post, await call(messenger, post, { key: effect.key, leave }));
    } catch (error) {
      if (error === LEASE_LOST) return { kind: 'left' };
      if (isRefusal(error)) return giveUp(effect, error);
      const isNotSent = !hasLeft || (error instanceof SendFailure && error.outcome === 'not-sent');
      return isNotSent ? tryAgain(effect, error) : findOut(effect, error, post, messenger);
    }
  }

  /** After a try that has just failed so that the message may be there, or still be on its way. */
  async function findOut(effect: Effect, failure: unknown, post: Post, messenger: Messenger): Promise<TryEnd> {
    const found = await look(messenger, post, effect.key).catch(() => 'absent' as const);
    if (found === 'absent') return lookAgain(effect, failure);
    if (found !== 'cannot-tell') return sentAs(post, found);
    const isAskedFor = failure instanceof SendFailure && failure.outcome === 'repeat';
    return isAskedFor ? risk(effect, failure) : giveUp({ ...effect, interrupted: true }, failure);
  }

  return (effect, ...rest) => (effect.interrupted ? lookFirst(effect, ...rest) : send(effect, ...rest));
}

async function look(messenger: Messenger, post: Post, key: string): Promise<Posted | 'absent' | 'cannot-tell'> {
  // Which chat a private message went to is known only from the answer to it.
  return post.kind === 'private' ? 'cannot-tell' : messenger.findPosted(post.place, key);
}

async function call(messenger: Messenger, post: Post, sending: Sending): Promise<Posted> {
  return post.kind === 'post'
    ? messenger.post(post.place, post.reply, { ...sending, asker: post.asker })
    : messenger.postPrivately(post.near, post.person, post.reply, sending);
}

function sentAs(post: Post, { conversation, place, message }: Posted): TryEnd {
  const role = roleOf(post);
  return role === undefined ? { kind: 'sent' } : { kind: 'sent', card: { role, conversation, place, message } };
}

/** A private message is an answer of its own unless it brings news; of the others, the composer says what they show. */
function roleOf(post: Post): CaseCard['role'] | undefined {
  if (post.kind === 'post') return post.role;
  return post.isNews ? undefined : 'answer';
}
