/** The page's questions to its server. They never reject: a person gets a sentence whatever happens. */

import type { Locale, Localized } from './locale';
import { PROBLEMS } from './problems';
import type { ActAnswer, Board } from './protocol';
import type { Persona } from './settings';

/** Who asks. */
export interface Sender {
  readonly session: string;
  readonly person: string;
  readonly as: Persona;
  readonly platformLocale: string;
}

/** A file, or its beginning where it is longer than any that is read. */
export interface AttachedFile {
  readonly name: string;
  readonly base64: string;
}

export interface MessageQuestion extends Sender {
  readonly text: string;
  readonly file?: AttachedFile;
  readonly door: 'mention' | 'message';
  /** Absent where the bot is to tell the language from the message. */
  readonly locale?: Locale;
}

export interface PressQuestion extends Sender {
  readonly message: string;
  readonly payload: unknown;
  /** The button stands in an aside, not on the board. */
  readonly aside?: true;
}

export interface SubmitQuestion extends Sender {
  readonly message: string;
  readonly token: unknown;
  readonly values: Readonly<Record<string, string>>;
}

/** What came back, or what went wrong. */
export type Result<T> = { readonly value: T } | { readonly problem: Localized };

export function sendMessage(question: MessageQuestion): Promise<Result<object>> {
  return post('/playground/messages', question);
}

export function sendPress(question: PressQuestion): Promise<Result<ActAnswer>> {
  return post('/playground/presses', question);
}

export function sendForm(question: SubmitQuestion): Promise<Result<ActAnswer>> {
  return post('/playground/submissions', question);
}

/** The board, or `undefined` while it is still what it was at `since`. */
export function readBoard(session: string, since: string): Promise<Result<Board | undefined>> {
  return ask(`/playground/board?${new URLSearchParams({ session, since })}`, {});
}

function post<T>(path: string, question: object): Promise<Result<T>> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(question) });
}

/** The server is our own, so the shape of what it sends is trusted. */
async function ask<T>(path: string, init: RequestInit): Promise<Result<T>> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    return { problem: PROBLEMS.unreachable };
  }
  const body = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return { value: body };
  return { problem: body?.error ?? problemOf(response.status) };
}

/** Where the server has no words, for example because it refused a body before reading it. */
function problemOf(status: number): Localized {
  return status === 413 ? PROBLEMS.tooLong : PROBLEMS.failed;
}
