/** Whether the name of an error reports one, or is only spoken of: in a program, in a list, in an idea. */

import { codeValue, type ErrorCode, LARGEST_SMALL } from './error-code';
import { isOtherStop } from './judge-short';
import type { Verdict } from './judgment';
import { isDeclared } from './program-text';
import type { Scene } from './scene';
import { type FoundSymbol, isWslStep } from './symbols';

export interface JudgedSymbol {
  readonly code: ErrorCode;
  readonly confidence: Exclude<Verdict, undefined>;
}

const FIRST_FAILURE = 0x8000_0000;
/** Fewer small words stand together by chance. */
const FEWEST_WORDS = 4;

/** Names of small numbers that are no stop codes: success, and answers that are none. */
const NO_STOP_CODE = /^(?:S|STATUS|ERROR|NERR|WAIT|DBG|EXCEPTION|SEC|RPC|CO|OLE|XACT)_/;

/** `hr == E_FAIL`, `return E_FAIL`, `case E_FAIL:`, `E_FAIL => …`. */
const PROGRAM_BEFORE = /(?:[=!<>]=|\breturn|\bcase|\bthrow|\bnew|&&|\|\||=>|->|\()\s{0,2}$/;
const PROGRAM_AFTER = /^\s{0,2}(?:[=!<>]=|&&|\|\||=>|;|\?|:\s*$)/;
/** One of several: a list of what a function may answer. */
const LISTED_AFTER = /^[`'"]?\s?(?:,|\/|\||\bor\b|\band\b|或|和|、)\s?(?:or\s|and\s)?[`'"]?[A-Z][A-Z0-9]*_[A-Z]/;
/** Said of what may be, not of what was. */
const SUPPOSED =
  /\b(?:if|should|would|could|may|might|must|map(?:s|ped)?|handl\w{1,4}|treat\w{0,3}|catch\w{0,3}|ignor\w{1,4}|like|such as|e\.g\.|instead of|rather than|document\w{0,3}|expect\w{0,3}|assert\w{0,3}|simulat\w{0,4}|verif\w{0,4}|return(?:s|ing)?|renam\w{1,3}|defin\w{1,4})\b|如果|假如|例如|比如|应该|定义|返回值为|文档/i;
/** "got an E_ACCESSDENIED error": the word comes behind. */
const GOT_BEFORE =
  /(?:\b(?:get(?:s|ting)?|got|with|throws?|threw|shows?|see(?:s|ing)?|receiv\w{1,3}|hits?|hitting)|收到|出现|遇到|报|显示)\s?(?:an?\s|the\s|this\s)?[`'"]?$/i;
const ERROR_AFTER = /^[`'"]?\s?(?:error|exception|bugcheck|bsod|错误|錯誤|异常|エラー)(?![a-z])/i;

const CLAUSE = /[,.;:!?\n，。；：！？]/;
const LOOK_BEFORE = 72;
const LOOK_AFTER = 40;

/** Judges one name; of several codes it takes the one that the text speaks of. */
export function judgeSymbol(symbol: FoundSymbol, scene: Scene): JudgedSymbol | undefined {
  const { asked, text, words } = scene;
  const { start, end, codes } = symbol;
  if (scene.isInUrl(start)) return undefined;
  const isStep = isWslStep(text, symbol);
  const label = words.labelBefore(start);
  const isCalledStop = label === 'stop' && !isOtherStop(text, start);
  const stopCode = NO_STOP_CODE.test(symbol.name) ? undefined : codes.find(isSmall);
  const failure = codes.find((code) => codeValue(code) >= FIRST_FAILURE);
  const before = text.slice(Math.max(0, start - LOOK_BEFORE), start);
  const after = text.slice(end, end + LOOK_AFTER);

  const isBlueScreen = isCalledStop || isNearStop(scene, symbol);
  const code = isBlueScreen ? (stopCode ?? failure) : (failure ?? stopCode);
  if (code === undefined) return asked ? likely(codes.find((other) => codeValue(other) > 1)) : undefined;
  const isCalled = isCalledStop || isStep || label === 'error' || (GOT_BEFORE.test(before) && ERROR_AFTER.test(after));
  const isStop = code === stopCode && isBlueScreen;
  const isMeant = isCalledStop || symbol.isShouted || symbol.name.split('_').length >= FEWEST_WORDS;
  const isReported = symbol.isSpelledOut ? isStop && isMeant : isStop || (isCalled && !LISTED_AFTER.test(after));
  if (isReported && !isSpokenOf(text, symbol, before, after)) return { code, confidence: 'sure' };
  return asked ? likely(code) : undefined;
}

function likely(code: ErrorCode | undefined): JudgedSymbol | undefined {
  return code === undefined ? undefined : { code, confidence: 'likely' };
}

function isSmall(code: ErrorCode): boolean {
  return codeValue(code) > 0 && codeValue(code) <= LARGEST_SMALL;
}

function isNearStop({ words }: Scene, { start, end }: FoundSymbol): boolean {
  return words.stops.some((stop) => stop.end >= start - LOOK_BEFORE && stop.start <= end + LOOK_AFTER);
}

function isSpokenOf(text: string, symbol: FoundSymbol, before: string, after: string): boolean {
  if (isDeclared(text, symbol) || PROGRAM_BEFORE.test(before) || PROGRAM_AFTER.test(after)) return true;
  const clause = before.split(CLAUSE).at(-1) ?? '';
  return SUPPOSED.test(clause);
}
