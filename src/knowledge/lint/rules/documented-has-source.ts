/** Rule: what is called documented names its document. */

import { type Statement, statementsOfEntry, statementsOfProcedure } from '../corpus';
import type { Rule } from '../rule';

export const documentedHasSource: Rule = {
  id: 'documented-has-source',
  description: 'A documented statement cites a source; every cited source exists and is named by the file.',
  check: ({ entries, procedures, sources }) => {
    const files = [
      ...entries.map((entry) => ({ ...entry, statements: statementsOfEntry(entry) })),
      ...procedures.map((procedure) => ({ ...procedure, statements: statementsOfProcedure(procedure) })),
    ];
    return files.flatMap(({ file, value, statements }) => {
      const cited = [{ path: 'sources', sources: value.sources }, ...statements].flatMap(({ path, sources: ids }) =>
        ids.map((id) => ({ path, id })),
      );
      const isKnown = ({ id }: Citation) => Object.hasOwn(sources, id);
      return [
        ...statements.filter(isUndocumented).map(undocumented),
        ...cited.filter((citation) => !isKnown(citation)).map(unknown),
        ...cited.filter((citation) => isKnown(citation) && !value.sources.includes(citation.id)).map(unnamed),
      ].map((finding) => ({ file: file.path, ...finding }));
    });
  },
};

interface Citation {
  readonly path: string;
  readonly id: string;
}

function isUndocumented({ confidence, sources }: Statement): boolean {
  return confidence === 'documented' && sources.length === 0;
}

function undocumented({ path }: Statement) {
  return {
    path,
    value: path,
    what: `${path} is called documented but cites no source`,
    why: 'readers are told that Microsoft says so, and must be able to see where',
    fix: `name the source in ${path}.sources, or set the confidence to likely`,
  };
}

function unknown({ path, id }: Citation) {
  return {
    path,
    value: id,
    what: `${path} cites "${id}", which no file of sources/ has`,
    why: 'the answer could not show where it comes from',
    fix: 'add the source to a file of knowledge/sources/, or correct the id',
  };
}

function unnamed({ path, id }: Citation) {
  return {
    path,
    value: id,
    what: `${path} cites "${id}", which the file's own sources lack`,
    why: 'the sources of an answer are those that its file names',
    fix: `add "${id}" to sources`,
  };
}
