/** The page's own words. The bot's words come with its answers. */

import type { Locale } from '../locale';
import type { ConversationName, Mark } from '../protocol';
import type { Persona } from '../settings';
import { en } from './en';
import { zhCN } from './zh-cn';

/** Every label that scripts put on the page; the rest stands in the HTML. */
export interface Labels {
  /** Names, as the server puts them into cards. */
  readonly personas: Readonly<Record<Persona, string>>;
  /** In the place of a picture. */
  readonly initials: Readonly<Record<Persona, string>>;
  readonly conversations: Readonly<Record<ConversationName, string>>;
  /** Why the visitor cannot press here. */
  readonly membersOnly: Readonly<Record<Persona, string>>;
  readonly actAs: Readonly<Record<Persona, string>>;
  readonly visibleTo: Readonly<Record<Persona, string>>;
  readonly nothingSaid: string;
  readonly nothingHandedOver: string;
  readonly app: string;
  readonly replies: (count: number) => string;
  readonly attached: (name: string) => string;
  readonly detached: string;
  readonly unreadableFile: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly silent: string;
  /** What a reaction of the bot's means, in words. */
  readonly marks: Readonly<Record<Mark, string>>;
  readonly problem: string;
  readonly mention: string;
  readonly optional: string;
  readonly change: (conversation: string, title: string) => string;
  readonly changes: (count: number) => string;
  readonly threadName: (time: string) => string;
  readonly panelName: (conversation: string, platform: string) => string;
}

const CATALOG: Readonly<Record<Locale, Labels>> = { en, 'zh-CN': zhCN };

export function labelsFor(locale: Locale): Labels {
  return CATALOG[locale];
}
