/** Judges numbers as short as `0x7E` and `1603`: most of them are no codes. */

import type { Candidate } from './candidate';
import { LARGEST_SMALL } from './error-code';
import { isAmount, isStopParameter } from './exclusions';
import type { Evidence, Verdict } from './judgment';
import type { Span } from './mention';
import type { Scene } from './scene';
import { matchEnd } from './sticky';
import type { WordKind } from './words';

const OTHER_STOP = /(?:[a-zA-Z0-9_][sS][tT][oO][pP]|(?<![a-z])stop)\s{1,3}(?:(?:at|the|this|that|a|all)\s)?$/;
/** `0x7E`, `0x10E`: nobody pads a stop code by half. */
const LONGEST_STOP_CODE = '0x1234'.length;

/** `DRIVER_POWER_STATE_FAILURE 0x9F`, `0x7B INACCESSIBLE_BOOT_DEVICE`: Windows' own name beside the number. */
const SYMBOL_BEFORE = /[A-Z]{2,}_[A-Z_]{4,}[\s:(]{1,3}$/;
const SYMBOL_AFTER = /[\s:(]{1,3}[A-Z]{2,}_[A-Z]/y;
/** `DUMP_FILE_ATTRIBUTES:  0x8`, `DUMP_FILE_ATTRIBUTES: 0x8`: a property that a debugger lists, not a stop code's name. */
const PROPERTY_BEFORE = /(?:^|\n)[A-Z_]{4,40}(?::\s{2,}|(?:ATTRIBUTES|TIMESTAMP|ID|SIZE|OFFSET|FLAGS|VALUE):\s{1,3})$/;
/** "0x1a bugcheck", `0x9F 蓝屏`, but not "0x5 bug check parameter". */
const STOP_AFTER =
  /["'`]?\s?(?:bug ?checks?|bsods?|blue ?screens?|stop ?code|stop ?error|蓝屏|藍屏)(?![a-z])(?!\s?(?:param|arg))/iy;

/** Announces a number to somebody who is asked: "MSI 1603", "what is 1603", "查一下 1603". */
const ASKING_BEFORE =
  /(?:\bmsi(?:exec)?|\bwin32|\berrorlevel|\bwhat(?:'s|’s|\s+is|\s+does|\s+about)?|\bexplain|\blook\s?up|\bmeaning\s+of|\bmeans?|查(?:一下|询)?|解释(?:一下|下)?|什么是|请问|说说)[\s:"'`“「]{0,3}$/i;
const ASKING_AFTER = /["'`”」]?\s{0,2}(?:[?？]|是什么|什么意思|啥意思|怎么|代表|如何|mean(?:s|ing)?\b|help\b)/iy;
/** Nothing but the number before a clause: "1603 when installing the agent". */
const ASKING_FIRST = /\s(?:when|while|during|after)\b/iy;
/** A number of an event, a port, a place, a facility, and what Windows Installer's actions return: never a code. */
const OTHER_NUMBER =
  /(?:\bevent(?:\s?ids?)?|\bports?|\bkb|\broom|\bfloor|\bfacility (?:code|error)|[a-z0-9]\. return value|事件(?:\s?id)?|端口|会议室|房间)[\s:#=]{0,3}$/i;
/** What a stop code stands with says more of it, and is none. */
const PARAMETER = /(?:\bparam(?:eter)?s?|parameter|\barg|参数)\s?[1-4]?(?:\s(?:is|was)|为|是)?["'>\s:：=]{0,4}$/i;
const YEAR_IN_TITLE = /^(?:19|20)\d\d$/;
/** `slui.exe 0x2a` is the switch that makes Windows show a message. */
const SWITCH = /slui(?:\.exe)?\s{1,4}$/i;
const LONGEST_LEAD = 24;
const LONGEST_NAME = 48;

/** Too many numbers look so, unless it is a stop code's, or someone asks about an error or says nothing else. */
export function judgeShort(
  candidate: Candidate,
  scene: Scene,
  { hasError, isLabeled, label }: Pick<Evidence, 'hasError' | 'isLabeled' | 'label'>,
): Verdict {
  const { asked, text } = scene;
  const { start, end, value, spelling } = candidate;
  if (value <= 1 || value > LARGEST_SMALL) return undefined;
  const before = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  if (PARAMETER.test(before) || isProperty(text, start)) return undefined;
  if (spelling === 'hex' && isStopCode(candidate, scene, label)) return 'sure';
  if (label === 'place' || label === 'name') return undefined;
  // "Stop code 50" is hex, which `debugger-stops.ts` reads.
  if (spelling === 'decimal' && label === 'stop') return undefined;
  if (!asked) return undefined;
  if (SWITCH.test(before) || OTHER_NUMBER.test(before) || isStopParameter(text, candidate)) return undefined;
  if (YEAR_IN_TITLE.test(text.slice(start, end)) && text[end] === '-') return undefined;
  const isAlone = text.trim().length === end - start;
  if (isAlone || isLabeled || (hasError && spelling === 'hex')) return 'likely';
  const isAskedAbout =
    ASKING_BEFORE.test(before) ||
    matchEnd(ASKING_AFTER, text, end) !== undefined ||
    (text.slice(0, start).trim() === '' && matchEnd(ASKING_FIRST, text, end) !== undefined);
  return isAskedAbout && !isAmount(text, candidate) ? 'likely' : undefined;
}

function isStopCode(candidate: Candidate, { text, words }: Scene, label: WordKind | undefined): boolean {
  const { start, end } = candidate;
  if (end - start > LONGEST_STOP_CODE) return false;
  if (label === 'stop') return !isOtherStop(text, start);
  if (matchEnd(STOP_AFTER, text, end) !== undefined) return true;
  return words.hasStopNear(start, end) && isBesideName(text, candidate);
}

/** Tells whether the name of a stop code stands beside the number; a part of it may be a word that means something else. */
export function isBesideName(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_NAME), start);
  return (SYMBOL_BEFORE.test(before) && !isProperty(text, start)) || matchEnd(SYMBOL_AFTER, text, end) !== undefined;
}

function isProperty(text: string, place: number): boolean {
  return PROPERTY_BEFORE.test(text.slice(Math.max(0, place - LONGEST_NAME), place));
}

/** "The service must stop 0x10 bytes early", `C3STOP 0x08`: a verb and a name, not the blue screen's STOP. */
export function isOtherStop(text: string, place: number): boolean {
  return OTHER_STOP.test(text.slice(Math.max(0, place - 12), place));
}
