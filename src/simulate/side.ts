/** What a platform does around a request: it proves where it comes from, and answers our calls. */

import type { Call, PlayedAnswer } from './recorder';

export interface Side {
  /** Where requests are sent. */
  readonly path: string;
  /** The headers that prove a body's origin. */
  sign(body: string): Promise<Readonly<Record<string, string>>>;
  answer(call: Call, origin: string): PlayedAnswer;
  /** Asks only: nobody sees anything of it. */
  isLookUp(call: Call): boolean;
}

/** A recording's own answer to a call, by the end of its address. */
export function recordedAnswer(
  { url }: Call,
  answers: Readonly<Record<string, unknown>> = {},
): PlayedAnswer | undefined {
  const [address = ''] = url.split('?');
  const found = Object.entries(answers).find(([ending]) => address.endsWith(ending));
  return found && { status: 200, body: found[1] };
}

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): PlayedAnswer {
  return { status: 200, headers, body };
}
