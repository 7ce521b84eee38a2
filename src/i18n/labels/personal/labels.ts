/**
 * The words for what one person asks for: commands, their page, their cases, the form for a question, previews of links,
 * thanks for feedback. In sentences that tell a time, `{when}` marks where it goes.
 */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

/** A short message: what happened, why, and what to do. */
interface Aside {
  readonly title: string;
  readonly text: string;
}

export interface PersonalLabels {
  readonly buttons: {
    readonly ask: string;
    readonly cases: string;
    readonly home: string;
    readonly settings: string;
    readonly listenHere: string;
    readonly mentionHere: string;
    readonly muteHour: string;
    readonly muteDay: string;
    readonly mute: string;
    readonly unmute: string;
  };

  readonly home: {
    readonly title: string;
    readonly text: string;
    readonly openCases: string;
    readonly noOpenCases: string;
  };

  readonly search: { readonly label: string; readonly hint: string };

  readonly cases: {
    readonly title: string;
    readonly heading: string;
    readonly earlier: string;
    readonly none: string;
    /** In the place of a title, where no code leads. */
    readonly noCode: string;
    readonly kept: (days: number) => string;
    readonly states: {
      readonly open: string;
      readonly waiting: string;
      readonly claimed: string;
      readonly closed: string;
      readonly solved: string;
    };
    /** Behind a case: how it stands, and since when. */
    readonly since: (state: string) => string;
  };

  readonly ask: {
    readonly title: string;
    readonly submit: string;
    readonly cancel: string;
    readonly question: string;
    readonly hint: string;
    readonly privacy: string;
    readonly empty: string;
    readonly tooLong: (longest: number, length: number) => string;
    readonly sent: Aside;
  };

  readonly commands: {
    readonly title: string;
    /** Above the list, where a word is close to one of it. */
    readonly nearest: (word: string) => string;
    readonly heading: string;
    /** What may be written, and what it does. */
    readonly list: readonly string[];
    /** Said where others read along. */
    readonly forYouAlone: Aside;
  };

  /** What holds now. */
  readonly mute: {
    readonly until: Aside;
    readonly forGood: Aside;
    readonly off: Aside;
  };
  readonly place: {
    readonly listening: Aside;
    readonly mentionOnly: Aside;
    readonly noChannel: Aside;
  };

  readonly source: {
    readonly date: string;
    readonly codes: string;
    readonly more: (count: number) => string;
  };

  readonly feedback: {
    readonly helpful: string;
    readonly unhelpful: string;
    readonly thanks: Aside;
    readonly sorry: Aside;
    /** Counted in the report. */
    readonly counted: string;
    readonly counts: (helpful: number, unhelpful: number) => string;
  };

  readonly welcome: {
    readonly listen: string;
    readonly silence: string;
  };

  /** Questions to begin with; each is answered well. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

const CATALOG: Readonly<Record<Locale, PersonalLabels>> = { en, 'zh-CN': zhCN };

/** The words for one person in one language. */
export function personalLabelsFor(locale: Locale): PersonalLabels {
  return CATALOG[locale];
}
