/** The words for answers given to one person alone: what is said of them in the channel, and how they get there after all. */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

interface Told {
  readonly title: string;
  readonly text: string;
}

export interface MannersLabels {
  /** What a private answer to a post begins with. */
  readonly privateNote: string;
  /** Said where others read along, so it names neither person nor code. */
  readonly answeredAlone: {
    readonly sent: string;
    readonly refused: Told;
    readonly unknown: Told;
  };
  readonly share: {
    readonly button: string;
    readonly posting: Told;
    readonly already: Told;
    /** Why an answer is not shared: the channel is off, or set to private answers, or there is none. */
    readonly refused: {
      readonly title: string;
      readonly off: string;
      readonly private: string;
      readonly nowhere: string;
    };
    /** What the shared answer begins with. */
    readonly by: string;
    /** For whoever has shared it; `share` is the label of the button. */
    readonly notDelivered: (share: string) => Told;
  };
  /** For who has mentioned the bot where it is off. */
  readonly switchedOff: Told;
}

const CATALOG: Readonly<Record<Locale, MannersLabels>> = { en, 'zh-CN': zhCN };

/** The words for answers to one person alone, in one language. */
export function mannersLabelsFor(locale: Locale): MannersLabels {
  return CATALOG[locale];
}
