/** The real logger, on standard error: JSON lines for machines, plain sentences for a person at a terminal. */

import pino from 'pino';
import type { Logger } from './logger';
import { scrub } from './scrub';

export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Somebody reads along: sentences instead of JSON. */
  readonly forPeople: boolean;
  /** Takes finished lines, newline included. */
  readonly write: (line: string) => void;
}

/** Makes a logger. Whatever looks like a secret is taken out of every line before it is written. */
export function createLogger({ level, forPeople, write }: LoggerOptions): Logger {
  const writeSafely = (line: string) => write(scrub(line));
  if (!forPeople) return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: writeSafely });
  const isLogged = (wanted: LogLevel) => LOG_LEVELS.indexOf(wanted) <= LOG_LEVELS.indexOf(level);
  const print = (wanted: LogLevel): Logger[LogLevel] => {
    return (fields, message) => isLogged(wanted) && writeSafely(`${wanted}: ${sentence(fields, message)}\n`);
  };
  return { error: print('error'), warn: print('warn'), info: print('info') };
}

function sentence(fields: Readonly<Record<string, unknown>>, message: string): string {
  const details = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  return details.length === 0 ? message : `${message} (${details.join(', ')})`;
}
