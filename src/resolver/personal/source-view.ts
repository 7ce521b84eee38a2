/** What stands behind a link to one of our sources: its date, and the codes that are explained from it. */

import type { ErrorCode } from '../../code/error-code';
import { labelsFor } from '../../i18n/labels/labels';
import { personalLabelsFor } from '../../i18n/labels/personal/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { type CitedPage, findPage } from '../../knowledge/pages';
import { MOST_CODES } from '../../reply/follow-up';
import type { ListItem, Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { fitActions, showCodeButton } from '../actions';
import { headline } from '../desk/subject';
import { finish } from '../finish';

/** The others are in the list. */
const MOST_CODE_BUTTONS = 4;

/** A preview of the page behind the address, or `undefined` where it is none of our sources. */
export function sourceView(url: string, knowledge: KnowledgeBase, locale: Locale): Reply | undefined {
  const page = findPage(url, knowledge);
  return page && showPage(page, knowledge, locale);
}

function showPage({ source, codes }: CitedPage, knowledge: KnowledgeBase, locale: Locale): Reply {
  const { source: labels } = personalLabelsFor(locale);
  const shown = codes.slice(0, MOST_CODES);
  return finish('source', locale, {
    title: source.title[locale],
    subtitle: `${labels.date}${labelsFor(locale).colon}${source.date}`,
    sections: [
      {
        kind: 'list',
        heading: labels.codes,
        items: [
          ...shown.map((code): ListItem => ({ text: toRichText(headline(code, knowledge, locale)) })),
          ...(codes.length > shown.length ? [{ text: toRichText(labels.more(codes.length - shown.length)) }] : []),
        ],
      },
    ],
    actions: fitActions(...shown.slice(0, MOST_CODE_BUTTONS).map((code) => codeButton(code, locale))),
  });
}

function codeButton(code: ErrorCode, locale: Locale) {
  return showCodeButton(code, locale, `show-${code}`);
}
