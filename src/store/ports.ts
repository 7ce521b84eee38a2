/**
 * What the bot remembers, and nothing else: no message text, no names. Every implementation runs the contract suite in
 * `test/contract/`.
 */

import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';

/** Our answer to one post: enough to recognize a repeated delivery and to redraw the answer after an edit. */
export interface AnsweredPost {
  readonly codes: readonly ErrorCode[];
  /** The platform's id of our message; absent until the platform has confirmed it. */
  readonly sentId?: string;
}

export interface Store {
  /**
   * Takes a delivery for handling. Returns false when the key was taken before: platforms send the same event again,
   * and two events may tell of one post. Keys are kept for at least 24 hours.
   */
  claimDelivery(key: string, nowMs: number): Promise<boolean>;
  /** Gives a claim back after a failure, so that the platform's next try is handled. */
  releaseDelivery(key: string): Promise<void>;

  findAnswer(post: string): Promise<AnsweredPost | undefined>;
  saveAnswer(post: string, answer: AnsweredPost, nowMs: number): Promise<void>;

  /** The language a person chose by button. */
  findLocale(person: string): Promise<Locale | undefined>;
  saveLocale(person: string, locale: Locale, nowMs: number): Promise<void>;

  /** Deletes what is past its time. Returns the number of rows removed. */
  prune(nowMs: number): Promise<number>;
  close(): Promise<void>;
}
