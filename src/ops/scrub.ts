/** The last look at a line before it is written: tokens and product keys never leave the process in a log. */

const SECRETS: readonly RegExp[] = [
  /\bxox[a-z](?:\.xox[a-z])?-[\w-]{8,}/g, // Slack's bot, user and refresh tokens
  /\bxapp-[\w-]{8,}/g, // Slack's app-level tokens
  /\bBearer [\w.~+/-]{8,}=*/gi,
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, // JSON Web Tokens
  /\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}\b/gi, // product keys
];

/** The line with every secret replaced by `[hidden]`. */
export function scrub(line: string): string {
  return SECRETS.reduce((text, secret) => text.replace(secret, '[hidden]'), line);
}
