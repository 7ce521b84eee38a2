/** What of an error may stand in a log. */

/** How many stack frames tell where it happened. */
const FRAMES = 3;

/**
 * Log fields for a caught value: its name, its code or HTTP status, and where it was thrown. The message is left out:
 * libraries put payloads, addresses and tokens into theirs.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, FRAMES)
      .map((line) => line.trim()),
  };
}
