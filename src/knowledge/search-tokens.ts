/**
 * Cuts text into what is compared: synonyms as one token, Latin words without their endings, Chinese as pairs of
 * neighboring characters.
 */

import { STOP_WORDS } from './search-stop-words';
import { CIRCUMSTANCE_WORDS, SUBJECTS } from './search-synonyms';

/** A piece of a text. */
export interface Token {
  readonly text: string;
  /** A part of a phrase that is a token itself already: it sharpens what the phrase says, and asks for nothing more. */
  readonly isPart: boolean;
}

/** A place in a phrase: what may follow, and what the phrase that ends here means; the empty text for nothing. */
interface Node {
  readonly next: Map<string, Node>;
  meaning?: string;
}

/** A Chinese character, or a Latin word or number; `3.5` is one number. */
const UNITS = /\p{Script=Han}|#few|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\d+)*/gu;
const HAN = /^\p{Script=Han}$/u;
const CODE = /^(?:0x)?([0-9a-f]{8})$/;
const SYMBOL = /[a-z0-9]+(?:_[a-z0-9]+){2,}/g;
/** Fewer than the 25 clients that a KMS host waits for. */
const FEW =
  /(?<!\d)(?:1?\d|2[0-4]) ?(?:台|(?:pcs?|machines?|computers?|clients?|servers?|hosts?|devices?|laptops?)(?![a-z]))/g;
const PERCENT = /\d+ ?(?:%|percent(?![a-z]))/g;
const SUBJECT_MARK = '=';
const CIRCUMSTANCE_MARK = '~';
const MOST_STEMS = 20_000;

const STEMS = new Map<string, string>();
const PHRASES = plantPhrases();

/** The tokens of a text, in order and with repetitions. `repair` may correct a Latin word. */
export function toTokens(text: string, repair: (stem: string) => string = (stem) => stem): Token[] {
  const normal = normalize(text);
  const units = toUnits(normal).map((unit) => (HAN.test(unit) ? unit : repair(unit)));
  const tokens: Token[] = (normal.match(SYMBOL) ?? []).map((name) => ({ text: name, isPart: false }));
  pushTokens(units, units.length, false, tokens);
  return tokens;
}

/** Cuts along phrases of at most `longest` units; what lies between is loose. */
function pushTokens(units: readonly string[], longest: number, isPart: boolean, tokens: Token[]): void {
  let loose: string[] = [];
  for (let at = 0; at < units.length; ) {
    const { length, meaning } = phraseAt(units, at, longest);
    if (meaning === undefined) {
      loose.push(units[at] ?? '');
      at += 1;
      continue;
    }
    pushUnits(loose, isPart, tokens);
    loose = [];
    if (meaning !== '') {
      tokens.push({ text: meaning, isPart });
      const inner = units.slice(at, at + length);
      pushUnits(inner, true, tokens);
      // A phrase may hold another: whoever has a KMS host has KMS.
      if (length > 1 && !isPart) pushTokens(inner, length - 1, true, tokens);
    }
    at += length;
  }
  pushUnits(loose, isPart, tokens);
}

/** Tells whether a token names a thing that Windows has. */
export function isSubject(token: string): boolean {
  return token.startsWith(SUBJECT_MARK);
}

/** Tells whether a token stands for all phrases of a line. */
export function isConcept(token: string): boolean {
  return isSubject(token) || token.startsWith(CIRCUMSTANCE_MARK);
}

/** The Latin words among the tokens, which a slip may have meant. */
export function knownStems(): Iterable<string> {
  const words = new Set<string>();
  const visit = ({ next }: Node): void => {
    for (const [unit, node] of next) {
      if (!HAN.test(unit)) words.add(unit);
      visit(node);
    }
  };
  visit(PHRASES);
  return words;
}

/** What is written in several ways and means the same. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/n[’']t(?![a-z])/g, ' not')
    .replace(FEW, ' #few computer ')
    .replace(PERCENT, ' percent ');
}

function toUnits(normal: string): string[] {
  return (normal.match(UNITS) ?? []).map((unit) => (HAN.test(unit) ? unit : stem(unit)));
}

/** The longest phrase that begins here, of at most so many units. */
function phraseAt(
  units: readonly string[],
  start: number,
  longest: number,
): { readonly length: number; readonly meaning?: string } {
  let found: { length: number; meaning?: string } = { length: 0 };
  let node: Node | undefined = PHRASES;
  for (let at = start; at < Math.min(units.length, start + longest); at += 1) {
    node = node.next.get(units[at] ?? '');
    if (node === undefined) break;
    if (node.meaning !== undefined) found = { length: at - start + 1, meaning: node.meaning };
  }
  return found;
}

/** Latin words as they are; `密钥管理` as `密钥`, `钥管`, `管理`, found without knowing where words end. */
function pushUnits(units: readonly string[], isPart: boolean, tokens: Token[]): void {
  for (const [index, unit] of units.entries()) {
    if (!HAN.test(unit)) {
      tokens.push({ text: unit, isPart });
      continue;
    }
    const next = units[index + 1];
    if (next !== undefined && HAN.test(next)) tokens.push({ text: `${unit}${next}`, isPart });
  }
}

/** A code without its `0x`; a word without its ending, so that crashes, crashed and crashing are one. */
function stem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const made = makeStem(word);
  if (STEMS.size < MOST_STEMS) STEMS.set(word, made);
  return made;
}

function makeStem(word: string): string {
  const code = CODE.exec(word)?.[1];
  if (code !== undefined && /\d/.test(code)) return code;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const bare =
    word.length < 5 ? word.replace(/(?<=[^su])s$/, '') : word.replace(/(?:ing|ed|(?<=[sxzh])es|(?<=[^siu])s)$/, '');
  if (bare.length < 3) return word;
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=....)e$/, '');
}

function plantPhrases(): Node {
  const root: Node = { next: new Map() };
  for (const word of STOP_WORDS) plant(root, word, '');
  plantLines(root, SUBJECTS, SUBJECT_MARK);
  plantLines(root, CIRCUMSTANCE_WORDS, CIRCUMSTANCE_MARK);
  return root;
}

function plantLines(root: Node, lines: readonly (readonly string[])[], mark: string): void {
  for (const [index, phrases] of lines.entries()) {
    for (const phrase of phrases) plant(root, phrase, `${mark}${index}`);
  }
}

function plant(root: Node, phrase: string, meaning: string): void {
  let node = root;
  for (const unit of toUnits(phrase)) {
    const next: Node = node.next.get(unit) ?? { next: new Map() };
    node.next.set(unit, next);
    node = next;
  }
  node.meaning = meaning;
}
