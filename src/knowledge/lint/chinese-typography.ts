/**
 * Sets Chinese text: a space between Chinese and Latin, full-width punctuation in Chinese sentences, no space around it.
 * Inline code is left as it is.
 */

const HAN = '\\p{Script=Han}';
const FULL_WIDTH = '，。；：！？、（）“”《》【】';
const TO_FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

/** A private-use character stands for a run of inline code while the text around it is set. */
const CODE_MARK = '\uE000';

const AFTER_HAN = new RegExp(`(?<=[${HAN}）”])[,;:!?](?![\\w])\\s*|(?<=[${HAN}）”])\\.(?=\\s|$)\\s*`, 'gu');
const BEFORE_HAN = new RegExp(`[,;!?]\\s*(?=[${HAN}“（])`, 'gu');
const PARENTHESES = new RegExp(`\\(([^()]*${HAN}[^()]*)\\)`, 'gu');
const HAN_THEN_LATIN = new RegExp(`(${HAN})([A-Za-z0-9<${CODE_MARK}])`, 'gu');
const LATIN_THEN_HAN = new RegExp(`([A-Za-z0-9%>${CODE_MARK}])(${HAN})`, 'gu');
const SPACED_PUNCTUATION = new RegExp(`\\s*([${FULL_WIDTH}])\\s*`, 'gu');

/** The text as it should be set; the same string when it is already. */
export function setChinese(text: string): string {
  const codes = text.match(/`[^`]*`/g) ?? [];
  let next = 0;
  return setProse(text.replace(/`[^`]*`/g, CODE_MARK)).replaceAll(CODE_MARK, () => codes[next++] ?? '');
}

/** One correction can bring another in reach (a space taken away, a mark now behind a quote), so until none is left. */
function setProse(prose: string): string {
  const set = setOnce(prose);
  return set === prose ? prose : setProse(set);
}

function setOnce(prose: string): string {
  return prose
    .replace(/[Ａ-Ｚａ-ｚ０-９]/g, (character) => character.normalize('NFKC'))
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(PARENTHESES, '（$1）')
    .replace(AFTER_HAN, toFullWidth)
    .replace(BEFORE_HAN, toFullWidth)
    .replace(HAN_THEN_LATIN, '$1 $2')
    .replace(LATIN_THEN_HAN, '$1 $2')
    .replace(SPACED_PUNCTUATION, '$1')
    .replace(/ {2,}/g, ' ');
}

function toFullWidth(punctuation: string): string {
  return TO_FULL_WIDTH[punctuation.trim()] ?? punctuation;
}
