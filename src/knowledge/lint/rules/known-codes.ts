/** Rule: a code that an answer mentions can be looked up. */

import type { LocalizedText } from '../corpus';
import type { Rule } from '../rule';

const CODE = /0x[0-9A-F]{8}/g;

export const knownCodes: Rule = {
  id: 'known-codes',
  description: 'Every code mentioned in prose has an entry, or an exception that says why not.',
  check({ texts, entries }) {
    const known = new Set<string>(entries.flatMap(({ value }) => [value.code, ...(value.twins ?? [])]));
    return texts
      .filter(({ file }) => /^(codes|procedures)\//.test(file))
      .flatMap((text) =>
        codesOf(text)
          .filter((code) => !known.has(code))
          .map((code) => ({
            file: text.file,
            path: text.path,
            value: code,
            what: `${text.path} mentions ${code}, which has no entry`,
            why: 'a reader who follows the mention would find nothing',
            fix: `add knowledge/codes/${code}.json, or add the exception to knowledge/exceptions.json with a reason`,
          })),
      );
  },
};

function codesOf({ en, chinese }: LocalizedText): string[] {
  return [...new Set(`${en}\n${chinese}`.match(CODE) ?? [])];
}
