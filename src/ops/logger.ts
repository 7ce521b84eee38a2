/** The logger's shape, which any room may import. `create-logger.ts` makes the real one. */

/** Structured logging: fields first, then one plain sentence. Never pass message text or payloads. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
