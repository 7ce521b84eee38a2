/** Cuts text into search tokens: Latin words in lower case, Chinese as pairs of neighboring characters. */

const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}_]+/gu;
const HAN = /\p{Script=Han}/u;
const CODE = /^(?:0x)?([0-9a-f]{8})$/;

/** Words that any question holds and that tell nothing about a fault. */
const STOP_WORDS = new Set(
  `a an and are as at be been but by can do does for from get has have how i if in into is it its me my of on or our so
  than that the their then there these this to us was we were what when where which who why will with you your
  error code windows please help problem issue says said shows showing message getting got`.split(/\s+/),
);

/** Chinese words of the same kind; they are cut out before pairs are made, so that no pair straddles them. */
const CHINESE_FILLERS =
  /请问|怎么办|怎么|为什么|如何|什么|错误|代码|提示|显示|问题|一下|我们|的时候|的|了|吗|呢|啊|吧/gu;

/** The tokens of a text, in order and with repetitions. */
export function toSearchTokens(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? chineseTokens(run) : latinTokens(run)));
}

/** `密钥管理` gives `密钥`, `钥管`, `管理`: found without knowing where words end. */
function chineseTokens(run: string): string[] {
  return run.split(CHINESE_FILLERS).flatMap((part) => {
    const characters = [...part];
    if (characters.length < 2) return characters;
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}

/** A code without its `0x`; a symbolic name as a whole and in parts; a word without its plural s. */
function latinTokens(run: string): string[] {
  const code = CODE.exec(run)?.[1];
  if (code !== undefined && /\d/.test(code)) return [code];
  const parts = run.split('_').filter((part) => part !== '' && !STOP_WORDS.has(part));
  const words = parts.map(singular);
  return parts.length > 1 ? [run, ...words] : words;
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !/[ius]s$/.test(word) ? word.slice(0, -1) : word;
}
