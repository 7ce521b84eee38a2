/** Why a question cannot be answered, in words that tell what to do. */

import type { ErrorCode } from '../code/error-code';
import type { Locale, Localized } from '../i18n/locale';
import { MOST_HITS, MOST_TEXT, MOST_WORDS } from './limits';

export type RefusalReason =
  | 'empty'
  | 'text-too-long'
  | 'words-too-long'
  | 'bad-limit'
  | 'bad-code'
  | 'no-code'
  | 'no-procedure';

/** A question that was not answered. */
export interface Refusal {
  readonly refusal: RefusalReason;
  /** Codes with an entry that are close to what was written. */
  readonly nearest?: readonly ErrorCode[];
}

export function isRefusal<T extends object>(outcome: T | Refusal): outcome is Refusal {
  return 'refusal' in outcome;
}

const english = (number: number) => number.toLocaleString('en-US');

const SENTENCES: Localized<Readonly<Record<RefusalReason, string>>> = {
  en: {
    empty: 'There is no text in the question. Send an error code, or the message that shows it.',
    'text-too-long': `The text is longer than ${english(MOST_TEXT)} characters. Send the part around the error code.`,
    'words-too-long': `The description is longer than ${MOST_WORDS} characters. Say the symptom in a sentence or two; use “ask” for a whole message.`,
    'bad-limit': `The limit is not a whole number from 1 to ${MOST_HITS}.`,
    'bad-code': 'This is not a code of the form 0x and eight hexadecimal digits. Use “explain” for any other spelling.',
    'no-code': 'There is no error code in the text. Check how it is written, or search for the symptom.',
    'no-procedure': 'There is no procedure of this id. The list of procedures has them all.',
  },
  'zh-CN': {
    empty: '问题中没有文字。请发送错误代码，或者显示该代码的消息。',
    'text-too-long': `文本超过 ${english(MOST_TEXT)} 个字符。请只发送错误代码前后的部分。`,
    'words-too-long': `描述超过 ${MOST_WORDS} 个字符。请用一两句话说明症状；如果是完整的消息，请使用 ask。`,
    'bad-limit': `limit 不是 1 到 ${MOST_HITS} 之间的整数。`,
    'bad-code': '代码的格式应为 0x 加八位十六进制数字。其他写法请使用 explain。',
    'no-code': '文本中没有错误代码。请检查写法，或者按症状搜索。',
    'no-procedure': '没有这个 ID 的排查过程。排查过程列表中有全部 ID。',
  },
};

const NEAREST: Localized<(codes: string) => string> = {
  en: (codes) => ` The nearest codes with an entry: ${codes}.`,
  'zh-CN': (codes) => `最接近的已知代码：${codes}。`,
};

/** The refusal as one or two sentences. */
export function tellRefusal({ refusal, nearest = [] }: Refusal, locale: Locale): string {
  const sentence = SENTENCES[locale][refusal];
  if (nearest.length === 0) return sentence;
  return sentence + NEAREST[locale](nearest.join(locale === 'en' ? ', ' : '、'));
}
