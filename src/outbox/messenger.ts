/** What a platform's adapter offers to whoever has something to send that nobody waits for. */

import type { Reply } from '../reply/reply';
import type { Pace } from '../store/ports';

export type { Pace };

/** Our message on the platform. */
export interface Posted {
  readonly conversation: string;
  /** For later redraws. */
  readonly place: string;
  readonly message: string;
}

/** Where the organization wants a case to go instead of the configured channel; a platform takes what is its own. */
export interface Route {
  /** The id of a channel. */
  readonly slack?: string | undefined;
  readonly teams?:
    | { readonly channel: string; readonly tenant: string; readonly serviceUrl?: string | undefined }
    | undefined;
}

/** A mark on somebody's post, for everybody to see, that says nothing of the answer. */
export type Mark = 'seen' | 'solved' | 'handed-over';

/** What somebody may change: `admin` the whole organization, `member` the channels they are in, `guest` only themselves. */
export type Role = 'admin' | 'member' | 'guest';

/** Calls that send reject with `SendFailure`. A place is what the same adapter gave with an inbound message. */
export interface Messenger {
  /** Posts into the thread, channel or chat at `place`. */
  post(place: string, reply: Reply, sending: Sending): Promise<Posted>;
  /** Posts to one person alone, somebody seen at `near`. */
  postPrivately(near: string, person: string, reply: Reply, sending: Sending): Promise<Posted>;
  /** Puts the reply in the place of a message of ours. Harmless to repeat. */
  redraw(place: string, message: string, reply: Reply): Promise<void>;
  /** Takes a message of ours away. One that is gone already is no failure. */
  remove(place: string, message: string): Promise<void>;
  /**
   * Puts our mark on somebody's post in the place of any other mark of ours; `undefined` takes it off. Absent where bots
   * cannot mark. Harmless to repeat. `isFirst`: the post bears no other, so that none has to be looked for.
   */
  mark?(place: string, message: string, mark: Mark | undefined, isFirst?: boolean): Promise<void>;
  /**
   * Looks for the message that bears `key`, after a send whose end nobody knows: `absent` when it is certainly not there.
   * Rejects where looking may work later.
   */
  findPosted(place: string, key: string): Promise<Posted | 'absent' | 'cannot-tell'>;
  /** How fast calls like this one may follow each other, the narrowest pace first; absent where that is no matter. */
  pacesOf?(call: PacedCall): readonly Pace[];
  /** The place of the triage channel for cases at `near`: that of the route, or the configured one if there is any. */
  triagePlace(near: string, route?: Route): string | undefined;
  /** The triage channel for what belongs to no case, and the organization whose it is; none before that is known. */
  digest(): { readonly place: string; readonly tenant: string } | undefined;
  /** Whether the person works in that channel; `true` where that cannot be found out. */
  isAgent(near: string, person: string, route?: Route): Promise<boolean>;
  /** What the person may change at `near`; `member` where that cannot be found out. Never rejects. */
  roleOf(near: string, person: string): Promise<Role>;
  /** Whether messages that do not mention the bot reach it at `near`, as far as installing it has settled that. */
  canListen(near: string): boolean;
  /** An https link that opens a message of ours. Never rejects. */
  linkTo(place: string, message: string): Promise<string | undefined>;
}

/** A message on its way out. */
export interface Sending {
  /** Marks the message, for `findPosted`. */
  readonly key: string;
  /** Whose question it answers, for platforms that show a card to each in their own way. */
  readonly asker?: string | undefined;
  /**
   * To be awaited when all is prepared, right before the request that posts: from then on the message may be there. Where it
   * rejects, nothing may leave.
   */
  leave(): Promise<void>;
}

/** A call as platforms count it; `person` is whom a private message is for. */
export interface PacedCall {
  readonly kind: 'post' | 'redraw' | 'remove' | 'mark' | 'first-mark';
  readonly place: string;
  readonly person?: string;
}

/**
 * What a failed send means: `refused` for good, `not-sent` and worth another try, `unknown`: it may be there, or `repeat`:
 * it may be there too, but the platform asks for another try.
 */
export type SendOutcome = 'refused' | 'not-sent' | 'unknown' | 'repeat';

/** A send that failed. Its message is a short word of the platform's or the network's, safe to log. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';

  constructor(
    readonly outcome: SendOutcome,
    code: string,
    /** How long the platform asks us to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}
