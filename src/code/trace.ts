/** The cheap look at a message that ends most of them: is there anything in it that could be a code? */

/** Marks without width that may hide inside a code, after a character of it. */
const INVISIBLE = '\\u00ad|[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]|[\\ufe00-\\ufe0f]';

/** What every code holds in one spelling or another, slips included. */
const TRACE = new RegExp(
  [
    '[0oOQØО] ?[xX×Х*] ?[0-9c-fC-FoOсС`*"\'<&\\s]',
    '&[hH#]',
    '[0-9A-Fa-f]{8}',
    "[0-9]{9}|[0-9][., '][0-9]{3}[., '][0-9]{3}",
    // Families that people paste, with the letter O for zero or without the prefix's zero.
    '[cCСс][0oOОо]{2}4|8[0oO]{2}[0-9]|[xX][8cC]',
    `[0-9a-fA-FxX](?:${INVISIBLE})`,
    // Digits in other forms: superscript, circled, full-width, mathematical.
    '[\\u00b2\\u00b3\\u00b9\\u2070-\\u2089\\u2460-\\u24ea\\uff10-\\uff19]|[\\ud835\\ud83e][\\udfce-\\udfff]',
  ].join('|'),
);

/** Tells whether a text may hold a code. Errs towards yes; a no is final. */
export function mayHoldCode(text: string): boolean {
  return TRACE.test(text);
}
