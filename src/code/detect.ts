/** Finds the error codes that a text mentions, however they are spelled, and leaves everything else alone. */

import type { Candidate } from './candidate';
import { type ErrorCode, toErrorCode } from './error-code';
import { judge } from './judge';
import type { Confidence, Mention, Span } from './mention';
import { normalize, type View } from './normalize';
import { scanBare } from './scan-bare';
import { scanDecimals } from './scan-decimal';
import { scanHex } from './scan-hex';
import { createScene } from './scene';
import { findSlips } from './slips';
import { mayHoldCode } from './trace';

export interface DetectOptions {
  /** Codes that have an entry: they are believed more readily, and slips are repaired to them. */
  readonly known?: ReadonlySet<ErrorCode>;
  /** Somebody asked for an answer (a mention, a direct message, a command): weaker signs are enough. */
  readonly asked?: boolean;
}

const NONE_KNOWN: ReadonlySet<ErrorCode> = new Set();
const RANK: Readonly<Record<Confidence, number>> = { sure: 2, likely: 1, guess: 0 };

/**
 * The codes of a text in order of appearance, each once. Spans are UTF-16 offsets into `text` as given. Never throws,
 * and its work grows linearly with the text.
 */
export function detectCodes(text: string, options: DetectOptions = {}): readonly Mention[] {
  if (!mayHoldCode(text)) return [];
  const view = normalize(text);
  const candidates = [...scanHex(view.text), ...scanBare(view.text), ...scanDecimals(view.text)];
  const scene = createScene(view.text, options.known ?? NONE_KNOWN, options.asked ?? false);

  const mentions: Mention[] = [];
  const add = (span: Span, code: ErrorCode, spelling: Mention['spelling'], confidence: Confidence): void => {
    mentions.push(toMention(text, view, span, { code, spelling, confidence }));
  };
  const taken: Candidate[] = [];
  for (const candidate of candidates) {
    const confidence = judge(candidate, scene);
    if (confidence === undefined) continue;
    taken.push(candidate);
    add(candidate, toErrorCode(candidate.value), candidate.spelling, confidence);
  }
  for (const slip of findSlips(scene, taken)) add(slip, slip.code, 'slip', 'guess');
  return mergeRepeats(mentions);
}

function toMention(
  text: string,
  view: View,
  { start, end }: Span,
  found: Pick<Mention, 'code' | 'spelling' | 'confidence'>,
): Mention {
  const span = view.toSpan(start, end);
  return {
    code: found.code,
    span,
    written: text.slice(span.start, span.end),
    spelling: found.spelling,
    confidence: found.confidence,
  };
}

/** One mention a code, the most trusted; in the order in which the codes first appear. */
function mergeRepeats(mentions: readonly Mention[]): readonly Mention[] {
  const best = new Map<ErrorCode, Mention>();
  for (const mention of [...mentions].sort((a, b) => a.span.start - b.span.start)) {
    const other = best.get(mention.code);
    if (other === undefined || RANK[mention.confidence] > RANK[other.confidence]) best.set(mention.code, mention);
  }
  return [...best.values()].sort((a, b) => a.span.start - b.span.start);
}
