/** Finds the longest word of a list at a place, in time bounded by the longest word. */

interface Node<Kind> {
  readonly next: Map<number, Node<Kind>>;
  kind?: Kind;
  /** The word goes on with any letters. */
  isStem?: boolean;
}

export interface Found<Kind> {
  readonly kind: Kind;
  readonly end: number;
}

/** Letters of the alphabets whose words need a boundary; scripts without spaces need none. */
const ALPHABETIC = /[a-zß-ÿĀ-žΆ-ώа-яёіїєґ]/;
const LONGEST_ENDING = 16;
const SEPARATORS = ['', ' ', '-', '_'];

export interface WordFinder<Kind> {
  /** Tells whether any word begins with the code unit: the quick answer for most places. */
  mayBegin(unit: number): boolean;
  /** The longest word that begins at `start` of a lower-case text and ends where a word can. */
  at(text: string, start: number): Found<Kind> | undefined;
}

/**
 * Builds a finder for lower-case words. A space in a word may also be a hyphen, an underscore or nothing; a `*` at its
 * end takes any ending. A word in two lists belongs to the first.
 */
export function createWordFinder<Kind extends string>(
  lists: readonly (readonly [Kind, readonly string[]])[],
): WordFinder<Kind> {
  const root: Node<Kind> = { next: new Map() };
  for (const [kind, words] of lists) for (const word of words) add(root, word, kind);
  const beginnings = new Uint8Array(0x1_0000);
  for (const unit of root.next.keys()) beginnings[unit] = 1;
  return {
    mayBegin: (unit) => beginnings[unit] === 1,
    at: (text, start) => {
      let found: Found<Kind> | undefined;
      let node = root.next.get(text.charCodeAt(start));
      for (let end = start + 1; node !== undefined; end += 1) {
        if (node.kind !== undefined) {
          if (node.isStem) found = { kind: node.kind, end: endOfLetters(text, end) };
          else if (endsWord(text, end)) found = { kind: node.kind, end };
        }
        node = node.next.get(text.charCodeAt(end));
      }
      return found;
    },
  };
}

function add<Kind>(root: Node<Kind>, word: string, kind: Kind): void {
  const isStem = word.endsWith('*');
  for (const spelled of spellings(isStem ? word.slice(0, -1) : word)) {
    let node = root;
    for (let index = 0; index < spelled.length; index += 1) node = childOf(node, spelled.charCodeAt(index));
    node.kind ??= kind;
    node.isStem ||= isStem;
  }
}

function childOf<Kind>(node: Node<Kind>, unit: number): Node<Kind> {
  const existing = node.next.get(unit);
  if (existing !== undefined) return existing;
  const child: Node<Kind> = { next: new Map() };
  node.next.set(unit, child);
  return child;
}

function spellings(word: string): readonly string[] {
  const [first = '', ...rest] = word.split(' ');
  return rest.reduce<string[]>(
    (heads, part) => heads.flatMap((head) => SEPARATORS.map((gap) => head + gap + part)),
    [first],
  );
}

function endsWord(text: string, end: number): boolean {
  return !ALPHABETIC.test(text.charAt(end - 1)) || !ALPHABETIC.test(text.charAt(end));
}

function endOfLetters(text: string, from: number): number {
  let end = from;
  while (end - from < LONGEST_ENDING && ALPHABETIC.test(text.charAt(end))) end += 1;
  return end;
}
