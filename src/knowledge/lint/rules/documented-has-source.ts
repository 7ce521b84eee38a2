/** Rule: what is called documented names its document. */

import { listStatements } from '../corpus';
import type { Rule } from '../rule';

export const documentedHasSource: Rule = {
  id: 'documented-has-source',
  description: 'A documented statement cites a source; every cited source exists and is named by the entry.',
  check: ({ entries, sources }) =>
    entries.flatMap((entry) => {
      const { file, value } = entry;
      const undocumented = listStatements(entry)
        .filter((statement) => statement.confidence === 'documented' && statement.sources.length === 0)
        .map(({ path }) => ({
          file: file.path,
          path,
          value: path,
          what: `${path} is called documented but cites no source`,
          why: 'readers are told that Microsoft says so, and must be able to see where',
          fix: `name the source in ${path}.sources, or set the confidence to likely`,
        }));
      const cited = [{ path: 'sources', sources: value.sources }, ...listStatements(entry)].flatMap(
        ({ path, sources: ids }) => ids.map((id) => ({ path, id })),
      );
      const unknown = cited
        .filter(({ id }) => !Object.hasOwn(sources, id))
        .map(({ path, id }) => ({
          file: file.path,
          path,
          value: id,
          what: `${path} cites "${id}", which sources.json does not have`,
          why: 'the answer could not show where it comes from',
          fix: 'add the source to knowledge/sources.json, or correct the id',
        }));
      const unnamed = cited
        .filter(({ id }) => Object.hasOwn(sources, id) && !value.sources.includes(id))
        .map(({ path, id }) => ({
          file: file.path,
          path,
          value: id,
          what: `${path} cites "${id}", which the entry's own sources lack`,
          why: 'the sources at the foot of an answer are the entry’s',
          fix: `add "${id}" to sources`,
        }));
      return [...undocumented, ...unknown, ...unnamed];
    }),
};
