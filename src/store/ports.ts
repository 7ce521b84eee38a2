/**
 * What the bot remembers, and nothing else: no message text, no names. The one text that people wrote is what they give
 * the help desk with a request, product keys removed. Every implementation runs the contract suite in `test/contract/`.
 */

import type { CaseHead, CaseMove } from '../cases/case';
import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import type { Settings, StoredLevel } from '../settings/settings';
import type { AtOnce, Effect, NewEffect, Outbox, Pace, Paces } from './outbox-ports';

export type * from './outbox-ports';

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

/**
 * What became of a new case: it was opened, and these of its effects have begun with it. Otherwise it was not. `known`: the
 * post has one already. The others keep it from being opened.
 */
export type OpenResult = { readonly begun: readonly Effect[] } | 'known' | 'cooling-down' | 'enough-said';

/** One case per answered post. Every look-up names the tenant: a case of another one does not exist. */
export interface Cases {
  /**
   * Stores a new case with all that follows from it, or nothing of it. `post` is the hashed key of the post that it answers.
   */
  openCase(
    head: CaseHead,
    post: string,
    append: Omit<Append, 'move'> & {
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
   * Appends a move with all that follows from it, and gives what of that has begun; or nothing of it: `undefined` when the case
   * has another version than `move.version - 1`, because somebody else was faster, or when it is gone.
   */
  appendMove(tenant: string, id: string, append: Append): Promise<Appended | undefined>;
  /** Remembers a message that shows the case; one that is known already stays as it is. */
  addCard(tenant: string, id: string, card: CaseCard): Promise<void>;
  /** Forgets a message that is gone. */
  removeCard(tenant: string, id: string, message: string): Promise<void>;
}

export interface Append {
  readonly move: CaseMove;
  readonly effects: readonly NewEffect[];
  readonly outcomes: readonly Outcome[];
  /** Of the effects, those begin with it whose lane is free and whose turn it is. A store may let none begin so. */
  readonly atOnce?: AtOnce;
}

/** What has begun as a move was appended. */
export interface Appended {
  readonly begun: readonly Effect[];
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
