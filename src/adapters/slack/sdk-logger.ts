/** The SDK's logger on top of ours. Only warnings and errors pass: below them it writes whole bodies. */

import type { LogLevel, Logger as SdkLogger } from '@slack/bolt';
import type { Logger } from '../../ops/logger';

/** `level` is the SDK's own word for "warn", which exists only once the SDK has been loaded. */
export function createSdkLogger(logger: Logger, level: LogLevel): SdkLogger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => logger.warn({ sdk: summarize(parts) }, 'The Slack SDK warns'),
    error: (...parts) => logger.error({ sdk: summarize(parts) }, 'The Slack SDK reports an error'),
    getLevel: () => level,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

/** The SDK's sentence alone: objects behind it may hold requests, and with them tokens and text. */
function summarize([first]: readonly unknown[]): string {
  if (first instanceof Error) return first.name;
  return typeof first === 'string' ? first : typeof first;
}
