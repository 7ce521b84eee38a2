/** Finds the error codes that a text mentions, however they are spelled, and leaves everything else alone. */

import type { Candidate, Collect } from './candidate';
import { findDebuggerStops } from './debugger-stops';
import { codeValue, type ErrorCode, LARGEST_SMALL, toErrorCode } from './error-code';
import { judge } from './judge';
import { judgeSymbol } from './judge-symbol';
import type { Confidence, Mention, Span } from './mention';
import { normalize, type View } from './normalize';
import { forEachRun } from './runs';
import { readBare } from './scan-bare';
import { readDecimal } from './scan-decimal';
import { readHex } from './scan-hex';
import { createScene, type Scene } from './scene';
import { findSlips } from './slips';
import { findSymbols, type Named } from './symbols';
import { findTraces } from './trace';
import { findUrls } from './urls';
import { findPhrases } from './windows-phrases';

export interface DetectOptions {
  /** Codes that have an entry: they are believed more readily, and slips are repaired to them. */
  readonly known?: ReadonlySet<ErrorCode>;
  /** Somebody asked for an answer (a mention, a direct message, a command): weaker signs are enough. */
  readonly asked?: boolean;
  /** The codes of a name, for names to be found at all; asked only about what looks like one. */
  readonly named?: Named;
}

const NONE_KNOWN: ReadonlySet<ErrorCode> = new Set();
/** A text with more of them is a table of codes, and nobody wants all of it explained. */
const MOST_CODES = 128;

/** A number that stands in more places says no more by the next one: it is one of a dump or of a table. */
const MOST_PLACES = 16;
/** After so many numbers that are no codes the text is a dump: only a known code or one called an error is looked at. */
const MOST_REFUSED = 256;
/** Nobody asks about so many numbers as short as `1603`; beyond that it is a log. */
const MOST_SHORT = 256;

/** Who asks may ask about `1603`. */
const HAS_NUMBER = /\p{N}/u;
/** Who asks may ask about `e_fail`, or about a name in words. */
const MAY_BE_NAME = /[a-z][ _][a-z]/i;

const WIN32 = 0x8007_0000;

const RANK: Readonly<Record<Confidence, number>> = { sure: 2, likely: 1, guess: 0 };

/**
 * The codes of a text in order of appearance, each once, at most 128. Spans are UTF-16 offsets into `text` as given. Never throws,
 * and its work grows linearly with the text.
 */
export function detectCodes(text: string, options: DetectOptions = {}): readonly Mention[] {
  const { known = NONE_KNOWN, asked = false, named } = options;
  const traces = findTraces(text);
  const mayHoldNumber = traces.number || (asked && HAS_NUMBER.test(text));
  const mayHoldWords = traces.name || (asked && MAY_BE_NAME.test(text));
  if (!mayHoldNumber && !mayHoldWords && !traces.phrase) return [];
  const view = normalize(text);
  const scene = createScene(view.text, known, asked);
  const found = new Map<number, Mention>();
  const add = (value: number, stretch: Span, spelling: Mention['spelling'], confidence: Confidence): void => {
    if (found.has(value) || found.size >= MOST_CODES) return;
    found.set(value, { code: toErrorCode(value), ...locate(text, view, stretch), spelling, confidence });
  };

  const refused = mayHoldNumber ? findNumbers(text, view, scene, found) : 0;
  for (const stop of findDebuggerStops(scene)) {
    if (stop.start < (found.get(stop.value)?.span.start ?? 0)) found.delete(stop.value);
    add(stop.value, stop, stop.spelling, 'sure');
  }
  for (const phrased of findPhrases(scene)) {
    if (found.has(WIN32 + phrased.value)) continue;
    if (found.get(phrased.value)?.confidence !== 'sure') found.delete(phrased.value);
    add(phrased.value, phrased, phrased.spelling, 'sure');
  }
  // In a dump a near miss is an accident.
  if (refused < MOST_REFUSED && mayHoldNumber) {
    for (const slip of findSlips(scene)) add(codeValue(slip.code), slip, 'slip', 'guess');
  }
  if (mayHoldWords && named !== undefined) {
    for (const symbol of findSymbols(scene, named)) {
      const judged = judgeSymbol(symbol, scene);
      if (judged === undefined || isSaidInDigits(codeValue(judged.code), found)) continue;
      add(codeValue(judged.code), symbol, 'symbol', judged.confidence);
    }
  }
  return withoutLinks(text, [...found.values()]).sort((a, b) => a.span.start - b.span.start);
}

/** Who says what failed gives a link to read: the codes in its address are those of other people. */
function withoutLinks(text: string, mentions: readonly Mention[]): Mention[] {
  const isInUrl = findUrls(text);
  const said = mentions.filter(({ span }) => !isInUrl(span.start));
  return said.some(({ confidence }) => confidence === 'sure') ? said : [...mentions];
}

/** Adds the numbers that are codes to what was found, and counts those that are none. */
function findNumbers(text: string, view: View, scene: Scene, found: Map<number, Mention>): number {
  const places = new Map<number, number>();
  let refused = 0;
  scanNumbers(
    scene,
    (candidate) => {
      const { value, spelling } = candidate;
      const earlier = found.get(value);
      const seen = places.get(value) ?? 0;
      places.set(value, seen + 1);
      if (found.size >= MOST_CODES || (refused >= MOST_REFUSED && !standsOut(candidate, scene))) return;
      const isSettled = earlier?.confidence === 'sure' || seen >= MOST_PLACES;
      const confidence = isSettled ? earlier?.confidence : judge(candidate, scene);
      if (confidence === undefined) {
        refused += 1;
        return;
      }
      scene.take(candidate);
      if (earlier !== undefined && RANK[earlier.confidence] >= RANK[confidence]) return;
      found.set(value, { code: toErrorCode(value), ...locate(text, view, candidate), spelling, confidence });
    },
    () => found.size >= MOST_CODES,
  );
  return refused;
}

/** A name beside its own number says nothing new: "error 5 (ERROR_ACCESS_DENIED)". */
function isSaidInDigits(value: number, found: ReadonlyMap<number, Mention>): boolean {
  return found.has(value) || (value - (value & LARGEST_SMALL) === WIN32 && found.has(value & LARGEST_SMALL));
}

/**
 * Hands out all numbers in the order of the text until `isEnough`; short ones where they may count: when asked, or `0x7B`
 * in a text about stop codes.
 */
function scanNumbers({ text, asked, words }: Scene, consider: Collect, isEnough: () => boolean): void {
  let short = 0;
  const collect: Collect = (candidate) => {
    if (candidate.form === 'short') {
      if (!asked && !(candidate.spelling === 'hex' && words.hasStop)) return;
      short += 1;
      if (short > MOST_SHORT) return;
    }
    consider(candidate);
  };
  forEachRun(text, (run) => {
    readHex(text, run, collect);
    readBare(text, run, collect);
    readDecimal(text, run, collect);
    return isEnough() ? 'stop' : 'go on';
  });
}

function standsOut({ start, value }: Candidate, { words, isKnown }: Scene): boolean {
  return isKnown(value) || words.labelBefore(start) === 'error';
}

function locate(text: string, view: View, { start, end }: Span): Pick<Mention, 'span' | 'written'> {
  const span = view.toSpan(start, end);
  return { span, written: text.slice(span.start, span.end) };
}
