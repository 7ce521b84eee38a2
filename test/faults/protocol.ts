/** What the platform's side says to the process of the bot, and what it hears. */

import type { Inbound, Press, Submission } from '../../src/bot';
import type { EffectKind, EffectState, OutcomeCount, StoredCase } from '../../src/store/ports';

export type PlatformKind = 'slack' | 'teams';

export type Database =
  | { readonly kind: 'SQLite'; readonly file: string }
  | { readonly kind: 'PostgreSQL'; readonly url: string };

export interface Opening {
  readonly database: Database;
  readonly platform: PlatformKind;
  /** Where the platform and the ticket system listen. */
  readonly address: string;
  /** So far the bot's clock is ahead. */
  readonly aheadMs: number;
  readonly killAt: number;
}

/** What a platform delivers, and delivers again until it is acknowledged. */
export type Delivery =
  | { readonly kind: 'message'; readonly inbound: Inbound }
  | { readonly kind: 'press'; readonly press: Press }
  | { readonly kind: 'submission'; readonly submission: Submission };

export type Command =
  | { readonly kind: 'open'; readonly opening: Opening }
  | { readonly kind: 'deliver'; readonly delivery: Delivery }
  | { readonly kind: 'settle' }
  | { readonly kind: 'look'; readonly tenant: string }
  | { readonly kind: 'close' };

export interface Request {
  readonly id: number;
  readonly command: Command;
}

export interface Response {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** The answer to `open`. */
export interface Opened {
  /** The keys of what the last process was sending when it died. */
  readonly interrupted: readonly string[];
  /** The keys of what waited, never taken or taken back. */
  readonly waiting: readonly string[];
}

/** The answer to `look`: everything that is stored of one tenant. */
export interface Stored {
  readonly cases: readonly StoredCase[];
  readonly effects: readonly {
    readonly key: string;
    readonly kind: EffectKind;
    readonly caseId: string;
    readonly state: EffectState;
  }[];
  readonly counts: readonly OutcomeCount[];
  /** The points passed since `open`. */
  readonly points: number;
}
