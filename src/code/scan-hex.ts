/** Finds hex numbers with a prefix (`0xC004F074`, `&H80070005`), whole, broken in two or run together with what follows. */

import { type Candidate, forEachMatch } from './candidate';

const PREFIXED = /(?:0x|&h)([0-9a-f]*)/gi;

const DIGIT = /[0-9]/;
const ALPHANUMERIC = /[0-9a-z]/i;
/** A literal's suffix in C, or a word that lost its blank: "0x80070005Access denied". A digit among it is none. */
const LOST_BLANK = /[a-z]+(?![0-9a-z])/iy;

/** What may stand between the pieces of one number: a line end (quoted in mail, too), a blank, a separator, emphasis. */
const BREAK = /[ \t]{0,2}\r?\n[ \t>|]{0,8}|[ \t]{1,2}|[-_.·`*"']{1,2}/y;
const GROUP = /[0-9a-f]{1,9}/iy;
/** One more group after a broken number makes it a row of a dump. */
const NEXT_GROUP = /[ \t.:-]([0-9a-f]{2,8})(?![0-9a-z])/iy;

/** The largest values of 64 bits whose upper half only repeats or clears the sign of the lower. */
const EXTENSION = /^(?:f{8}(?=[89a-f])|0{8}(?=[89a-f]))/i;

export function scanHex(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let previousEnd = -1;
  forEachMatch(PREFIXED, text, (match) => {
    const start = match.index;
    // `10x80070005` is a product of numbers, `0xC004F0740x8007232B` two codes.
    if (DIGIT.test(text.charAt(start - 1)) && start !== previousEnd) return;
    const candidate = readNumber(text, start, start + 2, match[1] ?? '');
    if (candidate === undefined) return;
    candidates.push(candidate);
    previousEnd = candidate.end;
    PREFIXED.lastIndex = Math.max(candidate.end, start + 2);
  });
  return candidates;
}

function readNumber(text: string, start: number, body: number, digits: string): Candidate | undefined {
  if (digits.length < 8) return readJoined(text, start, body, digits) ?? readShort(text, start, body, digits);
  if (digits.length === 16 && EXTENSION.test(digits)) {
    return hexCandidate(start, body + 16, digits.slice(8), 'extended');
  }
  return endsAfter(text, body + 8, digits.length - 8)
    ? hexCandidate(start, body + 8, digits.slice(0, 8), 'whole')
    : undefined;
}

/** Tells whether eight digits end at `end`, although `surplus` more hex digits may follow as part of something else. */
function endsAfter(text: string, end: number, surplus: number): boolean {
  if (surplus === 0 && !ALPHANUMERIC.test(text.charAt(end))) return true;
  if (surplus === 1 && text[end] === '0' && /x/i.test(text.charAt(end + 1))) return true;
  LOST_BLANK.lastIndex = end;
  const word = LOST_BLANK.exec(text)?.[0] ?? '';
  return word.length > surplus;
}

function readJoined(text: string, start: number, body: number, first: string): Candidate | undefined {
  let digits = first;
  let end = body + first.length;
  let breaks = 0;
  let width = 0;
  while (digits.length < 8) {
    BREAK.lastIndex = end;
    if (!BREAK.test(text)) return undefined;
    GROUP.lastIndex = BREAK.lastIndex;
    const group = GROUP.exec(text)?.[0];
    if (group === undefined || /x/i.test(text.charAt(GROUP.lastIndex))) return undefined;
    digits += group;
    width = group.length;
    end = GROUP.lastIndex;
    breaks += 1;
  }
  if (digits.length !== 8 || ALPHANUMERIC.test(text.charAt(end)) || isRow(text, end, width)) return undefined;
  return hexCandidate(start, end, digits, breaks === 1 ? 'joined' : 'scattered');
}

function isRow(text: string, end: number, width: number): boolean {
  NEXT_GROUP.lastIndex = end;
  return NEXT_GROUP.exec(text)?.[1]?.length === width;
}

function readShort(text: string, start: number, body: number, digits: string): Candidate | undefined {
  const end = body + digits.length;
  if (digits === '' || ALPHANUMERIC.test(text.charAt(end))) return undefined;
  return hexCandidate(start, end, digits, 'short');
}

function hexCandidate(start: number, end: number, digits: string, form: Candidate['form']): Candidate {
  return { start, end, value: Number.parseInt(digits, 16), spelling: 'hex', form };
}
