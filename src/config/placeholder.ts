/** Values that people leave in from an example. A secret that everybody knows is none. */

/** What tokens begin with; the rest of an example is as much an example. */
const PREFIX = /^(?:xox[abp]|xapp|whsec)[-_]/i;
const WORD =
  /^(?:change[-_ ]?me.*|secret|password|development|example|placeholder|dummy|todo|none|null|test|your[-_ ].*)$/i;
const BRACKETS = /^(?:<.*>|\[.*\]|\{.*\}|\$\{?\w+\}?)$/;
/** `xxxx`, `0000`, `...`. */
const ONE_CHARACTER = /^(.)\1*$/;

/** Tells whether a secret is still the one of an example. */
export function isPlaceholder(secret: string): boolean {
  const rest = secret.trim().replace(PREFIX, '');
  return secret !== '' && (rest === '' || [WORD, BRACKETS, ONE_CHARACTER].some((form) => form.test(rest)));
}
