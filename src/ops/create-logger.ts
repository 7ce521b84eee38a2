/** The real logger: one JSON line an event, on standard error, with anything that looks like a secret taken out. */

import pino from 'pino';
import type { Logger } from './logger';
import { scrub } from './scrub';

export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Logs to standard error, so that standard output holds the one line that says where the page is. */
export function createLogger(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => write(scrub(line)) });
}
