/** A short form that opens over the conversation, on no platform: a modal in Slack, a dialog in Teams. */

import type { Locale } from '../i18n/locale';
import type { FollowUp } from './follow-up';
import type { Section } from './reply';

/** One form, complete in one language. */
export interface Form {
  readonly locale: Locale;
  /** At most 24 characters, like the two buttons: Slack takes no more. */
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** What is passed on without being typed: the code, the steps tried. */
  readonly sections: readonly Section[];
  readonly fields: readonly FormField[];
  /** Comes back with what was filled in. As little to be trusted as a button's payload. */
  readonly token: FollowUp;
}

/**
 * What a field asks for; `person` picks somebody who works in the triage channel, `channel` a channel by its id. `initial` is
 * what the field holds when the form opens.
 */
export type FormField = {
  /** Names the value in a submission. */
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
} & (
  | {
      readonly kind: 'text';
      readonly hint: string;
      readonly lines: 'one' | 'many';
      /** In characters. */
      readonly longest: number;
      readonly initial?: string;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: string;
    }
  | { readonly kind: 'person' }
  | { readonly kind: 'channel'; readonly hint: string; readonly initial?: string }
);
