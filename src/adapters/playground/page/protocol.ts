/** What the page's server tells, as the page reads it. */

import type { Locale, Localized } from './locale';
import type { Persona } from './settings';
import type { SlackMessage } from './slack/message';

export type ConversationName = 'channel' | 'triage' | `chat-${Persona}`;

/** All conversations as they stand. */
export interface Board {
  readonly revision: string;
  readonly conversations: readonly { readonly name: ConversationName; readonly messages: readonly BoardMessage[] }[];
}

export type Mark = 'seen' | 'solved' | 'handed-over';

/** Somebody's post, or a view that the bot sent. */
export interface BoardMessage {
  readonly id: string;
  /** Rises with every change to the message. */
  readonly revision: number;
  readonly author: Persona | 'hexfix';
  readonly atMs: number;
  /** The post that it replies to. */
  readonly under?: string;
  readonly post?: { readonly text: string; readonly door: string; readonly file?: string };
  /** Why the bot has not answered the post. */
  readonly silence?: Localized;
  /** The bot's mark on the post, as a reaction would be. */
  readonly mark?: Mark;
  readonly view?: View;
}

/** One reply as both platforms show it. */
export interface View {
  readonly kind: string;
  readonly locale: Locale;
  readonly title: string;
  /** The whole reply in plain words. */
  readonly summary: string;
  /** An Adaptive Card; the `adaptivecards` package alone looks inside. */
  readonly teams: object;
  readonly slack: SlackMessage;
}

/** A form to fill in, with what is passed on without being typed as both platforms show it. */
export interface Form {
  readonly locale: Locale;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly fields: readonly FormField[];
  readonly token: unknown;
  readonly teams: object;
  readonly slack: Pick<SlackMessage, 'blocks'>;
  readonly people: readonly { readonly id: string; readonly persona: Persona }[];
}

export type FormField = { readonly id: string; readonly label: string; readonly required: boolean } & (
  | {
      readonly kind: 'text';
      readonly hint: string;
      readonly lines: 'one' | 'many';
      readonly longest: number;
      readonly initial?: string;
    }
  | { readonly kind: 'channel'; readonly hint: string; readonly initial?: string }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: string;
    }
  | { readonly kind: 'person' }
);

/** What a press or a form leads to, beside what the board shows. */
export interface ActAnswer {
  /** What the pressed card shows from now on. */
  readonly card?: View;
  /** For the presser alone. */
  readonly aside?: View;
  /** The language that the press has chosen for its presser. */
  readonly language?: Locale;
  readonly form?: Form;
  /** What to mend in a form, by field. */
  readonly errors?: Readonly<Record<string, string>>;
}
