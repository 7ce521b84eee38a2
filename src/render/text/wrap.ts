/**
 * Line breaking for the terminal: at spaces, and beside Chinese characters, but never in front of closing or behind
 * opening punctuation. A word wider than the line stays whole, so that an address can be copied.
 */

import { countCells, isWide } from './cells';

/** Text in one style, for example a stretch of inline code. */
export interface StyledText {
  readonly text: string;
  /** Applied to what is printed; adds no cells. */
  readonly paint: (text: string) => string;
}

/** What is never broken: printed text and its width in cells. */
interface Chunk {
  printed: string;
  cells: number;
  /** The spaces in front of it, dropped where it begins a line. */
  readonly gap: string;
}

const CLOSING = /^[、。，．：；！？）》」』】〕〉”’…]/u;
const OPENING = /[（《「『【〔〈“‘]$/u;
const TOKENS = /(\s+)|(\S+)/gu;

/** The lines of a styled text, none wider than `width` cells where it can be broken at all. */
export function wrapStyled(texts: readonly StyledText[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let cells = 0;
  for (const chunk of toChunks(texts)) {
    if (cells > 0 && cells + chunk.gap.length + chunk.cells > width) {
      lines.push(line);
      line = '';
      cells = 0;
    }
    const gap = cells > 0 ? chunk.gap : '';
    line += gap + chunk.printed;
    cells += gap.length + chunk.cells;
  }
  return cells > 0 ? [...lines, line] : lines;
}

function toChunks(texts: readonly StyledText[]): Chunk[] {
  const chunks: Chunk[] = [];
  let gap = '';
  let previous = '';
  for (const { text, paint } of texts) {
    for (const [, space, word] of text.matchAll(TOKENS)) {
      if (space !== undefined) gap = ' ';
      for (const unit of word === undefined ? [] : splitWord(word)) {
        const last = chunks.at(-1);
        if (last !== undefined && gap === '' && holdsTogether(previous, unit)) {
          last.printed += paint(unit);
          last.cells += countCells(unit);
        } else {
          chunks.push({ printed: paint(unit), cells: countCells(unit), gap });
        }
        gap = '';
        previous = unit;
      }
    }
  }
  return chunks;
}

/** A word as runs of narrow characters and single wide ones. */
function splitWord(word: string): string[] {
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
