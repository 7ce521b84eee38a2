/** Shapes around a number that say it is part of something else: a GUID, a dump, a path, a list of parameters. */

import { isAlphanumeric } from './characters';
import type { Span } from './mention';
import { isPlausible } from './plausible';
import { matchEnd } from './sticky';

/** The rest of a GUID, masked ones included, or of another id in groups. */
const MORE_GROUPS = /-(?:[0-9a-z*.•#?]{4}-|\r?\n(?!\s{0,8}0x))/iy;
/** The second and third members of a GUID written as a C structure. */
const GUID_MEMBERS = /[ul]{0,3}\s{0,4},\s{0,4}0x[0-9a-f]{1,4}\s{0,4},\s{0,4}0x[0-9a-f]{1,4}\s{0,4},/iy;
/** A long number shortened in the middle: `0x8c3fab12…9d41`. */
const SHORTENED = /(?:…|\.{2,4})[0-9a-f]{2}/iy;
/** The lower half of an address as debuggers split it. */
const LOWER_HALF = /`[0-9a-f]{8}/iy;

/** Joins a bare number to an id, a path, a mail address, a device name, base64. */
const JOINER_BEFORE = /[-./\\_&%+@#:`=~]/;
const JOINER_AFTER = /[-/\\_&%+@=~`]/;

/** `C004F074/8007232B`: the neighbor looks like a code, too. */
const LISTED_BEFORE = /(?<![0-9a-z])[48c][0-9a-f]{7}[/&+]$/i;
const LISTED_AFTER = /[/&+](?:0x)?[48c][0-9a-f]{7}(?![0-9a-z])/iy;

/** Windows Setup says where it failed behind what failed: `C1900101-4000D`. */
const EXTEND_AFTER = /-(?:0x)?[0-5a][0-9a-f]{4}(?![0-9a-z-])/iy;
const SETUP_FAMILY = /^c190/i;
const RESULT_BEFORE = /(?<![0-9a-z])(?:0x)?[48c][0-9a-f]{7}\s{0,3}[-–—]\s{0,3}$/i;
const LONGEST_RESULT = '0xC1900101   -   '.length;
/** The phase in front of four digits; the Media Creation Tool counts up to ten of them. */
const LAST_EXTEND = 0xa_ffff;

const REGISTER =
  /(?:\b[re]?(?:[abcd]x|[sd]i|[bs]p|ip)|\b[re]fl|\bcr[0-4]|\br1?\d[dwb]?|\bx\d\d?|\b[cdefgs]s)\s?[=:]\s?$/i;

/** Neighbors in a row of a dump: one group as wide, or two narrower ones. */
const ROW_AFTER =
  /:?[ \t]{1,4}([0-9a-f]{8}|[0-9a-f]{16}|[0-9a-f]{4}[ \t][0-9a-f]{4}|(?:[0-9a-f]{2}[ \t]){1,3}[0-9a-f]{2})(?![0-9a-z])/iy;
const ROW_BEFORE = /(?<![0-9a-z])([0-9a-f]{8}|[0-9a-f]{16}|[0-9a-f]{4}[ \t][0-9a-f]{4})[ \t]{1,4}$/i;
const NARROW_PAIR = 'ad dc'.length;
const HAS_DIGIT = /[0-9]/;

const LONGEST_PARAMETERS = 96;
/** What stands before the bracket of a stop code's parameters. */
const STOP_CODE_BEFORE = /(?:0x|(?<![0-9a-z_]))[0-9a-f]{1,8}["'`]?[\s:,]{0,3}$/i;
const COMMA_AFTER = /\s?,/y;
/** Which of them is a status depends on the stop code, and `evidence/stop-code.ts` knows; the first one mostly is. */
const ARGUMENT_BEFORE = /\bArg[2-4]: {1,3}$/;

const ADDRESSED = /(?:\bat |@|\*\) ?|\b(?:color|rgb|argb)\w{0,8}\(["']?)$/i;
const INFORMATIVE = /\s{0,2}\(for information/iy;
const REGISTRY_VALUE = /\s?\([0-9]{1,5}\)/y;
const UNIT =
  /\s?(?:(?:bytes?|[kmgt]i?b|bits?|rows?|lines?|items?|records?|entries|keys|files|messages|events|points?|users?|passed|skipped|px|[mun]?s)\b|[个個行字元次条條])/iy;

/** Tells whether the number is part of something longer, whatever the words around it say. */
export function isPartOfId(text: string, { start, end }: Span): boolean {
  // A distance from a name: `ntdll+0x80001234`.
  if (text[start - 1] === '+' && isAlphanumeric(text.charCodeAt(start - 2))) return true;
  switch (text[end]) {
    case '-':
      return matchEnd(MORE_GROUPS, text, end) !== undefined;
    case '.':
    case '…':
      return matchEnd(SHORTENED, text, end) !== undefined;
    case '>':
      // How Python prints what has no better name: `<Thing object at 0x80070005>`.
      return text.slice(Math.max(0, start - 4), start) === ' at ';
    case '`':
      return matchEnd(LOWER_HALF, text, end) !== undefined;
    default:
      return matchEnd(GUID_MEMBERS, text, end) !== undefined;
  }
}

/** Tells whether a bare number hangs on to its neighbors as ids, paths and addresses do. */
export function isAttached(text: string, { start, end }: Span): boolean {
  return (
    hangsOnBefore(text, start) || hangsOnAfter(text, end) || REGISTER.test(text.slice(Math.max(0, start - 6), start))
  );
}

/** Tells whether a bare number stands in a row of hex groups that are not codes themselves. */
export function isInRow(text: string, { start, end }: Span): boolean {
  ROW_AFTER.lastIndex = end;
  const after = ROW_AFTER.exec(text)?.[1];
  if (after !== undefined && isRowGroup(after)) return true;
  const before = ROW_BEFORE.exec(text.slice(Math.max(0, start - 22), start))?.[1];
  return before !== undefined && isRowGroup(before);
}

/** Tells whether the number is one of the parameters of a stop code: `0x0000007E (0xC0000005, 0x80546F1C, …)`. */
export function isStopParameter(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_PARAMETERS), start);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('{'));
  if (open <= before.lastIndexOf(')')) return false;
  // One value in brackets is the code itself once more: "returned -2147024891 (0x80070005)".
  if (!before.includes(',', open) && matchEnd(COMMA_AFTER, text, end) === undefined) return false;
  return STOP_CODE_BEFORE.test(before.slice(Math.max(0, open - 16), open));
}

/** Tells whether the number is a further argument of a stop code on a line of its own: `Arg4: ffffffffc00000a0`. */
export function isArgument(text: string, { start }: Pick<Span, 'start'>): boolean {
  return ARGUMENT_BEFORE.test(text.slice(Math.max(0, start - 8), start));
}

/** Tells whether the number says where Setup failed, behind the code that says how: `0xC1900101 - 0x4000D`. */
export function isExtendCode(
  text: string,
  { start, value }: Pick<Span, 'start'> & { readonly value: number },
): boolean {
  return value <= LAST_EXTEND && RESULT_BEFORE.test(text.slice(Math.max(0, start - LONGEST_RESULT), start));
}

/** "The instruction at 0x80546f1c": a place in memory, or a color. */
export function isAddressed(text: string, { start }: Pick<Span, 'start'>): boolean {
  return ADDRESSED.test(text.slice(Math.max(0, start - 18), start));
}

/** `0x00000004 (4)`: how the registry editor shows a value. */
export function isRegistryValue(text: string, { end }: Pick<Span, 'end'>): boolean {
  return matchEnd(REGISTRY_VALUE, text, end) !== undefined;
}

/** `0x4004F040 (for information purposes only as the status is licensed)`: Office's script says that all is well. */
export function isInformative(text: string, { end }: Pick<Span, 'end'>): boolean {
  return matchEnd(INFORMATIVE, text, end) !== undefined;
}

/** "2147942405 bytes": a number of things. */
export function isAmount(text: string, { end }: Pick<Span, 'end'>): boolean {
  return matchEnd(UNIT, text, end) !== undefined;
}

function hangsOnBefore(text: string, start: number): boolean {
  if (LISTED_BEFORE.test(text.slice(Math.max(0, start - 10), start))) return false;
  const joiner = text.charAt(start - 1);
  if (joiner === '#' || joiner === '\\' || joiner === '@') return true;
  // A range of commits: `c004f074..8007232b`.
  if (joiner === '.' && text[start - 2] === '.') return true;
  return JOINER_BEFORE.test(joiner) && isAlphanumeric(text.charCodeAt(start - 2));
}

function hangsOnAfter(text: string, end: number): boolean {
  if (matchEnd(LISTED_AFTER, text, end) !== undefined) return false;
  if (SETUP_FAMILY.test(text.slice(end - 8, end)) && matchEnd(EXTEND_AFTER, text, end) !== undefined) return false;
  const joiner = text.charAt(end);
  if (joiner === '.' || joiner === ':') return /[0-9a-z]/.test(text.charAt(end + 1));
  return joiner === '@' || joiner === '\\' || (JOINER_AFTER.test(joiner) && isAlphanumeric(text.charCodeAt(end + 1)));
}

function isRowGroup(group: string): boolean {
  // Two short words may consist of hex letters alone; more of them in a row are bytes.
  if (!HAS_DIGIT.test(group)) return group.length > NARROW_PAIR && group.includes(' ');
  return group.length !== 8 || !isPlausible(Number.parseInt(group, 16));
}
