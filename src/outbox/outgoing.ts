/** What an effect amounts to at the moment of sending: its content is made from the case as it stands then. */

import type { Reply } from '../reply/reply';
import type { CaseCard, Effect, NewEffect } from '../store/ports';
import type { Mark } from './messenger';

/** An event for the ticket system. */
export interface WebhookEvent {
  /** Stays the same over all tries: the receiver's key against doubles. */
  readonly id: string;
  /** For example `hand-off.requested`. */
  readonly type: string;
  /** When it happened, in milliseconds since 1970, not when it is sent; so the body is the same over all tries. */
  readonly atMs: number;
  readonly body: object;
}

export type Outgoing =
  | {
      readonly kind: 'post';
      readonly place: string;
      readonly reply: Reply;
      /** Remember the message as a card of the case. */
      readonly role?: CaseCard['role'];
      /** Whose question it answers. */
      readonly asker?: string;
    }
  | {
      readonly kind: 'private';
      readonly near: string;
      readonly person: string;
      readonly reply: Reply;
      /** News of a case, not an answer of its own: no card of it. */
      readonly isNews?: true;
    }
  | { readonly kind: 'redraw'; readonly place: string; readonly message: string; readonly reply: Reply }
  | { readonly kind: 'remove'; readonly place: string; readonly message: string }
  | {
      readonly kind: 'mark';
      readonly place: string;
      readonly message: string;
      readonly mark: Mark | undefined;
      /** The post bears no other mark of ours. */
      readonly isFirst?: true;
    }
  | { readonly kind: 'webhook'; readonly event: WebhookEvent };

/** Whoever knows what to say; the bot. */
export interface Composer {
  /** The content of an effect now, or `undefined` when there is nothing left to send, for example as the case is gone. */
  compose(effect: Effect): Promise<Outgoing | undefined>;
  /** The redraws that are due after an effect ended so: a card has come late, or people wait for what was not sent. */
  redrawsAfter(effect: Effect, end: 'sent' | 'refused' | 'unknown', card?: CaseCard): Promise<readonly NewEffect[]>;
}

/** The ticket system, as far as the outbox knows it: tried once, rejects with `SendFailure`. */
export interface TicketSystem {
  deliver(event: WebhookEvent): Promise<void>;
}
