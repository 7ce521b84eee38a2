/**
 * The words of the hand-off to a person and of all that is told around a case. In sentences that speak of people and
 * times, `{who}`, `{by}` and `{when}` mark where those go: their text is known only when the reply is sent.
 */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

/** A short message: what happened, why, and what to do. */
interface Aside {
  readonly title: string;
  readonly text: string;
}

/** How a request stands, as a heading and as what is told under it. */
interface Standing {
  readonly label: string;
  readonly text: string;
}

/** `getHelp` and `worked` are the labels of those buttons. */
export interface DeskLabels {
  /** Stands for a name, at the end of a sentence or between marks. */
  readonly somebody: string;

  readonly tried: {
    readonly heading: string;
    readonly earlier: (count: number) => string;
    readonly none: string;
  };

  /** Told on the answer itself. */
  readonly standing: {
    readonly waiting: Standing;
    readonly claimed: Standing;
    readonly closed: (getHelp: string) => Standing;
    readonly solved: Standing;
    /** The request may have got lost, or has. */
    readonly unknown: (getHelp: string) => string;
    readonly refused: (getHelp: string) => string;
  };

  readonly triage: {
    readonly state: string;
    readonly states: {
      readonly waiting: string;
      readonly claimed: string;
      readonly closed: string;
      readonly solved: string;
    };
    readonly method: string;
    readonly otherCodes: string;
    readonly request: string;
    readonly asked: string;
    readonly claimed: string;
    readonly closed: string;
    readonly reopened: string;
    readonly details: string;
    readonly cause: string;
    /** Above what the end of a guide said. */
    readonly guideEnd: string;
    readonly conversation: string;
    readonly moves: {
      readonly claim: string;
      readonly assign: string;
      readonly close: string;
      readonly reopen: string;
    };
  };

  /** Told in the thread when the help desk has done something. */
  readonly notice: {
    readonly claimed: Aside;
    readonly assigned: Aside;
    readonly closed: (getHelp: string) => Aside;
    readonly reopened: Aside;
  };

  readonly handOff: {
    readonly title: string;
    readonly submit: string;
    readonly cancel: string;
    readonly about: string;
    /** Above what the end of a guide asks for. */
    readonly needed: string;
    readonly method: string;
    readonly details: string;
    readonly hint: string;
    /** Where the code may have nothing to do with activation. */
    readonly hintElsewhere: string;
    readonly privacy: string;
    readonly methodError: string;
    readonly tooLong: (longest: number, length: number) => string;
  };

  readonly assign: {
    readonly title: string;
    readonly submit: string;
    readonly cancel: string;
    readonly assignee: string;
    readonly assigneeError: string;
    readonly notHere: string;
  };

  readonly asides: {
    readonly movedOn: Aside;
    readonly copySent: Aside;
    readonly copyAlreadySent: Aside;
    readonly notAllowed: Aside;
    readonly helpAlreadyAsked: string;
    readonly copyNote: string;
    readonly expired: (days: number) => string;
  };

  /** Told in private to whoever has shown a product key. */
  readonly keyWarning: {
    readonly title: string;
    readonly text: string;
    readonly heading: string;
    readonly steps: readonly string[];
    readonly kept: string;
    readonly link: string;
  };

  readonly sheet: {
    readonly title: string;
    readonly heading: string;
    readonly text: string;
    readonly context: string;
    readonly code: string;
    readonly method: string;
    readonly noneTried: string;
    readonly edition: string;
    readonly sinceWhen: string;
    readonly howMany: string;
    readonly output: string;
    readonly add: string;
    /** In the place of those two where the code may have nothing to do with activation. */
    readonly program: string;
    readonly addElsewhere: string;
  };

  readonly digest: {
    readonly title: string;
    readonly titleOf: (days: number) => string;
    readonly answered: string;
    readonly solved: string;
    readonly solvedValue: (solved: number, answered: number, percent: number) => string;
    readonly tooFew: string;
    readonly handedOver: string;
    readonly codes: string;
    readonly unanswered: string;
    readonly steps: string;
    readonly times: (count: number) => string;
    readonly stepCounts: (left: number, helped: number) => string;
    readonly nothing: string;
    readonly howToRead: (worked: string) => string;
  };
}

const CATALOG: Readonly<Record<Locale, DeskLabels>> = { en, 'zh-CN': zhCN };

/** The words of the hand-off in one language. */
export function deskLabelsFor(locale: Locale): DeskLabels {
  return CATALOG[locale];
}
