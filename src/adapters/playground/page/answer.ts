/** What the page's server answers, as the page reads it. */

import type { Locale, Localized } from './locale';
import type { SlackMessage } from './slack/message';

/** One answer as both platforms show it. */
export interface Answer {
  readonly kind: string;
  readonly locale: Locale;
  readonly title: string;
  /** An Adaptive Card; the `adaptivecards` package alone looks inside. */
  readonly teams: object;
  readonly slack: SlackMessage;
}

/** What came back: an answer, silence and why, or what went wrong. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'silence'; readonly reason: Localized }
  | { readonly kind: 'problem'; readonly text: Localized };
