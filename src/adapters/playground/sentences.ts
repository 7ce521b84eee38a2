/** What the local page's server says when it cannot answer, in both languages: the page shows the one in use. */

import type { SilenceReason } from '../../bot';
import type { Localized } from '../../i18n/locale';

/** The most characters that one message may have, as in Slack. */
export const MOST_CHARACTERS = 40_000;

const NOTHING_SURE: Localized = {
  en: 'No answer, on purpose: this message holds no code that is an error code beyond doubt, and in a channel Hexfix speaks up for nothing less. Mention it, and it always answers.',
  'zh-CN': '有意不回复：这条消息中没有可以确定的错误代码，在频道里 Hexfix 只在确定时才发言。提及它，就一定会得到回复。',
};

/** Why a message got no answer. That is no fault: in a channel the bot speaks only when it has something to say. */
export const SILENT: Readonly<Record<SilenceReason, Localized>> = {
  'no-code': NOTHING_SURE,
  'not-sure': NOTHING_SURE,
  off: {
    en: 'No answer, on purpose: Hexfix is switched off in this channel. It still answers in its private chat.',
    'zh-CN': '有意不回复：此频道中已关闭 Hexfix。在与它的私聊中仍可得到回复。',
  },
  'mention-only': {
    en: 'No answer, on purpose: in this channel Hexfix answers only when it is mentioned.',
    'zh-CN': '有意不回复：在此频道中，Hexfix 只在被提及时回复。',
  },
  muted: {
    en: 'No answer, on purpose: whoever wrote this has muted Hexfix. Mention it, and it answers.',
    'zh-CN': '有意不回复：发帖人已将 Hexfix 静音。提及它，就会得到回复。',
  },
  marked: {
    en: 'No answer, on purpose: the message begins with the mark that tells Hexfix to leave it alone.',
    'zh-CN': '有意不回复：消息以“请勿理会”的标记开头。',
  },
  'cooling-down': {
    en: 'No answer, on purpose: this code was answered here a short while ago. Mention Hexfix, and it answers again.',
    'zh-CN': '有意不回复：刚刚已在此处解答过这个代码。提及 Hexfix，它会再次回复。',
  },
  'enough-said': {
    en: 'No answer, on purpose: Hexfix has spoken up here often enough of late without being asked. Mention it, and it answers.',
    'zh-CN': '有意不回复：近来 Hexfix 已在此处多次主动回复。提及它，就会得到回复。',
  },
  'from-bot': {
    en: 'No answer, on purpose: a bot wrote this.',
    'zh-CN': '有意不回复：这条消息由机器人发出。',
  },
};

/** Why a request was turned away, and what to do. */
export const REFUSALS = {
  stranger: {
    en: 'This page is for the machine it runs on. Open it there, at http://localhost with the port that Hexfix printed.',
    'zh-CN': '此页面仅供运行它的计算机使用。请在那台计算机上打开 http://localhost，端口见 Hexfix 启动时的输出。',
  },
  foreignPage: {
    en: 'This request came from another site’s page. Open the local page itself and try again there.',
    'zh-CN': '此请求来自其他网站的页面。请打开本地页面，在那里重试。',
  },
  notJson: {
    en: 'The body is not announced as JSON. Send it with the header "content-type: application/json".',
    'zh-CN': '请求正文未声明为 JSON。请在发送时加上标头“content-type: application/json”。',
  },
  malformed: {
    en: 'The request cannot be read: its JSON is broken, or a field is missing, unknown or out of range. Reload the page and try again.',
    'zh-CN': '无法读取请求：JSON 已损坏，或者有字段缺失、未知或超出范围。请重新加载页面后再试。',
  },
  gone: {
    en: 'This message is gone: Hexfix was restarted since, or newer messages took its place. Send yours again.',
    'zh-CN': '这条消息已不存在：Hexfix 重新启动过，或者它被较新的消息挤掉了。请重新发送。',
  },
  notMember: {
    en: 'Whoever you act as is not in this conversation. Act as somebody who is, then press again.',
    'zh-CN': '你当前的身份不在此会话中。请先切换到会话中的身份，然后再点击。',
  },
  empty: {
    en: 'The message is empty. Type or paste an error code or the whole message.',
    'zh-CN': '消息为空。请输入或粘贴错误代码，或者完整的消息。',
  },
  tooLong: {
    en: `The message is longer than ${MOST_CHARACTERS} characters. Send only the part around the error.`,
    'zh-CN': `消息超过 ${MOST_CHARACTERS} 个字符。请只发送错误附近的内容。`,
  },
} as const satisfies Record<string, Localized>;

export type RefusalReason = keyof typeof REFUSALS;
