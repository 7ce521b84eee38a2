/** What is to be sent and what became of it, and how often something may be sent: what the outbox asks of the store. */

import type { CaseCard } from './ports';

/**
 * Something to send that nobody waits for.
 * `answer` answers a post in its thread, and `words` says there what no card is needed for. `redraw` brings a card up to
 * date, `triage` posts the card at the help desk, `notice` tells the requester in the thread, `copy` gives somebody an
 * answer in private, `webhook` tells the ticket system, `digest` posts the weekly report, `key-warning` tells the writer of
 * a post in private that it shows a product key. `private-answer` gives the writer the answer alone, `share` puts a private
 * answer into the channel, `remove` takes a card away, `mark` brings the mark on the post up to date, and `told-privately`
 * says in the thread, where there are no marks, that the writer was answered alone. `not-delivered` tells somebody in
 * private what could not be sent, `switched-off` that the bot is off in the channel where they mentioned it.
 */
export type EffectKind =
  | 'answer'
  | 'words'
  | 'redraw'
  | 'triage'
  | 'notice'
  | 'copy'
  | 'webhook'
  | 'digest'
  | 'key-warning'
  | 'private-answer'
  | 'share'
  | 'remove'
  | 'mark'
  | 'told-privately'
  | 'not-delivered'
  | 'switched-off';

export interface NewEffect {
  /** The same intent has the same key, so that it is stored once. */
  readonly key: string;
  readonly kind: EffectKind;
  readonly platform: string;
  readonly tenant: string;
  /** Empty for a digest; of what a post without a case gives rise to the key of the post, which no case has. */
  readonly caseId: string;
  /** The version of the case that gave rise to it; of a digest the week, without a case the place of the language. */
  readonly version: number;
  /** Where to send, for the adapter; empty for a webhook. */
  readonly place: string;
  /** The message to redraw or to take away; without a case, the person to tell. */
  readonly message?: string;
  /**
   * Effects of one lane go one after the other, in the order of their queueing. By default those of a kind and case; what
   * belongs to no case waits for nothing.
   */
  readonly lane?: string;
  /** JSON of a few words that the bot chose from, never anything that a person wrote. */
  readonly note?: string;
}

/**
 * How new effects begin together with what they follow from, so that nobody has to take them, and their leaving is noted
 * already.
 */
export interface AtOnce {
  readonly leaseMs: number;
  /** By the keys of the effects, the paces of their calls. What is not named here is only queued. */
  readonly paces: ReadonlyMap<string, readonly Pace[]>;
}

/** An effect taken for sending. */
export interface Effect extends NewEffect {
  /** 1 for the first try. */
  readonly attempt: number;
  /** Which taking of the effect it is. Only the newest may say what became of it. */
  readonly lease: number;
  /** It has waited for its turn already. */
  readonly hasTurn: boolean;
  /** An earlier try was begun and its end never recorded: it may have been sent. */
  readonly interrupted: boolean;
  /** It began with what it follows from: its turn is taken, and that it leaves is noted. */
  readonly hasBegun?: true;
}

/**
 * What became of a try. `unknown`: it may or may not be there, and nobody can tell. `later`: it was not tried, as its turn
 * comes in so many milliseconds. `code` is a short word for why it failed, safe to show. `asOf` is the version of the case that
 * the card shows, given where nothing is to follow from the end as long as the case stands so.
 */
export type EffectResult =
  | {
      readonly kind: 'sent';
      readonly card?: CaseCard;
      readonly asOf?: number;
      readonly redraw?: readonly NewEffect[];
    }
  | { readonly kind: 'retry'; readonly inMs: number; readonly code?: string }
  | { readonly kind: 'later'; readonly inMs: number }
  | { readonly kind: 'refused' | 'unknown'; readonly code?: string; readonly redraw?: readonly NewEffect[] };

/**
 * What became of the result. `again`: it was recorded, and the effect is due anew, as it was asked for once more meanwhile.
 * `outdated`: nothing was recorded, because the case has moved on since `asOf`, or its post is gone.
 */
export type Finished = 'recorded' | 'again' | 'outdated';

export type EffectState = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown';

