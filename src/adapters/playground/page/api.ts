/** The page's two questions to its server. They never reject: a person gets a sentence whatever happens. */

import type { Answer, Outcome } from './answer';
import type { Locale, Localized } from './locale';
import { PROBLEMS } from './problems';

export interface MessageQuestion {
  readonly text: string;
  readonly door: 'mention' | 'message';
  readonly person: string;
  /** Absent where the bot is to tell the language from the message. */
  readonly locale?: Locale;
  readonly platformLocale: string;
}

export interface PressQuestion {
  readonly payload: unknown;
  readonly person: string;
  readonly platformLocale: string;
}

export function askMessage(question: MessageQuestion): Promise<Outcome> {
  return ask('/playground/messages', question);
}

export function askPress(question: PressQuestion): Promise<Outcome> {
  return ask('/playground/presses', question);
}

/** What the server may send; it is our own, so its shape is trusted. */
type ServerBody =
  | ({ readonly answered: true } & Answer)
  | { readonly answered: false; readonly reason: Localized }
  | { readonly error: Localized };

async function ask(path: string, question: MessageQuestion | PressQuestion): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
  } catch {
    return { kind: 'problem', text: PROBLEMS.unreachable };
  }
  const body: ServerBody | undefined = await response.json().catch(() => undefined);
  return body === undefined ? { kind: 'problem', text: problemOf(response.status) } : readBody(body);
}

function readBody(body: ServerBody): Outcome {
  if ('error' in body) return { kind: 'problem', text: body.error };
  return body.answered ? { kind: 'answer', answer: body } : { kind: 'silence', reason: body.reason };
}

/** Where the server has no words, for example because it refused a body before reading it. */
function problemOf(status: number): Localized {
  return status === 413 ? PROBLEMS.tooLong : PROBLEMS.failed;
}
