/** Where the hand-off of a case goes by the organization's own rules. */

import type { ErrorCode } from '../../code/error-code';
import type { KnowledgeBase } from '../knowledge-base';
import type { Route } from './organization';

/** What the routing looks at: the codes as they were posted, the lead first, and whether the post spoke of activation. */
interface Subject {
  readonly codes: readonly ErrorCode[];
  readonly activation: boolean;
}

/** The first route that fits the lead code; `undefined` where none does, or there is no code. */
export function findRoute({ codes: [lead], activation }: Subject, knowledge: KnowledgeBase): Route | undefined {
  const routes = knowledge.organization?.triage ?? [];
  if (lead === undefined || routes.length === 0) return undefined;
  const area = areaOf(lead, activation, knowledge);
  return routes.find(
    ({ codes = [], areas = [] }) => codes.some((pattern) => fits(lead, pattern)) || areas.some((each) => each === area),
  );
}

function fits(code: ErrorCode, pattern: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

/** What a code is about, where its entry tells; `activation` is an area like the others here. */
export function areaOf(code: ErrorCode, activation: boolean, knowledge: KnowledgeBase) {
  const entry = knowledge.find(code);
  if (entry === undefined) return undefined;
  if (entry.scope === 'general' && !activation) return entry.elsewhere?.area;
  return entry.area ?? 'activation';
}