export interface EffectClaim {
  readonly leaseMs: number;
  readonly limit: number;
  /** At most so many of one organization, so that it does not keep the others waiting. */
  readonly perTenant: number;
  /** Organizations that are to get nothing now. */
  readonly except: readonly { readonly platform: string; readonly tenant: string }[];
}

/** What an operator may ask for; without `state`, all that did not go well. */
export interface EffectQuery {
  /** What is queued or being sent counts when it has been for longer than this. */
  readonly olderThanMs: number;
  readonly limit: number;
  readonly state?: EffectState;
  readonly kind?: EffectKind;
  readonly platform?: string;
  readonly tenant?: string;
}

/** An effect as an operator sees it. */
export interface EffectRecord extends Pick<NewEffect, 'key' | 'kind' | 'platform' | 'tenant'> {
  readonly state: EffectState;
  readonly attempt: number;
  /** Why the last try failed. */
  readonly code?: string;
  readonly queuedAtMs: number;
  readonly endedAtMs?: number;
}

export interface OutboxStats {
  /** What was sent only where that is asked for: it is nearly everything, and takes as long to count. */
  readonly count: Readonly<Record<Exclude<EffectState, 'sent'>, number>> & { readonly sent?: number };
  /** For how long the oldest effect that nobody has taken has been due; 0 when there is none. */
  readonly oldestDueMs: number;
}

/**
 * What is still to be sent, and what was. Every time is the store's own. A `redraw` or `mark` with a known key is queued
 * again.
 */
export interface Outbox {
  /** Queues effects that are due at once. */
  addEffects(effects: readonly NewEffect[]): Promise<void>;
  /**
   * Takes effects that are due, oldest first, for a time: until then nobody else gets them. Of one lane only the oldest
   * unfinished effect is given.
   */
  claimEffects(claim: EffectClaim): Promise<readonly Effect[]>;
  /**
   * To be called right before something leaves that must not leave twice: whoever takes it after a crash knows that it may
   * be there. False when the lease was lost, and nothing may leave.
   */
  beginEffect(effect: Effect): Promise<boolean>;
  /** Records the result of the try; without effect when the lease was lost to another taker. */
  finishEffect(effect: Effect, result: EffectResult): Promise<Finished>;
  /** Gives back what was taken and not begun: it is due at once, and the try does not count. */
  releaseEffects(effects: readonly Effect[]): Promise<void>;
  /**
   * Ends all leases: for a process that knows, as it starts, that whoever held them is gone. Nothing is sent twice for that:
   * what had been begun counts as interrupted, and whoever lives after all holds nothing any more.
   */
  endLeases(): Promise<void>;
  /** Milliseconds until the next effect is due, 0 when one is; `undefined` when nothing is left to send. */
  nextDueInMs(): Promise<number | undefined>;
  /** The keys of effects that have not ended yet, at most so many, in no order. */
  listUnfinished(limit: number): Promise<readonly string[]>;
  /** What became of the effect with this key. */
  findEffectState(key: string): Promise<EffectState | undefined>;
  /** What ended as `refused` or `unknown`, and what has waited for too long; the newest first. */
  listEffects(query: EffectQuery): Promise<readonly EffectRecord[]>;
  /** Queues an effect anew that ended so, as if it had never been tried; false when there is none in that state. */
  redeliver(key: string, from: 'refused' | 'unknown'): Promise<boolean>;
  outboxStats(options?: { readonly withSent?: boolean }): Promise<OutboxStats>;
}

/** How often something may be done: `burst` times at once, then once every `everyMs`. */
export interface Pace {
  /** Tells nothing by itself. */
  readonly key: string;
  readonly everyMs: number;
  readonly burst: number;
}

/** Turns, shared by all replicas. */
export interface Paces {
  /**
   * For each request in order: 0 where all of its paces allow it now, and a turn of each is taken; otherwise how long until
   * they do, in milliseconds, and none is taken.
   */
  takeTurns(requests: readonly (readonly Pace[])[]): Promise<readonly number[]>;
  /** Takes a turn if nobody has to wait for it, and tells whether it did. */
  takeTurn(pace: Pace): Promise<boolean>;
}
