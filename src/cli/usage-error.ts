/** Wrong usage: ends a command with exit code 2 and one clear line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
