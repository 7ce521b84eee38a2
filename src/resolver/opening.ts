/** What the answer to a post begins with. */

import type { Opening } from '../cases/opening';
import type { Diagnosis } from '../diagnosis/diagnose';
import { findStep } from '../knowledge/find-step';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Choice } from './order';

/** Pasted output that tells what is wrong leads straight to the step that fits; otherwise to the code, with what it says. */
export function openingOf(
  { codes, written }: Choice,
  diagnosis: Diagnosis | undefined,
  knowledge: KnowledgeBase,
): Opening | undefined {
  if (diagnosis === undefined || written !== undefined) return undefined;
  const findings = [...diagnosis.findings];
  const { start } = diagnosis;
  const procedure = start && knowledge.procedures.get(start.procedure);
  // An organization may have changed the procedure.
  if (start !== undefined && procedure !== undefined && findStep(procedure, start.step) !== undefined) {
    return { move: 'guide', ...start, findings };
  }
  return { move: codes.length > 0 ? 'answer' : 'evidence', findings };
}
