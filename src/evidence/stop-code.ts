/**
 * Reads stops ("blue screens") with their parameters, and the NTSTATUS among these.
 * @see https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-code-reference2
 */

import { type ErrorCode, toErrorCode } from '../code/error-code';
import { compact } from './compact';
import type { StopFacts } from './facts';
import type { Page } from './page';

const TRACES = ['stop', 'bugcheck', 'bug check', 'crash', 'bccode', 'bcp1', '检测错误', '(0x', 'arg1'];

const DIGITS = '[0-9a-f]{1,8}`?[0-9a-f]{0,8}';
const HEX = `(?:0x)?${DIGITS}`;
const MORE = `(?:\\s{0,2},\\s{0,3}${HEX}){0,3}`;

/** Codes with their parameters at hand. Four in brackets behind a whole code are a stop in any language. */
const WITH_LIST = [
  new RegExp(`(?<![0-9a-z])(0x[0-9a-f]{1,8})\\s{0,2}\\(\\s{0,2}(0x${DIGITS}${MORE})\\s{0,2}\\)`, 'gi'),
  new RegExp(`\\bBug ?Check\\s{1,2}([0-9a-f]{1,8}),\\s{0,2}\\{\\s{0,2}(${HEX}${MORE})\\s{0,2}\\}`, 'gi'),
];
/** Codes by their label, hex: the parameters follow on lines of their own. */
const LABELED = [
  /\bbug ?check(?: ?code)?(?: was)?\s{0,4}[:=]?\s{0,4}(0x[0-9a-f]{1,8})(?![0-9a-z])/i,
  /\bCrash (0x[0-9a-f]{1,8})(?![0-9a-z])/i,
  /\bBCCode\s?:\s{0,4}([0-9a-f]{1,8})(?![0-9a-z])/i,
  /^ {0,20}[A-Z][A-Z0-9_]{4,60} ?\(([0-9a-f]{1,8})\)\s{0,8}$(?=[\s\S]{0,1500}?\bArg1\s?:)/m,
  /\bSTOP\s?(?:code|error)?\s?:?\s{0,2}(0x[0-9a-f]{8})(?![0-9a-z])/i,
];
/** Event 41 of Kernel-Power has the code in decimal. */
const DECIMAL = /\bBugcheckCode["']?[\s:=>"']{1,40}(?!0x)(\d{1,10})(?![0-9a-z])/i;
/** `parameter 1: 0x…`, `BCP1: …`, `Arg1: …`, `<Data Name="BugcheckParameter1">0x…`. */
const PARAMETER = new RegExp(
  `(?<![a-z])(?:(?:bugcheck ?)?parameter ?|BCP|Arg)([1-4])["']?[\\s:=>"']{1,40}(${HEX})(?![0-9a-z])`,
  'gi',
);
const MOST_PARAMETERS = 4;
/** What right before a code makes it a stop, however short it is written. */
const NAMED =
  /(?:\bstop(?: ?code| error)?|bug ?check(?: ?code)?(?: was)?|blue ?screen|蓝屏|藍屏|检测错误)[\s:(/]{0,6}$/i;
const LONGEST_NAME = 40;

/** Which parameter is an NTSTATUS, by the stop's code without the mark of a twin. */
const STATUS_AT: ReadonlyMap<number, number> = new Map([
  [0x1e, 0],
  [0x3b, 0],
  [0x6b, 0],
  [0x77, 0],
  [0x7a, 1],
  [0x7e, 0],
  [0x8e, 0],
  [0xed, 1],
]);
const TWIN = 0x1000_0000;
const FIRST_LARGE = 0x1_0000;
/** Stops with large codes; others in front of brackets are errors with something explained. */
const LARGE = new Set([0xc000_021a, 0xc000_0218, 0xdead_dead, 0x0002_0001]);
const FAILURE_BITS = 0xc000_0000n;
const LOW_HALF = 0xffff_ffffn;

/** The first stop in a text, or the one with parameters where several forms speak of it. */
export function readStop(page: Page): StopFacts | undefined {
  if (!page.mentions(TRACES)) return undefined;
  const { text } = page;
  for (const pattern of WITH_LIST) {
    for (const { 0: whole, 1: code = '', 2: list = '', index } of text.matchAll(pattern)) {
      const stop = describe(Number.parseInt(code, 16), list.split(',').map(readParameter));
      const before = text.slice(Math.max(0, index - LONGEST_NAME), index + whole.indexOf(code));
      if (stop !== undefined && (isWhole(code, stop) || NAMED.test(before))) return stop;
    }
  }
  return describe(readLabeled(text), readParameters(text));
}

/** All eight digits and all four parameters, as a stop is written in any language. */
function isWhole(code: string, { parameters }: StopFacts): boolean {
  return code.length === '0x0000007E'.length && parameters.length === MOST_PARAMETERS;
}

function readLabeled(text: string): number {
  const hex = LABELED.map((pattern) => pattern.exec(text)?.[1]).find((code) => code !== undefined);
  return hex === undefined ? Number(DECIMAL.exec(text)?.[1]) : Number.parseInt(hex, 16);
}

function readParameters(text: string): readonly bigint[] {
  const parameters: bigint[] = [];
  for (const [, number, value = ''] of text.matchAll(PARAMETER)) {
    if (Number(number) === parameters.length + 1) parameters.push(readParameter(value));
    if (parameters.length === MOST_PARAMETERS) break;
  }
  return parameters;
}

function describe(code: number, parameters: readonly bigint[]): StopFacts | undefined {
  if (!isStopCode(code)) return undefined;
  return compact<StopFacts>({
    code: toErrorCode(code),
    parameters: parameters.map((parameter) => `0x${parameter.toString(16).toUpperCase()}`),
    status: readStatus(code, parameters),
  });
}

function isStopCode(code: number): boolean {
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff_ffff) return false;
  return code < FIRST_LARGE || LARGE.has(code) || STATUS_AT.has(code - TWIN);
}

/** A status is 32 bits, sign-extended or not; what else stands in its place is no failure's. */
function readStatus(code: number, parameters: readonly bigint[]): ErrorCode | undefined {
  const index = STATUS_AT.get(code) ?? STATUS_AT.get(code - TWIN);
  const parameter = index === undefined ? undefined : parameters[index];
  if (parameter === undefined) return undefined;
  const high = parameter >> 32n;
  const low = parameter & LOW_HALF;
  const isStatus = (high === 0n || high === LOW_HALF) && (low & FAILURE_BITS) >= 0x8000_0000n;
  return isStatus ? toErrorCode(Number(low)) : undefined;
}

/** A parameter, with the mark that debuggers put in the middle. */
function readParameter(text: string): bigint {
  const digits = text.trim().replace(/^0x/i, '').replace('`', '');
  return BigInt(`0x${digits === '' ? '0' : digits}`);
}
