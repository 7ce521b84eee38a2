/**
 * Line breaking for the terminal: at spaces, and beside Chinese characters, but never in front of closing or behind
 * opening punctuation. A word wider than the line stays whole, so that an address can be copied.
 */

import { countCells, isPlain, isWide } from './cells';

/** Text in one style, for example a stretch of inline code. */
export interface StyledText {
  readonly text: string;
  /** Applied to what is printed; adds no cells. Texts of one style share one function. */
  readonly paint: (text: string) => string;
}

/** What is never broken. */
interface Chunk {
  readonly texts: StyledText[];
  cells: number;
  /** The space in front of it, dropped where it begins a line. */
  readonly gap: '' | ' ';
}

const CLOSING = /^[、。，．：；！？）》」』】〕〉”’…]/u;
const OPENING = /[（《「『【〔〈“‘]$/u;
const SPACE = /\s+/u;

/** The lines of a styled text, none wider than `width` cells where it can be broken at all. */
export function wrapStyled(texts: readonly StyledText[], width: number): string[] {
  const lines: StyledText[][] = [];
  let free = 0;
  for (const chunk of toChunks(texts)) {
    const line = lines.at(-1);
    const needed = chunk.gap.length + chunk.cells;
    if (line === undefined || needed > free) {
      lines.push([...chunk.texts]);
      free = width - chunk.cells;
    } else {
      line.push(...spaced(chunk, line.at(-1)));
      free -= needed;
    }
  }
  return lines.map(paintLine);
}

/** A space within one style belongs to it; between two styles it has none. */
function spaced({ texts, gap }: Chunk, previous: StyledText | undefined): StyledText[] {
  const [first] = texts;
  if (gap === '' || first === undefined) return texts;
  return [{ text: gap, paint: first.paint === previous?.paint ? first.paint : (text) => text }, ...texts];
}

/** Neighbors of one style are painted together. */
function paintLine(texts: readonly StyledText[]): string {
  const merged: StyledText[] = [];
  for (const next of texts) {
    const last = merged.at(-1);
    if (last?.paint === next.paint) merged[merged.length - 1] = { text: last.text + next.text, paint: next.paint };
    else merged.push(next);
  }
  return merged.map(({ text, paint }) => paint(text)).join('');
}

function toChunks(texts: readonly StyledText[]): Chunk[] {
  const chunks: Chunk[] = [];
  let gap: Chunk['gap'] = '';
  let previous = '';
  for (const { text, paint } of texts) {
    for (const [index, word] of text.split(SPACE).entries()) {
      if (index > 0) gap = ' ';
      for (const unit of splitWord(word)) {
        const last = chunks.at(-1);
        const cells = countCells(unit);
        if (last !== undefined && gap === '' && holdsTogether(previous, unit)) {
          last.texts.push({ text: unit, paint });
          last.cells += cells;
        } else {
          chunks.push({ texts: [{ text: unit, paint }], cells, gap });
        }
        gap = '';
        previous = unit;
      }
    }
  }
  return chunks;
}

/** A word as runs of narrow characters and single wide ones. */
function splitWord(word: string): readonly string[] {
  if (isPlain(word)) return word === '' ? [] : [word];
  const units: string[] = [];
  let narrow = '';
  for (const character of word) {
    if (!isWide(character)) {
      narrow += character;
      continue;
    }
    if (narrow !== '') units.push(narrow);
    units.push(character);
    narrow = '';
  }
  return narrow === '' ? units : [...units, narrow];
}

function holdsTogether(previous: string, next: string): boolean {
  if (CLOSING.test(next) || OPENING.test(previous)) return true;
  return !isWide(previous) && !isWide(next);
}
