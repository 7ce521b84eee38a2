/** Stop codes as debuggers and the event log write them, which is in few digits and without a prefix. */

import type { Candidate } from './candidate';
import { LARGEST_SMALL } from './error-code';
import type { Scene } from './scene';

/** One stop code, beyond doubt by the way it is written. */
export type StopCode = Pick<Candidate, 'start' | 'end' | 'value'> & { readonly spelling: 'bare-hex' };

/** The debugger's first line, hex: `BugCheck 9F, {3, ffffe001…}`. */
const BUG_CHECK = /(?<![a-z])bug ?check\s{1,2}([0-9a-f]{1,4})(?=,?\s{0,2}[({])/gi;
/** The debugger's headline, hex: `SYSTEM_SERVICE_EXCEPTION (3b)`. */
const HEADLINE = /(?<![A-Z0-9_])[A-Z][A-Z0-9]{1,24}(?:_[A-Z0-9]{1,24}){1,8} \(([0-9a-f]{1,4})\)(?=\s{0,4}(?:\r?\n|$))/g;
/** The debugger's list of properties, hex: `BUGCHECK_CODE:  9f`. */
const PROPERTY = /(?<![A-Z_])BUGCHECK_CODE:\s{1,4}([0-9a-f]{1,4})(?![0-9a-z])/g;
/** The property of the event Kernel-Power 41, decimal: `BugcheckCode 59` is 0x3B. */
const EVENT_PROPERTY = /bugcheckcode["'>]?[\s:=>"']{1,6}([0-9]{1,5})(?![0-9a-fx])/gi;
/** Said by people, hex: `stop code 7b`. A letter among the digits, or nobody could tell which base it has. */
const SAID = /(?:stop ?code|bug ?check|停止代码|终止代码)[\s:：#]{1,3}([0-9]{1,2}[a-f]|[a-f][0-9]{1,2})(?![0-9a-z_])/gi;
/** The same when somebody asks: `stop 7e`, `stop code 50`, but not "stop 5 services", "BSOD 10 times". */
const SAID_WHEN_ASKED = [
  /^\s{0,8}stop[\s:#]{1,3}([0-9a-f]{2,3})\s{0,8}$/gi,
  /(?<![a-z])stop[\s:#]{1,3}([0-9]{1,2}[a-f]|[a-f][0-9]{1,2})(?![0-9a-z_])/gi,
  /(?:stop ?code|bsod|blue ?screen|bug ?check|蓝屏(?:代码)?|停止代码|终止代码)[\s:：#]{1,3}(?=[a-f]{0,2}[0-9])([0-9a-f]{2,3})(?![0-9a-z_])(?!\s?(?:times|x|days?|hours?|min\w{0,4}|次|天|个|小时))/gi,
];

/** What goes with a headline, which is a name like any other without. */
const ARGUMENTS = /\bArg1: /;

/** Nobody has so many; beyond that it is a log. */
const MOST = 16;

/** The stop codes of a text, in no order. */
export function findDebuggerStops({ text, asked, words }: Scene): readonly StopCode[] {
  if (!words.hasStop && !ARGUMENTS.test(text)) return [];
  const hex = [BUG_CHECK, HEADLINE, PROPERTY, SAID, ...(asked ? SAID_WHEN_ASKED : [])];
  return [...hex.flatMap((pattern) => read(text, pattern, 16)), ...read(text, EVENT_PROPERTY, 10)];
}

function read(text: string, pattern: RegExp, base: 10 | 16): StopCode[] {
  const found: StopCode[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, digits = ''] = match;
    const value = Number.parseInt(digits, base);
    const start = match.index + whole.lastIndexOf(digits);
    if (value === 0 || value > LARGEST_SMALL) continue;
    // A stop code is a number in hex, however an event has it; a decimal one would be read as an error of Win32.
    found.push({ start, end: start + digits.length, value, spelling: 'bare-hex' });
    if (found.length === MOST) break;
  }
  return found;
}
