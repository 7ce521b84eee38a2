/**
 * What the bot remembers, and nothing else: no message text, no names. The one text that people wrote is what they give
 * the help desk with a request, product keys removed. Every implementation runs the contract suite in `test/contract/`.
 */

import type { CaseHead, CaseMove } from '../cases/case';
import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import type { Settings, StoredLevel } from '../settings/settings';

export interface Store
  extends Deliveries,
    Cooldowns,
    StoredSettings,
    Cases,
    Outbox,
    Paces,
    Outcomes,
    Installations,
    OAuthStates {
  /** Rejects when the store cannot be reached. A cheap read. */
  ping(): Promise<void>;
  /** How far the store's clock is ahead of ours, in milliseconds. */
  clockSkewMs(): Promise<number>;
  /** Deletes what is past its time. Returns the number of rows removed. */
  prune(nowMs: number): Promise<number>;
  /**
   * Deletes everything of an organization on one platform, installations included, and returns the number of rows: it
   * removed the bot at `atMs`. Nothing goes where it has installed the bot again since: such events come late, doubled
   * and in any order. Keys of deliveries and cooldowns are hashes, which name nobody, and go by themselves within a week.
   */
  purge(platform: string, tenant: string, atMs: number): Promise<number>;
  close(): Promise<void>;
}

/** Which posts were taken for handling. */
export interface Deliveries {
  /**
   * Takes a delivery for handling. Returns false when the key was taken before: platforms send the same event again,
   * and two events may tell of one post. Keys are kept for at least 24 hours.
   */
  claimDelivery(key: string, nowMs: number): Promise<boolean>;
  /** Gives a claim back after a failure, so that the platform's next try is handled. */
  releaseDelivery(key: string): Promise<void>;
}

/** Codes that were answered in a channel a short while ago. */
export interface Cooldowns {
  /**
   * Takes each key that nobody holds, until `nowMs + lastsMs`, and returns whether there was any. With several callers at
   * the same time one takes a key.
   */
  claimCooldown(keys: readonly string[], nowMs: number, lastsMs: number): Promise<boolean>;
}

/** A cooldown that begins with a case; where it is binding and nobody may begin any of it, there is no case either. */
export interface NewCooldown {
  readonly keys: readonly string[];
  readonly lastsMs: number;
  readonly isBinding: boolean;
}

/** Whose settings: of an organization, of one channel in it, or of one person. */
export interface SettingsScope {
  readonly platform: string;
  readonly tenant: string;
  readonly level: StoredLevel;
  /** The channel's id on the platform, or the hashed key of the person; empty for the organization. */
  readonly subject: string;
}

/** What organizations, channels and people have set. */
export interface StoredSettings {
  /** What each of these says, in their order; `{}` for one that says nothing. One round trip. */
  findSettings(scopes: readonly SettingsScope[]): Promise<readonly Settings[]>;
  /** Changes what is named in `change`; `undefined` takes it back, so that the level above counts again. */
  changeSettings(scope: SettingsScope, change: SettingsChange, nowMs: number): Promise<void>;
  /** Every channel or person of an organization that says something, for the terminal. */
  listSettings(platform: string, tenant: string): Promise<readonly { scope: SettingsScope; settings: Settings }[]>;
}

/** By field; `undefined` takes a field back. */
export type SettingsChange = { readonly [Field in keyof Settings]?: Settings[Field] | undefined };

/** An installation with its own credentials. What is sealed only the adapter can open. */
export interface Installation {
  readonly platform: string;
  /** The workspace or, with `isOrganization`, the organization of workspaces that it is for. */
  readonly tenant: string;
  readonly isOrganization: boolean;
  /** The credentials, encrypted; it names the key. */
  readonly sealed: string;
}

export interface Installations {
  findInstallation(platform: string, tenant: string): Promise<Installation | undefined>;
  /** Puts it in the place of an earlier one for the same tenant. */
  saveInstallation(installation: Installation, nowMs: number): Promise<void>;
  /** Puts `sealed` in the place of `was`; false when somebody else has changed it, or it is gone. */
  reseal(platform: string, tenant: string, was: string, sealed: string): Promise<boolean>;
  deleteInstallation(platform: string, tenant: string): Promise<void>;
  listInstallations(platform: string): Promise<readonly Installation[]>;
}

/** Proof that a browser which comes back from a platform has been sent there by us. */
export interface OAuthStates {
  /** `state` is hashed, `cookie` too: whoever reads the store cannot use them. */
  saveState(state: string, cookie: string, endsAtMs: number): Promise<void>;
  /** Takes it once, and tells whether it was there, in time and with this cookie. */
  takeState(state: string, cookie: string, nowMs: number): Promise<boolean>;
}

/**
 * A message that belongs to a case: its answer in a thread or a private chat, its card at the help desk, or the `post` that
 * it answers, which is somebody else's and can only be marked.
 */
export interface CaseCard {
  readonly role: 'answer' | 'triage' | 'post';
  readonly conversation: string;
  /** Where the adapter sends to: opaque here. */
  readonly place: string;
  /** The platform's id of the message. */
  readonly message: string;
}

