/** What of an error may stand in a log. */

/** How many stack frames tell where it happened. */
const FRAMES = 3;

/** What names and codes of errors look like. Some libraries put whole answers there. */
const WORD = /^[\w.-]{1,64}$/;

/**
 * Log fields for a caught value: its name, its code or HTTP status, the code of its cause, and where it was thrown. The
 * message is left out: libraries put payloads, addresses and tokens into theirs.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = codeOf(error);
  // `fetch` fails with one name for everything; only the cause tells a refused connection from an unknown host.
  const cause = codeOf(error.cause);
  return {
    error: WORD.test(error.name) ? error.name : 'Error',
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause }),
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    at: framesOf(error),
  };
}

function codeOf(error: unknown): string | undefined {
  const { code }: { code?: unknown } = Object(error);
  return typeof code === 'string' && WORD.test(code) ? code : undefined;
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
