/** Rule: numbers, inline code and codes occur in both languages alike. */

import { inlineCode, type LocalizedText } from '../corpus';
import type { Rule } from '../rule';

const CODE = /0x[0-9a-f]{8}/gi;
const NUMBER = /\d+(?:[.,]\d+)*/g;

export const sharedTokens: Rule = {
  id: 'shared-tokens',
  description: 'Numbers, inline code and codes occur in both languages alike.',
  check: ({ texts }) =>
    texts.flatMap((text) => {
      const [english, chinese] = [tokensOf(text.en), tokensOf(text.chinese)];
      return [...oneSided(text, 'en', english, chinese), ...oneSided(text, 'zh-CN', chinese, english)];
    }),
};

function oneSided({ file, path }: LocalizedText, locale: string, tokens: Tokens, known: Tokens) {
  const otherLocale = locale === 'en' ? 'zh-CN' : 'en';
  return [...tokens]
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

type Tokens = ReadonlySet<string>;

/** Inline code as it stands; of the rest, codes, then numbers without digit grouping. */
function tokensOf(text: string): Tokens {
  const prose = text.replace(/`[^`]*`/g, ' ');
  const numbers = prose.replace(CODE, ' ').match(NUMBER) ?? [];
  return new Set([
    ...inlineCode(text),
    ...(prose.match(CODE) ?? []),
    ...numbers.map((number) => number.replace(/,(?=\d{3}(?!\d))/g, '')),
  ]);
}
