/** Rule: every file follows its schema. */

import type { Rule } from '../rule';

export const schema: Rule = {
  id: 'schema',
  description: 'Every file follows its schema.',
  check: ({ faults }) => faults.map((fault) => ({ ...fault, what: `${fault.path}: ${fault.what}`, value: fault.path })),
};
