/** Rule: a procedure that is named exists, or is planned. */

import { PROCEDURE_IDS } from '../../procedure-ids';
import type { Rule } from '../rule';

const KNOWN = new Set<string>(PROCEDURE_IDS);

export const knownProcedures: Rule = {
  id: 'known-procedures',
  description: 'Entries and procedures name only procedures of the fixed list.',
  check: ({ entries, procedures }) =>
    [
      ...entries.flatMap(({ file, value }) => value.procedures.map((id) => ({ file, path: 'procedures', id }))),
      ...procedures.flatMap(({ file, value }) => [
        { file, path: 'id', id: value.id },
        ...Object.entries(value.outcomes).map(([key, { procedure }]) => ({
          file,
          path: `outcomes.${key}`,
          id: procedure,
        })),
      ]),
    ].flatMap(({ file, path, id }) => {
      if (id === undefined || KNOWN.has(id)) return [];
      return {
        file: file.path,
        path,
        value: id,
        what: `${path} names the procedure "${id}", which is not known`,
        why: 'its button would lead nowhere',
        fix: 'use an id of src/knowledge/procedure-ids.ts, or add the new procedure there',
      };
    }),
};
