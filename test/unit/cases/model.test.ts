/**
 * Cases beside a model of them, kept as plainly as it can be said: who is at work on a request, and whether it works. Any
 * sequence of presses leads both to the same. `MODEL_RUNS=50000` tries so many, `MODEL_SEED` the same again.
 */

import fc from 'fast-check';
import { applyMove, type CaseHead, type CaseMove, deriveCase, openCase } from '../../../src/cases/case';
import { toErrorCode } from '../../../src/code/error-code';
import type { FollowUp } from '../../../src/reply/follow-up';

const CODE = toErrorCode(0xc004f074);
const HEAD: CaseHead = {
  ...{ id: 'k3JkQnV0c2VyLWNhc2UtMQ', platform: 'slack', tenant: 'T1', conversation: 'C1', place: '{}' },
  ...{ shared: true, asker: 'U1', locale: 'en', codes: [CODE], activation: false, openedAtMs: 0 },
};

const PEOPLE = ['U1', 'U2', 'A1', 'A2'];
const MOVES = ['step', 'all-steps', 'answer', 'worked', 'get-help', 'claim', 'assign', 'close', 'reopen'] as const;
type Move = (typeof MOVES)[number];
interface Press {
  readonly move: Move;
  readonly person: string;
  readonly assignee: string;
  readonly isLocale: boolean;
}

/** `waiting`, `A1 is at work` or `closed by A1`; and who has said that it works. */
interface Model {
  request: 'none' | 'waiting' | 'at-work' | 'closed';
  agent: string | undefined;
  requester: string | undefined;
  solver: string | undefined;
}

function press(model: Model, { move, person, assignee, isLocale }: Press): void {
  const isView = move === 'step' || move === 'all-steps' || move === 'answer' || move === 'worked';
  if (isView && !(move === 'worked' && isLocale && model.solver !== undefined)) {
    model.solver = move === 'worked' ? person : undefined;
    if (move === 'worked' && (model.request === 'waiting' || model.request === 'at-work')) {
      Object.assign(model, { request: 'closed', agent: person });
    }
  }
  if (move === 'get-help' && model.request !== 'at-work') {
    Object.assign(model, { request: 'waiting', agent: undefined, requester: person });
  }
  if (move === 'claim' && model.request === 'waiting') Object.assign(model, { request: 'at-work', agent: person });
  if (move === 'assign' && (model.request === 'waiting' || model.request === 'at-work')) {
    Object.assign(model, { request: 'at-work', agent: assignee });
  }
  if (move === 'close' && (model.request === 'waiting' || model.request === 'at-work')) {
    Object.assign(model, { request: 'closed', agent: person });
  }
  if (move === 'reopen' && model.request === 'closed') Object.assign(model, { request: 'waiting', agent: undefined });
}

function toMove({ move, person, assignee, isLocale }: Press, version: number): CaseMove {
  const followUp: FollowUp = {
    ...{ v: 1, move, locale: isLocale ? 'zh-CN' : 'en', codes: [CODE] },
    ...(isLocale ? { choice: 'locale' as const } : {}),
  };
  return { version, person, atMs: version, followUp, ...(move === 'assign' ? { assignee } : {}) };
}

/** Quick where they are the same, as they nearly always are. */
function expectSame(one: object, other: object): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
}

const REQUESTS = { waiting: 'waiting', claimed: 'at-work', closed: 'closed' } as const;

test('a case is what its model is, after any presses', () => {
  const presses = fc.array(
    fc.record({
      move: fc.constantFrom(...MOVES),
      person: fc.constantFrom(...PEOPLE),
      assignee: fc.constantFrom(...PEOPLE),
      isLocale: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  const { MODEL_RUNS: runs, MODEL_SEED: seed } = process.env;
  fc.assert(
    fc.property(presses, (all) => {
      const model: Model = { request: 'none', agent: undefined, requester: undefined, solver: undefined };
      let state = openCase(HEAD);
      const moves = all.map((each, index) => toMove(each, index + 1));
      for (const [index, each] of all.entries()) {
        press(model, each);
        state = applyMove(state, moves[index] ?? toMove(each, 0));
        const { handOff, solved, version } = state;
        expectSame(
          {
            version,
            request: handOff === undefined ? 'none' : REQUESTS[handOff.state],
            agent: handOff?.agent,
            requester: handOff?.requester,
            solver: solved?.person,
          },
          { version: index + 1, ...model },
        );
      }
      expectSame(deriveCase(HEAD, moves), state);
    }),
    { numRuns: Number(runs ?? 500), ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
});
