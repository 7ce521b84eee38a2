/**
 * Keeps libraries off the terminal: what they write there may hold requests, and with them tokens and what people wrote.
 * The log says that one of them wrote, and where, but not what.
 */

import { errorFields } from './error-fields';
import type { Logger } from './logger';

const LEVELS = { trace: 'info', debug: 'info', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

type Methods = Record<keyof typeof LEVELS, (...parts: readonly unknown[]) => void>;

/** Where the process tells of deprecations and the like; Node's `process`. */
export interface WarningSource {
  removeAllListeners(event: 'warning'): unknown;
  on(event: 'warning', listener: (warning: Error) => void): unknown;
}

/** Puts the logger in the place of the console's methods, and of Node's own printing of warnings. */
export function quietConsole(target: Methods, source: WarningSource, logger: Logger): void {
  for (const [method, level] of entriesOf(LEVELS)) {
    target[method] = (...parts) => {
      const failure = parts.find((part) => part instanceof Error) ?? new Error();
      logger[level](
        { console: method, ...errorFields(failure) },
        'A library wrote to the console. Its words are left out.',
      );
    };
  }
  source.removeAllListeners('warning');
  source.on('warning', (warning) => logger.warn(errorFields(warning), 'Node warns of something that a library does.'));
}

function entriesOf(levels: typeof LEVELS) {
  // `Object.entries` forgets the names, which are those of `levels`.
  return Object.entries(levels) as [keyof typeof LEVELS, keyof Logger][];
}
