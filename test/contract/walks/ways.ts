/** Ways through the knowledge, found by search: from a code to every procedure, and within one to each of its places. */

import type { ErrorCode } from '../../../src/code/error-code';
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base';
import type { Procedure } from '../../../src/knowledge/procedure';

/** An answer that is given to a step of a procedure. */
export interface Given {
  readonly procedure: string;
  readonly step: string;
  readonly answer: string;
}

/** How people come to a procedure: a code to post, and the answers that lead on from the procedure it offers. */
export interface Way {
  readonly code: ErrorCode;
  readonly given: readonly Given[];
}

/** A shortest way to each procedure; those that no button leads to are missing. */
export function waysToProcedures({ entries, procedures }: KnowledgeBase): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  for (const { code, procedures: named } of entries.values()) {
    const [offered] = named;
    if (offered !== undefined && !ways.has(offered)) ways.set(offered, { code, given: [] });
  }
  // Grows while it is gone through: the ways found first are the shortest.
  for (const [id, { code, given }] of ways) {
    const procedure = procedures.get(id);
    if (procedure === undefined) throw new Error(`there is no procedure ${id}`);
    for (const [outcome, { procedure: next }] of Object.entries(procedure.outcomes)) {
      if (next === undefined || ways.has(next)) continue;
      ways.set(next, { code, given: [...given, ...wayTo(procedure, outcome)] });
    }
  }
  return ways;
}

/** The answers of a shortest way from the start of a procedure to one of its steps or outcomes. */
function wayTo(procedure: Procedure, target: string): readonly Given[] {
  const ways = new Map<string, readonly Given[]>([[procedure.start, []]]);
  for (const [step, given] of ways) {
    if (step === target) return given;
    for (const { id: answer, next } of procedure.steps[step]?.answers ?? []) {
      if (!ways.has(next)) ways.set(next, [...given, { procedure: procedure.id, step, answer }]);
    }
  }
  throw new Error(`no answers of ${procedure.id} lead to ${target}`);
}
