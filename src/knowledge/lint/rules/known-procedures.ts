/** Rule: a procedure that is named exists. */

import type { Rule } from '../rule';

export const knownProcedures: Rule = {
  id: 'known-procedures',
  description: 'Entries and procedures name only procedures that have a file.',
  check({ entries, procedures }) {
    const known = new Set(procedures.map(({ value }) => value.id));
    return [
      ...entries.flatMap(({ file, value }) => value.procedures.map((id) => ({ file, path: 'procedures', id }))),
      ...procedures.flatMap(({ file, value }) =>
        Object.entries(value.outcomes).map(([key, { procedure }]) => ({
          file,
          path: `outcomes.${key}`,
          id: procedure,
        })),
      ),
    ].flatMap(({ file, path, id }) => {
      if (id === undefined || known.has(id)) return [];
      return {
        file: file.path,
        path,
        value: id,
        what: `${path} names the procedure "${id}", which has no file`,
        why: 'its button would lead nowhere',
        fix: `correct the id, or add knowledge/procedures/${id}.json`,
      };
    });
  },
};
