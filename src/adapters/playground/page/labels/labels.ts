/** The page's own words. The bot's words come with its answers. */

import type { Locale } from '../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

/** Every label that scripts put on the page; the rest stands in the HTML. */
export interface Labels {
  readonly you: string;
  readonly app: string;
  readonly replies: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly waiting: string;
  readonly silent: string;
  readonly problem: string;
  readonly mention: string;
  readonly answered: (title: string) => string;
  readonly exchangeName: (time: string) => string;
  readonly panelName: (platform: string) => string;
}

const CATALOG: Readonly<Record<Locale, Labels>> = { en, 'zh-CN': zhCN };

export function labelsFor(locale: Locale): Labels {
  return CATALOG[locale];
}