/** A case as it is stored: the fixed head and the moves, in their order. */
export interface StoredCase {
  readonly head: CaseHead;
  readonly moves: readonly CaseMove[];
  readonly cards: readonly CaseCard[];
  /** The post that it answers was deleted. */
  readonly isPostGone?: true;
}

/** What became of a new case. `known`: the post has one already. The others keep it from being opened. */
export type OpenResult = 'opened' | 'known' | 'cooling-down' | 'enough-said';

/** One case per answered post. Every look-up names the tenant: a case of another one does not exist. */
export interface Cases {
  /**
   * Stores a new case with all that follows from it, or nothing of it. `post` is the hashed key of the post that it answers.
   */
  openCase(
    head: CaseHead,
    post: string,
    append: Pick<Append, 'effects' | 'outcomes'> & {
      readonly cards?: readonly CaseCard[];
      readonly cooldown?: NewCooldown;
      /** The first of these turns that nobody has to wait for is taken with it; where there is none, there is no case. */
      readonly turns?: readonly Pace[];
    },
  ): Promise<OpenResult>;
  /** The post was deleted: gives its case, which nobody finds by the post any more. */
  forgetPost(post: string): Promise<StoredCase | undefined>;
  findCase(tenant: string, id: string): Promise<StoredCase | undefined>;
  findCaseOfPost(post: string): Promise<StoredCase | undefined>;
  /** The case that a message of ours shows. */
  findCaseOfCard(tenant: string, conversation: string, message: string): Promise<StoredCase | undefined>;
  /** The cases that a person has opened, the latest first. */
  findCasesOf(platform: string, tenant: string, person: string, limit: number): Promise<readonly StoredCase[]>;
  /**
   * Appends a move with all that follows from it, or nothing of it: false when the case has another version than
   * `move.version - 1`, because somebody else was faster, or when it is gone.
   */
  appendMove(tenant: string, id: string, append: Append): Promise<boolean>;
  /** Remembers a message that shows the case; one that is known already stays as it is. */
  addCard(tenant: string, id: string, card: CaseCard): Promise<void>;
  /** Forgets a message that is gone. */
  removeCard(tenant: string, id: string, message: string): Promise<void>;
}

export interface Append {
  readonly move: CaseMove;
  readonly effects: readonly NewEffect[];
  readonly outcomes: readonly Outcome[];
}

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
}

/**
 * What became of a try. `unknown`: it may or may not be there, and nobody can tell. `later`: it was not tried, as its turn
 * comes in so many milliseconds. `code` is a short word for why it failed, safe to show.
 */
export type EffectResult =
  | { readonly kind: 'sent'; readonly card?: CaseCard; readonly redraw?: readonly NewEffect[] }
  | { readonly kind: 'retry'; readonly inMs: number; readonly code?: string }
  | { readonly kind: 'later'; readonly inMs: number }
  | { readonly kind: 'refused' | 'unknown'; readonly code?: string; readonly redraw?: readonly NewEffect[] };

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
  readonly count: Readonly<Record<EffectState, number>>;
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
  finishEffect(effect: Effect, result: EffectResult): Promise<void>;
  /** Gives back what was taken and not begun: it is due at once, and the try does not count. */
  releaseEffects(effects: readonly Effect[]): Promise<void>;
  /** Milliseconds until the next effect is due, 0 when one is; `undefined` when nothing is left to send. */
  nextDueInMs(): Promise<number | undefined>;
  /** What became of the effect with this key. */
  findEffectState(key: string): Promise<EffectState | undefined>;
  /** What ended as `refused` or `unknown`, and what has waited for too long; the newest first. */
  listEffects(query: EffectQuery): Promise<readonly EffectRecord[]>;
  /** Queues an effect anew that ended so, as if it had never been tried; false when there is none in that state. */
  redeliver(key: string, from: 'refused' | 'unknown'): Promise<boolean>;
  outboxStats(): Promise<OutboxStats>;
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

/**
 * What happened to people with a code, without saying to whom. `answered`: it was shown; `solved`: it worked, at this
 * step, and no person had been asked before; `not-solved`: people left this step behind; `handed-over`: a person was
 * asked; `no-entry`: nobody here knew it; `helpful` and `unhelpful`: somebody said so of the answer. Of one case each is
 * counted at most once, `not-solved` once a step, the last two once a person.
 */
export type OutcomeKind = 'answered' | 'solved' | 'not-solved' | 'handed-over' | 'no-entry' | 'helpful' | 'unhelpful';

export interface Outcome {
  readonly kind: OutcomeKind;
  readonly code: ErrorCode;
  /** `<step>` of the entry or `<procedure>/<step>`; empty where it is about the code as a whole. */
  readonly step: string;
  readonly locale: Locale;
  readonly platform: string;
  readonly tenant: string;
  readonly atMs: number;
}

export interface OutcomeCount extends Pick<Outcome, 'kind' | 'code' | 'step' | 'locale'> {
  readonly count: number;
}

/** Counters per day, kept longer than the cases that they come from. */
export interface Outcomes {
  countOutcomes(outcomes: readonly Outcome[]): Promise<void>;
  /** The sums of whole days in UTC, from the one of `fromMs` to before the one of `untilMs`; of every tenant, or of one. */
  sumOutcomes(fromMs: number, tenant?: string, untilMs?: number): Promise<readonly OutcomeCount[]>;
}
