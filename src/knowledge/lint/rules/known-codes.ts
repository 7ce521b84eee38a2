/** Rule: a code that an answer mentions can be looked up. */

import type { LocalizedText } from '../corpus';
import type { Rule } from '../rule';

const CODE = /0x[0-9A-F]{8}/g;

export const knownCodes: Rule = {
  id: 'known-codes',
  description: 'Every code mentioned in prose has an entry, or lies in the range of a component.',
  check({ texts, entries, components }) {
    const known = new Set<string>(entries.flatMap(({ value }) => [value.code, ...(value.twins ?? [])]));
    const isKnown = (code: string) => known.has(code) || components.some(({ from, to }) => from <= code && code <= to);
    return texts
      .filter(({ file }) => /^(codes|procedures)\//.test(file))
      .flatMap((text) =>
        codesOf(text)
          .filter((code) => !isKnown(code))
          .map((code) => ({
            file: text.file,
            path: text.path,
            value: code,
            what: `${text.path} mentions ${code}, which has no entry and belongs to no component`,
            why: 'a reader who follows the mention would learn nothing',
            fix: `add knowledge/codes/${code}.json or a range to knowledge/components.json, or add the exception to knowledge/exceptions.json with a reason`,
          })),
      );
  },
};

function codesOf({ en, chinese }: LocalizedText): string[] {
  return [...new Set(`${en}\n${chinese}`.match(CODE) ?? [])];
}
