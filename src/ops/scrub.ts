/** The last look at a line before it is written: tokens, passwords and product keys never leave the process in a log. */

const HIDDEN = '[hidden]';

/** Recognized by their form, wherever they come from. */
const FORMS: readonly RegExp[] = [
  /\bxox[a-z](?:\.xox[a-z])?-[\w-]{8,}/g, // Slack's bot, user and refresh tokens
  /\bxapp-[\w-]{8,}/g, // Slack's app-level tokens
  /\bwhsec_[\w+/-]{8,}=*/g, // secrets of webhooks
  /\bBearer [\w.~+/-]{8,}=*/gi,
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, // JSON Web Tokens
  /[\w.~-]{3}\dQ~[\w.~-]{31,34}/g, // client secrets of Microsoft Entra
  /\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}\b/gi, // product keys
  /(?<=\bhooks\.slack\.com\/)[\w/-]{8,}/g, // addresses that answer whoever knows them
  /(?<=:\/\/[^\s/:@"'\\]{0,64}:)[^\s"'\\]{1,256}(?=@)/g, // passwords in addresses of databases
  /(?<=\b(?:password|passwd|secret|token|client_secret|api_key)(?:=|\\?["']:\s?\\?["']))[^\s&"'\\,;}]{4,}/gi,
];

/** Shorter ones are in too many innocent words. */
const SHORTEST_SECRET = 6;

export type Scrub = (line: string) => string;

/** The line with every secret of a known form replaced. */
export const scrub: Scrub = (line) => FORMS.reduce((text, form) => text.replace(form, HIDDEN), line);

/** Also replaces the very `secrets` that this process was started with, which may look like anything. */
export function createScrub(secrets: readonly string[]): Scrub {
  const own = [...new Set(secrets.flatMap(spellings))].filter(({ length }) => length >= SHORTEST_SECRET);
  // The longest first: one may be a part of another.
  own.sort((one, other) => other.length - one.length);
  return (line) => scrub(own.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line));
}

/** As it is, as JSON writes it, as addresses and forms do, and in base64. */
function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}
