/** What the adapter itself has to say, in both languages: what has failed between Slack and us, and an empty search. */

import type { Reply } from '../../reply/reply';
import { toRichText } from '../../reply/rich-text';
import { summarize } from '../../reply/summarize';

type Sentence = Readonly<Record<Reply['locale'], { readonly title: string; readonly text: string }>>;

const FORM_NOT_OPENED: Sentence = {
  en: {
    title: 'The form did not open',
    text: 'Slack did not open it in time, and nothing was sent. Press the button again.',
  },
  'zh-CN': {
    title: '表单没有打开',
    text: 'Slack 没有及时打开表单，没有发送任何内容。请再次点击按钮。',
  },
};

const NOTHING_FOUND: Sentence = {
  en: {
    title: 'Nothing found',
    text: 'No entry fits these words. Try the error code as Windows shows it, or other words of the message.',
  },
  'zh-CN': {
    title: '没有找到结果',
    text: '没有条目与这些内容相符。请试试 Windows 显示的错误代码，或者错误消息中的其他字词。',
  },
};

/** Tells somebody who pressed for a form why there is none, and what to do. */
export function formNotOpened(locale: Reply['locale']): Reply {
  return say(FORM_NOT_OPENED, locale);
}

/** Tells somebody who has searched in vain what else may lead to something. */
export function nothingFound(locale: Reply['locale']): Reply {
  return say(NOTHING_FOUND, locale);
}

function say(sentence: Sentence, locale: Reply['locale']): Reply {
  const { title, text } = sentence[locale];
  const sections = [{ kind: 'prose', text: toRichText(text) }] as const;
  return { kind: 'notice', locale, title, summary: summarize({ locale, title, sections }), sections, actions: [] };
}
