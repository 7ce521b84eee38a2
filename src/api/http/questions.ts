/** From a request to the lookup that it asks for. */

import type { RawRequest } from '../../ops/http';
import type { Endpoint } from '../endpoints';
import type { Caller, Lookups } from '../lookups';
import type { Refusal } from '../refusal';
import type { Answered } from '../replies';
import { readAskBody } from './ask-body';
import type { HttpRefusal } from './problems';

/** What became of a question; a text names what was wrong with the request itself. */
export type Outcome = Answered<object> | Refusal | HttpRefusal;

type Questions = Readonly<Record<Endpoint['id'], (request: RawRequest, caller: Caller) => Outcome>>;

const WHOLE_NUMBER = /^\d{1,4}$/;

/** The questions of the endpoints, each by the id of its endpoint. */
export function createQuestions(lookups: Lookups): Questions {
  return {
    lookUp: ({ path }, caller) => lookups.lookUp(lastSegment(path), caller),

    explain({ query }, caller) {
      const text = onlyValue(query, 'q');
      return text === undefined ? 'no-question' : lookups.explain(text, caller);
    },

    search({ query }, caller) {
      const words = onlyValue(query, 'q');
      if (words === undefined) return 'no-question';
      return lookups.search(words, { ...caller, ...(query.has('limit') ? { limit: readLimit(query) } : {}) });
    },

    ask(request, caller) {
      const body = readAskBody(request);
      return typeof body === 'string' ? body : lookups.ask(body.text, { ...caller, asked: body.asked });
    },

    procedures: (_request, caller) => lookups.procedures(caller),
    procedure: ({ path }, caller) => lookups.procedure(lastSegment(path), caller),
  };
}

/** `undefined` where the parameter came more than once, too: which one counts would be anybody's guess. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  return others.length === 0 ? value : undefined;
}

/** Not a number where it is written otherwise, which the lookup refuses. */
function readLimit(query: URLSearchParams): number {
  const value = onlyValue(query, 'limit') ?? '';
  return WHOLE_NUMBER.test(value) ? Number(value) : Number.NaN;
}

/** As it stands: no code and no id of ours needs an escape. */
function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
