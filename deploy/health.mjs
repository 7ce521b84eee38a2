/** Asks the program in this container how it is, and exits with 0 if it is well: `node health.mjs /readyz`. */

const port = process.env.HEXFIX_PORT || '3978';
const path = process.argv[2] ?? '/healthz';

try {
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2_000) });
  process.exitCode = status === 200 ? 0 : 1;
} catch {
  // Nobody there, or no answer in time: that is the answer.
  process.exitCode = 1;
}
