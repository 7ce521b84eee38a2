/** Hides product keys, so that none gets farther than the first look at a message. */

/** Text without product keys, and how many were hidden. */
export interface Redacted {
  readonly text: string;
  readonly keys: number;
}

const FILLER = '*';

/** A letter or digit, full-width ones included. */
const ANY = '[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]';
/** Microsoft's own key alphabet, which has no vowels: five words of five letters are no key. */
const KEY =
  '[2346789BCDFGHJKMNPQRTVWXYbcdfghjkmnpqrtvwxy２-４６-９Ｂ-ＤＦ-ＨＪＫＭＮＰ-ＲＴＶＷＸＹｂ-ｄｆ-ｈｊｋｍｎｐ-ｒｔｖｗｘｙ]';
/** Hyphens, the minus sign, dashes, full-width forms; a blank on either side, as retyped keys have it. */
const HYPHEN = '[ \\t\\u00a0\\u3000]?[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D][ \\t\\u00a0\\u3000]?';
const BLANK = '[ \\t\\u00a0\\u3000]{1,2}';

/** Five groups of five: with hyphens whatever they hold, otherwise only in the key alphabet. */
const PRODUCT_KEY = new RegExp(`(?<!${ANY})(?:${groups(ANY, HYPHEN)}|${groups(KEY, BLANK)}|${KEY}{25})(?!${ANY})`, 'g');

/**
 * Replaces every 25-character product key, published setup keys included, by filler of the same length, so that offsets
 * stay valid. Linear in the length of the text.
 */
export function redactProductKeys(text: string): Redacted {
  let keys = 0;
  const redacted = text.replace(PRODUCT_KEY, (key) => {
    keys += 1;
    return FILLER.repeat(key.length);
  });
  return { text: redacted, keys };
}

function groups(character: string, separator: string): string {
  return `${character}{5}(?:${separator}${character}{5}){4}`;
}
