/** The bot's own words, apart from its knowledge: one typed catalog, filled once for each language. */

import type { ReadingReason } from '../../code/mention';
import type { Locale } from '../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

/** The ways in which the bits of a code speak; its fields have labels of their own. */
type SpokenReason = Exclude<ReadingReason, 'bit-fields'>;

/** Every label. A function's arguments are already in the language of the reply. */
export interface Labels {
  /** Between a label and its value, and between the parts of one line. */
  readonly colon: string;
  readonly separator: string;
  readonly listComma: string;
  /** A word said in passing, behind what it belongs to. */
  readonly aside: (text: string) => string;
  /** The name of the other language, in that language. */
  readonly otherLanguage: string;

  readonly message: { readonly windows: string; readonly documentation: string };
  readonly symbol: string;
  readonly appliesTo: string;
  readonly methods: { readonly mak: string; readonly 'kms-client': string; readonly 'kms-host': string };
  /** The parts of Windows that codes belong to which are not about activation. */
  readonly areas: Readonly<
    Record<
      | 'update'
      | 'servicing'
      | 'setup'
      | 'store'
      | 'apps'
      | 'management'
      | 'sign-in'
      | 'network'
      | 'security'
      | 'drivers'
      | 'blue-screen'
      | 'programs'
      | 'system',
      string
    >
  >;
  readonly causes: string;
  readonly allSteps: string;
  readonly stepOf: (number: number, total: number) => string;
  readonly onlyFor: (methods: string) => string;
  readonly places: {
    readonly client: string;
    readonly 'other-computer': string;
    readonly 'kms-host': string;
    readonly 'hyper-v-host': string;
    readonly 'dns-server': string;
    readonly 'domain-controller': string;
    readonly 'update-server': string;
    readonly network: string;
    readonly 'admin-center': string;
    readonly phone: string;
  };
  /** In which window a command runs, and with whose rights; of a step without a command, only the rights. */
  readonly shells: {
    readonly cmd: { readonly user: string; readonly admin: string };
    readonly powershell: { readonly user: string; readonly admin: string };
  };
  readonly adminRights: string;
  /** Tags behind a statement, brackets included. */
  readonly likely: string;
  readonly guessed: string;
  readonly destructive: string;
  readonly note: string;
  readonly warning: string;
  readonly good: string;
  readonly related: string;
  readonly sources: string;
  readonly retired: string;

  readonly buttons: {
    readonly next: string;
    readonly previous: string;
    readonly worked: string;
    readonly allSteps: string;
    readonly stepByStep: string;
    readonly source: string;
    readonly again: string;
    readonly help: string;
    readonly guide: string;
    readonly goOn: (title: string) => string;
    readonly back: string;
    readonly activation: string;
    readonly showCode: (code: string) => string;
    readonly yesCode: (code: string) => string;
    readonly searchDocs: string;
    readonly didNotHelp: string;
    readonly getHelp: string;
    readonly readings: string;
    readonly meToo: string;
  };

  /** The result of a fix step that people have left behind. */
  readonly notSolved: string;
  readonly method: {
    readonly question: string;
    readonly why: string;
    readonly howToTell: string;
    readonly signs: readonly string[];
    readonly unknown: string;
  };
  /** `getHelp` and `guide` tell what the buttons of those labels do. */
  readonly stuck: {
    readonly title: string;
    readonly text: string;
    readonly getHelp: (getHelp: string) => string;
    readonly guide: (guide: string) => string;
  };

  readonly several: {
    readonly alsoInMessage: string;
    readonly collective: (lead: string, collective: string) => string;
    readonly state: (lead: string, state: string) => string;
    readonly order: (lead: string) => string;
    readonly noEntry: string;
  };

  readonly guess: {
    readonly title: (code: string) => string;
    readonly text: (written: string, code: string) => string;
    readonly compare: string;
  };

  /** `activation` is the label of that button. */
  readonly general: {
    readonly question: (activation: string) => string;
  };

  readonly unknown: {
    readonly title: string;
    readonly titleIn: (component: string) => string;
    readonly text: string;
    readonly component: string;
    /** Above all readings. */
    readonly order: string;
    readonly readings: string;
    /** Why a code may be read so. `inner` is the number inside, `name` a facility or an empty string. */
    readonly reading: Readonly<Record<SpokenReason, (inner: string, name: string) => string>>;
    readonly fields: string;
    readonly severity: string;
    readonly severities: {
      readonly failure: string;
      readonly information: string;
      readonly success: string;
    };
    readonly facility: string;
    readonly facilityValue: (number: number, names: string) => string;
    readonly lowWord: string;
    readonly decimal: string;
    readonly decimalValue: (signed: number, unsigned: number) => string;
    readonly next: string;
  };

  readonly choices: {
    readonly title: string;
    readonly text: string;
    readonly heading: string;
    readonly none: string;
  };

  /** A description without a code. */
  readonly described: {
    readonly fits: string;
    readonly nothingTitle: string;
    readonly nothing: string;
  };

  readonly guide: {
    readonly soFar: string;
    readonly answered: (step: string, answer: string) => string;
    readonly step: (number: number) => string;
    /** Of a step that cannot be undone; a guide shows no warnings that one could point to. */
    readonly destructive: string;
    readonly output: string;
    readonly solved: string;
    readonly handOff: string;
    /** How to pass the case on, by the label of that button. */
    readonly passOn: (getHelp: string) => string;
    readonly next: string;
  };
  readonly worked: { readonly title: string; readonly text: string };
  readonly freshStart: { readonly title: string; readonly text: string };
  readonly help: {
    readonly title: string;
    readonly text: string;
    readonly examples: string;
    readonly exampleCode: string;
    readonly exampleDecimal: string;
    readonly examplePaste: string;
    readonly privacy: string;
  };
  readonly welcome: { readonly title: string; readonly addedBy: (name: string) => string };
}

const CATALOG: Readonly<Record<Locale, Labels>> = { en, 'zh-CN': zhCN };

/** The labels of one language. */
export function labelsFor(locale: Locale): Labels {
  return CATALOG[locale];
}
