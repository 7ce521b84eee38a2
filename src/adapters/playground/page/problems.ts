/** What the page says when its server says nothing: what happened and what to do. */

import type { Localized } from './locale';

export const PROBLEMS = {
  unreachable: {
    en: 'Hexfix does not answer. It may have been stopped: start it again with “npm start” in the terminal, then send the message once more.',
    'zh-CN': 'Hexfix 没有响应，可能已停止运行。请在终端中用“npm start”重新启动，然后再发送一次。',
  },
  tooLong: {
    en: 'The message is too long. Send only the part around the error.',
    'zh-CN': '消息太长。请只发送错误附近的内容。',
  },
  failed: {
    en: 'Hexfix met a fault of its own. Try again; if it stays, the log in the terminal says more.',
    'zh-CN': 'Hexfix 自身发生故障。请重试；如果仍然如此，请查看终端中的日志。',
  },
  unreadable: {
    en: 'The answer came, but this page cannot show it. Reload the page; it may be older than the program.',
    'zh-CN': '已收到回复，但此页面无法显示。请重新加载页面，它可能比程序旧。',
  },
} as const satisfies Record<string, Localized>;
