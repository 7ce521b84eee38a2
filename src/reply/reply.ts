/**
 * What the bot says, on no platform. Every word is chosen here; a renderer arranges and escapes, and holds no sentence.
 */

import type { Locale } from '../i18n/locale';
import type { FollowUp } from './follow-up';
import type { RichText } from './rich-text';

/** Why the reply looks as it does; adapters and tests branch on it, renderers do not need to. */
export type ReplyKind =
  | 'found'
  | 'several'
  | 'guess'
  | 'unknown'
  | 'readings'
  | 'evidence'
  | 'choices'
  | 'help'
  | 'welcome'
  | 'worked'
  | 'guide'
  | 'method'
  | 'stuck'
  | 'help-sheet'
  | 'triage'
  | 'notice'
  | 'digest'
  | 'home'
  | 'settings'
  | 'source'
  | 'fresh-start';

/** One answer, complete in one language. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly locale: Locale;
  /** A line for the card's head; for a code it begins with the code. */
  readonly title: string;
  /** Smaller print under the title, for example the symbolic name. */
  readonly subtitle?: string;
  /** The whole answer in plain words, for screen readers, notifications and clients without cards. */
  readonly summary: string;
  readonly sections: readonly Section[];
  /** The most useful first: at most six that are not quiet, which is what Teams shows on a card, and four quiet ones. */
  readonly actions: readonly Action[];
  /** What people may say of the answer, for platforms that do not ask of their own accord. Quieter than any action. */
  readonly verdicts?: { readonly helpful: Verdict; readonly unhelpful: Verdict };
}

export interface Verdict {
  readonly label: string;
  readonly followUp: FollowUp;
}

/** One part of a reply. */
export type Section =
  | FactsSection
  | ProseSection
  | ListSection
  | StepSection
  | StepsSection
  | NoteSection
  | SourcesSection;

/** Short labelled values. */
export interface FactsSection {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** A paragraph, with a heading where it needs one. `quote` marks Windows' own words. */
export interface ProseSection {
  readonly kind: 'prose';
  readonly heading?: string;
  readonly text: RichText;
  readonly quote?: boolean;
}

/** Points of equal rank, for example the possible causes. */
export interface ListSection {
  readonly kind: 'list';
  readonly heading: string;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly text: RichText;
  /** A word behind the text, brackets included: " (likely)" or "（可能）". */
  readonly tag?: string;
}

/** One fix step in full. */
export interface StepView {
  /** 1-based, as people count. */
  readonly number: number;
  readonly text: RichText;
  /** Command lines to copy, verbatim. */
  readonly command?: string;
  /** Where and as whom, for example "On the client · as administrator". */
  readonly context: string;
  readonly expect?: RichText;
  /** A caution that must be read first, for example that the step cannot be undone. */
  readonly caution?: string;
  /** As in a list item. */
  readonly tag?: string;
}

/** The step in view, out of `total`. */
export interface StepSection {
  readonly kind: 'step';
  /** For example "Step 2 of 5". */
  readonly heading: string;
  readonly step: StepView;
}

/** All steps at once. */
export interface StepsSection {
  readonly kind: 'steps';
  readonly heading: string;
  readonly steps: readonly StepView[];
}

/** Something to notice. The tone is also said in words: no meaning by color alone. */
export interface NoteSection {
  readonly kind: 'note';
  readonly tone: 'info' | 'warning' | 'success';
  /** The tone in words, for example "Note". */
  readonly label: string;
  /** Paragraphs, at least one. */
  readonly texts: readonly RichText[];
}

/** Where the answer comes from, and what to read on; only a document that the answer rests on bears its date. */
export interface SourcesSection {
  readonly kind: 'sources';
  readonly heading: string;
  readonly sources: readonly { readonly title: string; readonly url?: string; readonly date?: string }[];
}

/** A button. */
export type Action =
  | {
      readonly kind: 'follow-up';
      /** Stable across languages, for ids on the platforms: `next`, `previous`, `worked` … unique within a reply. */
      readonly id: string;
      readonly label: string;
      readonly followUp: FollowUp;
      /** `primary` stands out: what most people press next. `quiet` stands aside: what few need, but must find. */
      readonly emphasis: 'primary' | 'normal' | 'quiet';
      /** The press opens a form; some platforms must know that before. */
      readonly opensForm?: true;
    }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly label: string;
      readonly url: string;
      readonly emphasis?: 'quiet';
    };

/** For a switch that must handle every kind: a new one fails to compile here, and says so should it ever run. */
export function assertNever(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
