/** Reads hex numbers with a prefix (`0xC004F074`, `&H80070005`), whole, broken in two or run together with what follows. */

import type { Candidate, Collect } from './candidate';
import { classOf, DIGIT, isAlphanumeric, isHexDigit, isLetter } from './characters';
import type { Run } from './runs';
import { matchEnd } from './sticky';

const WIDTH = 8;
const ZERO = 0x30;

/** A literal's suffix in C, or a word that lost its blank: "0x80070005Access denied". A digit among it is none. */
const LOST_BLANK = /[a-z]+(?![0-9a-z])/iy;

/** What may stand between the pieces of one number: a line end (quoted in mail, too), a blank, a separator, emphasis. */
const BREAK = /[ \t]{0,2}\r?\n[ \t>|]{0,8}|[ \t]{1,2}|[-_.·`*"']{1,2}/y;
/** One more group after a broken number makes it a row of a dump. */
const NEXT_GROUP = /[ \t.:-]([0-9a-f]{2,8})(?![0-9a-z])/iy;

/** The upper half of 64 bits that only repeats or clears the sign of the lower. */
const EXTENSION = /^(?:f{8}|0{8})[89a-f]/i;

/** Collects the prefixed numbers of a run. */
export function readHex(text: string, run: Run, collect: Collect): void {
  let previousEnd = -1;
  for (let cross = run.start; cross < run.end; cross += 1) {
    const start = prefixStart(text, cross);
    // `10x80070005` is a product of numbers, `0xC004F0740x8007232B` two codes.
    if (start === undefined || (classOf(text.charCodeAt(start - 1)) === DIGIT && start !== previousEnd)) continue;
    const candidate = readNumber(text, start, cross + 1);
    if (candidate === undefined) continue;
    collect(candidate);
    previousEnd = candidate.end;
    cross = candidate.end - 1;
  }
}

/** Where the prefix begins that ends with the character at `cross`: the `x` of `0x`, the `H` of Visual Basic's `&H`. */
function prefixStart(text: string, cross: number): number | undefined {
  switch (text.charCodeAt(cross)) {
    case 0x58:
    case 0x78:
      return text.charCodeAt(cross - 1) === ZERO ? cross - 1 : undefined;
    case 0x48:
    case 0x68:
      return text[cross - 1] === '&' ? cross - 1 : undefined;
    default:
      return undefined;
  }
}

function readNumber(text: string, start: number, body: number): Candidate | undefined {
  const length = countHex(text, body);
  const end = body + length;
  if (length < WIDTH) {
    return readJoined(text, start, body, end) ?? readShort(text, start, body, end);
  }
  if (length === 2 * WIDTH && EXTENSION.test(text.slice(body, end))) {
    return toCandidate(start, end, text.slice(body + WIDTH, end), 'extended');
  }
  if (!endsAfter(text, body + WIDTH, length - WIDTH)) return undefined;
  return toCandidate(start, body + WIDTH, text.slice(body, body + WIDTH), 'whole');
}

/** Tells whether eight digits end at `end`, although `surplus` more hex digits may follow as part of something else. */
function endsAfter(text: string, end: number, surplus: number): boolean {
  if (surplus === 0 && !isAlphanumeric(text.charCodeAt(end))) return true;
  if (surplus === 1 && prefixStart(text, end + 1) === end) return true;
  LOST_BLANK.lastIndex = end;
  return isLetter(text.charCodeAt(end)) && (LOST_BLANK.exec(text)?.[0].length ?? 0) > surplus;
}

function readJoined(text: string, start: number, body: number, firstEnd: number): Candidate | undefined {
  let digits = text.slice(body, firstEnd);
  let end = firstEnd;
  let breaks = 0;
  let width = 0;
  while (digits.length < WIDTH) {
    if (isAlphanumeric(text.charCodeAt(end))) return undefined;
    const groupStart = matchEnd(BREAK, text, end);
    if (groupStart === undefined) return undefined;
    width = countHex(text, groupStart);
    end = groupStart + width;
    if (width === 0 || width > WIDTH || prefixStart(text, end) !== undefined) return undefined;
    digits += text.slice(groupStart, end);
    breaks += 1;
  }
  if (digits.length !== WIDTH || isAlphanumeric(text.charCodeAt(end)) || isRow(text, end, width)) return undefined;
  return toCandidate(start, end, digits, breaks === 1 ? 'joined' : 'scattered');
}

function isRow(text: string, end: number, width: number): boolean {
  NEXT_GROUP.lastIndex = end;
  return NEXT_GROUP.exec(text)?.[1]?.length === width;
}

function readShort(text: string, start: number, body: number, end: number): Candidate | undefined {
  if (body === end || isAlphanumeric(text.charCodeAt(end))) return undefined;
  return toCandidate(start, end, text.slice(body, end), 'short');
}

/** How many hex digits follow, as far as it matters. */
function countHex(text: string, from: number): number {
  let end = from;
  while (end - from <= 2 * WIDTH && isHexDigit(text.charCodeAt(end))) end += 1;
  return end - from;
}

function toCandidate(start: number, end: number, digits: string, form: Candidate['form']): Candidate {
  return { start, end, value: Number.parseInt(digits, 16), spelling: 'hex', form };
}
