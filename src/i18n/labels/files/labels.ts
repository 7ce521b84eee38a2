/** The words for files that came with a message and led to nothing: what happened, why, and what to do. */

import type { Locale } from '../../locale';
import { en } from './en';
import { zhCN } from './zh-cn';

export interface FileLabels {
  readonly 'too-large': string;
  readonly 'too-many': string;
  readonly 'not-text': string;
  /** Of Slack, where the app lacks a scope. */
  readonly 'not-permitted': string;
  /** Of Teams, which hands over files in one kind of chat alone. */
  readonly 'not-handed-over': string;
  readonly 'not-loaded': string;
  /** Of files that were read. */
  readonly 'nothing-found': string;
}

const CATALOG: Readonly<Record<Locale, FileLabels>> = { en, 'zh-CN': zhCN };

/** The words for files in one language. */
export function fileLabelsFor(locale: Locale): FileLabels {
  return CATALOG[locale];
}
