/** Rule: every code that a source lists has an entry, and every such entry names a source that lists it. */

import type { Rule } from '../rule';

export const sourceCovered: Rule = {
  id: 'source-covered',
  description: 'Every code a source lists has an entry, and that entry names a source that lists it.',
  check({ entries, sources }) {
    const byCode = new Map(entries.map(({ file, value }) => [value.code, { file, value }]));
    const listings = Object.entries(sources).flatMap(([id, { lists = [] }]) => lists.map((code) => ({ id, code })));

    const missing = listings
      .filter(({ code }) => !byCode.has(code))
      .map(({ id, code }) => ({
        file: 'sources/',
        path: `${id}.lists`,
        value: code,
        what: `${id} lists ${code}, which has no entry`,
        why: 'we say that this source is covered',
        fix: `add knowledge/codes/${code}.json`,
      }));
    const idsOf = new Map<string, string[]>();
    for (const { id, code } of listings) idsOf.set(code, [...(idsOf.get(code) ?? []), id]);
    const unnamed = [...byCode.values()].flatMap(({ file, value }) => {
      const listedBy = idsOf.get(value.code) ?? [];
      if (listedBy.length === 0 || listedBy.some((id) => value.sources.includes(id))) return [];
      return {
        file: file.path,
        path: 'sources',
        value: value.code,
        what: `the entry names none of the sources that list it: ${listedBy.join(', ')}`,
        why: 'the document that sets out to explain a code is the first a reader wants to see',
        fix: `add ${listedBy.join(' or ')} to sources`,
      };
    });
    return [...missing, ...unnamed];
  },
};
