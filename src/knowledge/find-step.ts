/** The parts of a procedure by their ids. Apart from its schema, which a start can do without. */

import type { Procedure, ProcedureOutcome, ProcedureStep } from './procedure';

/** A step by id. Ids come back from clients, so that what every object inherits must not pass for a step. */
export function findStep({ steps }: Procedure, id: string): ProcedureStep | undefined {
  return Object.hasOwn(steps, id) ? steps[id] : undefined;
}

/** An outcome by id, with the same care. */
export function findOutcome({ outcomes }: Procedure, id: string): ProcedureOutcome | undefined {
  return Object.hasOwn(outcomes, id) ? outcomes[id] : undefined;
}
