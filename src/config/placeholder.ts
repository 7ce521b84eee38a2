/** Values that people leave in from an example. A secret that everybody knows is none. */

const PLACEHOLDER = /^(?:change-?me|secret|password|development|example|test|your[-_ ].*|<.*>|xox[abp]-|x+|\.+|…)$/i;

/** Tells whether a secret is still the one of an example. */
export function isPlaceholder(secret: string): boolean {
  return PLACEHOLDER.test(secret);
}
