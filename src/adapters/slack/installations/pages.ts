/** The pages that end an installation: in both languages, because nobody knows yet which one the visitor reads. */

import type { RawResponse } from '../../../ops/http';

/** Nothing is loaded from anywhere, nothing is kept, and the address, which holds a code, goes nowhere. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

interface Words {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

interface Page {
  readonly en: Words;
  readonly 'zh-CN': Words;
}

const INSTALLED: Page = {
  en: {
    title: 'Hexfix is installed',
    text: 'Open Slack and write an error code to Hexfix, for example 0xC004F074. To use it in a channel, type /invite @Hexfix there.',
    link: 'Open Slack',
  },
  'zh-CN': {
    title: 'Hexfix 已安装',
    text: '打开 Slack，把错误代码（例如 0xC004F074）发给 Hexfix。要在频道中使用，请在该频道输入 /invite @Hexfix。',
    link: '打开 Slack',
  },
};

const NOT_INSTALLED: Page = {
  en: {
    title: 'Hexfix was not installed',
    text: 'The installation was declined, took longer than 10 minutes, or was begun in another browser. Nothing has changed.',
    link: 'Begin again',
  },
  'zh-CN': {
    title: 'Hexfix 没有安装',
    text: '安装被拒绝、用时超过 10 分钟，或者是在另一个浏览器中开始的。没有任何更改。',
    link: '重新开始',
  },
};

const NOT_NOW: Page = {
  en: {
    title: 'Hexfix cannot be installed right now',
    text: 'Something is not working at the moment. Wait a minute, then begin again.',
    link: 'Begin again',
  },
  'zh-CN': {
    title: '暂时无法安装 Hexfix',
    text: '目前出现了问题。请等一分钟，然后重新开始。',
    link: '重新开始',
  },
};

const NOT_ALLOWED: Page = {
  en: {
    title: 'This workspace may not install Hexfix',
    text: 'Whoever runs Hexfix has limited it to other workspaces. Ask them to add yours.',
    link: 'Begin again',
  },
  'zh-CN': {
    title: '此工作区不能安装 Hexfix',
    text: 'Hexfix 的运营者只允许其他工作区安装。请联系运营者添加你的工作区。',
    link: '重新开始',
  },
};

/** `link` opens the bot in Slack. */
export function installedPage(link: string): RawResponse {
  return page(200, INSTALLED, link);
}

/** The same for every way in which a visitor can come back wrongly, so that it tells a stranger nothing. */
export function notInstalledPage(beginAgain: string): RawResponse {
  return page(400, NOT_INSTALLED, beginAgain);
}

export function notNowPage(beginAgain: string): RawResponse {
  return page(503, NOT_NOW, beginAgain);
}

export function notAllowedPage(beginAgain: string): RawResponse {
  return page(403, NOT_ALLOWED, beginAgain);
}

function page(status: number, words: Page, link: string): RawResponse {
  const body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.en.title} · ${words['zh-CN'].title}</title></head>
<body>
<main>
${section('en', words, link)}
${section('zh-CN', words, link)}
</main>
</body>
</html>
`;
  return { status, headers: HEADERS, body };
}

/** The words are ours; the link holds ids that Slack told, and is escaped all the same. */
function section(lang: keyof Page, words: Page, link: string): string {
  const { title, text, link: label } = words[lang];
  return `<section lang="${lang}"><h1>${title}</h1><p>${text}</p><p><a href="${escapeAttribute(link)}">${label}</a></p></section>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
