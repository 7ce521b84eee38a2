/** Rule: numbers, inline code and codes occur in both languages alike. */

import { inlineCode, type LocalizedText } from '../corpus';
import type { Rule } from '../rule';

const CODE = /0x[0-9a-f]{8}/gi;
const NUMBER = /\d+(?:[.,]\d+)*/g;

export const sharedTokens: Rule = {
  id: 'shared-tokens',
  description: 'Numbers, inline code and codes occur in both languages alike.',
  check: ({ texts }) =>
    texts.flatMap((text) => [
      ...oneSided(text, 'en', text.en, text.chinese),
      ...oneSided(text, 'zh-CN', text.chinese, text.en),
    ]),
};

function oneSided({ file, path }: LocalizedText, locale: string, text: string, other: string) {
  const otherLocale = locale === 'en' ? 'zh-CN' : 'en';
  const known = new Set(tokensOf(other));
  return [...new Set(tokensOf(text))]
    .filter((token) => !known.has(token))
    .map((token) => ({
      file,
      path,
      value: token,
      what: `"${token}" occurs in ${path} in ${locale} but not in ${otherLocale}`,
      why: 'a number or command in one language only is a mistranslation waiting to be followed',
      fix: `correct ${path}.${otherLocale}, or add the exception to knowledge/exceptions.json with a reason`,
    }));
}

/** Inline code as it stands; of the rest, codes, then numbers without digit grouping. */
function tokensOf(text: string): string[] {
  const prose = text.replace(/`[^`]*`/g, ' ');
  const numbers = prose.replace(CODE, ' ').match(NUMBER) ?? [];
  return [
    ...inlineCode(text),
    ...(prose.match(CODE) ?? []),
    ...numbers.map((number) => number.replace(/,(?=\d{3}(?!\d))/g, '')),
  ];
}
