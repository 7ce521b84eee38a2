/** What the adapter itself has to say, in both languages: only what has failed between Slack and us. */

import type { Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { summarize } from '../../reply/summarize';

const FORM_NOT_OPENED = {
  en: {
    title: 'The form did not open',
    text: 'Slack did not open it in time, and nothing was sent. Press the button again.',
  },
  'zh-CN': {
    title: '表单没有打开',
    text: 'Slack 没有及时打开表单，没有发送任何内容。请再次点击按钮。',
  },
} as const satisfies Record<Reply['locale'], { title: string; text: string }>;

/** Tells somebody who pressed for a form why there is none, and what to do. */
export function formNotOpened(locale: Reply['locale']): Reply {
  const { title, text } = FORM_NOT_OPENED[locale];
  const sections = [{ kind: 'prose', text: toRichText(text) }] as const;
  return { kind: 'notice', locale, title, summary: summarize({ locale, title, sections }), sections, actions: [] };
}
