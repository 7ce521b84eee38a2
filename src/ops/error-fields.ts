/** What of an error may stand in a log. */

/** How many stack frames tell where it happened. */
const FRAMES = 3;

/** What names and codes of errors look like. Some libraries put whole answers there. */
const WORD = /^[\w.-]{1,64}$/;

/**
 * Log fields for a caught value: its name, its code or HTTP status, and where it was thrown. The message is left out:
 * libraries put payloads, addresses and tokens into theirs.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: WORD.test(error.name) ? error.name : 'Error',
    ...('code' in error && typeof error.code === 'string' && WORD.test(error.code) && { code: error.code }),
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    at: framesOf(error),
  };
}

/** The stack begins with the message, whose lines may look like frames; nothing is told where they cannot be told apart. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const messageAt = stack.indexOf(message);
  if (messageAt === -1) return [];
  return stack
    .slice(messageAt + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
