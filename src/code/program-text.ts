/** Numbers of programs and machines: contents of registers, arrays and traces, values of variables, lines of code. */

import type { Candidate } from './candidate';
import type { Span } from './mention';
import { isPlausible } from './plausible';
import { matchEnd } from './sticky';

/** Registers of the processors whose dumps people paste, where a name of its own can mean nothing else. */
const SURE_REGISTER =
  '[re](?:[abcd]x|[sd]i|[bs]p|ip|flags|fl)|[cd]r[0-9]|[rx]\\d{1,2}[dwb]?|gpr\\d\\d|[cx]psr|[ms]?epc|iar|excvaddr|lcount|cfsr|hfsr|[ms](?:cause|tval)';
/** Names that may be other things and count in a row of registers alone. */
const SHORT_REGISTER =
  '[avstkw]\\d{1,2}|[cdefgs]s|[abcd]x|pc|lr|sp|fp|gp|ra|ps|sar|psr|dar|far|esr|elr|exccause|lbeg|lend|bfar|mmfar|badvaddr|msr|ctr|xer';
const ANY_REGISTER = `(?<![a-z0-9_])(?:${SURE_REGISTER}|${SHORT_REGISTER})[\\s:=]{1,10}`;
const REGISTER_VALUE = '(?:0x)?[0-9a-f]{4,16}(?![0-9a-z])[,;]?\\s{1,8}';
const REGISTER_BEFORE = new RegExp(`(?<![a-z0-9_])(?:${SURE_REGISTER})\\s{0,8}[:=]\\s{0,4}$`, 'i');
const REGISTER_AMONG_BEFORE = new RegExp(`${ANY_REGISTER}$`, 'i');
const REGISTER_ROW_BEFORE = new RegExp(`${ANY_REGISTER}${REGISTER_VALUE}${ANY_REGISTER}$`, 'i');
const REGISTER_ROW_AFTER = new RegExp(`[,;]?\\s{1,8}${ANY_REGISTER}(?:0x)?[0-9a-f]{4,16}(?![0-9a-z])`, 'iy');

/** The next or the last number of a list of 32-bit numbers, as arrays, tables and traces hold them. */
const NUMBER_AFTER = /[ul]{0,3}["'`]?[\s,|:]{1,4}["'`]?0x([0-9a-f]{8})(?![0-9a-z])/iy;
const NUMBER_BEFORE = /0x([0-9a-f]{8})[ul]{0,3}["'`]?[\s,|:]{1,4}["'`]?$/i;
const FIRST_LARGE = 0x1_0000;
const FAILURE_BIT = 0x8000_0000;
const CODE_LIKE = /^(?:[48]|c[01a]|d0|e[04])/i;

/** The value of something that has a name of its own: `vis=0x80000608`, `"gasPrice": "0x9184e72a"`. */
const ASSIGNED = /(?:[a-z0-9_`)\]]\s?=|["'`]\s?[:=])\s?["'`]?$/i;

/** A directive, a declaration, an instruction with an operand before the number. */
const DECLARATION = new RegExp(
  [
    '^\\s*(?:#\\s?define|\\.(?:word|long|quad|4byte|int))\\b',
    '(?<![a-z])(?:const|static|unsigned|u?int(?:32|64)?(?:_t)?|u32|u64|let|var|auto|dword|ulong|uint)\\s{1,3}[a-z_]\\w{0,40}\\s?(?:\\[\\w{0,8}\\]\\s?)?=',
    '(?<![a-z])(?:mov[lq]?|movabs|lui?|li|ldr|cmp|andi?|addi?|xor)\\s{1,8}[%a-z][\\w[\\]+]{0,12},\\s{0,3}[$#]?$|(?<![a-z])push4\\s$',
  ].join('|'),
  'i',
);
/** One line of an enumeration: `DEVICE_STATE_FAILED = 0x00000020,`. */
const MEMBER_HEAD = /^\s*[a-z_]\w*\s*=\s*$/i;
const MEMBER_TAIL = /[ul]{0,3}\s?(?:,\s*(?:\/[/*]|\n|$)|\s*\})/iy;
const COMMENT = /^\s*\/[/*]/;
const PROGRAM_TAIL = /[;{}\\]\s*$/;
const LONGEST_HEAD = 120;
const LONGEST_TAIL = 60;

/** Tells whether the number is the content of a processor's register. */
export function isRegister(text: string, { start, end }: Span): boolean {
  if (!/[\s:=]/.test(text.charAt(start - 1))) return false;
  const before = text.slice(Math.max(0, start - 56), start);
  if (!REGISTER_AMONG_BEFORE.test(before)) return false;
  return (
    REGISTER_BEFORE.test(before) ||
    REGISTER_ROW_BEFORE.test(before) ||
    matchEnd(REGISTER_ROW_AFTER, text, end) !== undefined
  );
}

/**
 * Tells whether the number stands beside another one that is no code: one of an array, a table, a trace. Where the text
 * speaks of an error, two numbers that could be anything may be two codes of a vendor's.
 */
export function isAmongNumbers(text: string, { start, end, value }: Candidate, hasError: boolean): boolean {
  const mayBeCode = hasError || isPlausible(value);
  NUMBER_AFTER.lastIndex = end;
  const after = NUMBER_AFTER.exec(text)?.[1];
  if (after !== undefined && isForeignNumber(after, mayBeCode)) return true;
  if (!/[\s,|:"'`]/.test(text.charAt(start - 1))) return false;
  const before = NUMBER_BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  return before !== undefined && isForeignNumber(before, mayBeCode);
}

/** Tells whether the number is the value of something named otherwise than an error. */
export function isAssigned(text: string, { start }: Pick<Span, 'start'>): boolean {
  return ASSIGNED.test(text.slice(Math.max(0, start - 8), start));
}

/** Tells whether the line begins as one of a program that gives the number a name or works on it. */
export function isDeclared(text: string, { start, end }: Span): boolean {
  const head = headOf(text, start);
  return DECLARATION.test(head) || (MEMBER_HEAD.test(head) && matchEnd(MEMBER_TAIL, text, end) !== undefined);
}

/** Tells whether the line of the number is a line of a program. */
export function isInProgram(text: string, { start, end }: Span): boolean {
  if (COMMENT.test(headOf(text, start)) || isDeclared(text, { start, end })) return true;
  const [rest = ''] = text.slice(end, end + LONGEST_TAIL).split('\n', 1);
  return rest.length < LONGEST_TAIL && PROGRAM_TAIL.test(rest);
}

/** What stands before the place in its line. */
function headOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LONGEST_HEAD), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** Neither small, as columns hold them, nor a code by its first digits, or no more like one than what it stands beside. */
function isForeignNumber(digits: string, isBesideCode: boolean): boolean {
  const value = Number.parseInt(digits, 16);
  if (value < FIRST_LARGE) return false;
  return !CODE_LIKE.test(digits) || !(isBesideCode || isPlausible((value | FAILURE_BIT) >>> 0));
}
