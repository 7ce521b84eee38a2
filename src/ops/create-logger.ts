/** The real logger, on standard error: JSON lines for machines, plain sentences for a person at a terminal. */

import pino from 'pino';
import type { Logger } from './logger';
import { type Scrub, scrub as scrubForms } from './scrub';

/** There is none below `info`: what would be said there is what must not be in a log. */
export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Somebody reads along: sentences instead of JSON. */
  readonly forPeople: boolean;
  /** Takes finished lines, newline included. */
  readonly write: (line: string) => void;
  readonly scrub?: Scrub;
}

/** What would end a line, or steer a terminal, in the middle of it: nobody may write a second line in our name. */
const BREAKS = /[\p{Cc}\u2028\u2029]/gu;

/** Makes a logger. Whatever looks like a secret is taken out of every line before it is written. */
export function createLogger({ level, forPeople, write, scrub = scrubForms }: LoggerOptions): Logger {
  const writeLine = (text: string) => write(`${scrub(text.replace(BREAKS, escapeBreak))}\n`);
  if (!forPeople) {
    const writeJson = (line: string) => writeLine(line.trimEnd());
    return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: writeJson });
  }
  const isLogged = (wanted: LogLevel) => LOG_LEVELS.indexOf(wanted) <= LOG_LEVELS.indexOf(level);
  const print = (wanted: LogLevel): Logger[LogLevel] => {
    return (fields, message) => isLogged(wanted) && writeLine(`${wanted}: ${sentence(fields, message)}`);
  };
  return { error: print('error'), warn: print('warn'), info: print('info') };
}

function sentence(fields: Readonly<Record<string, unknown>>, message: string): string {
  const details = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  return details.length === 0 ? message : `${message} (${details.join(', ')})`;
}

/** As JSON writes it, so that a line of JSON stays one. */
function escapeBreak(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
