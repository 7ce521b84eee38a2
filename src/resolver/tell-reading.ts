/** A reading of a code in words: what it is called, why it may be read so, and how sure that is. */

import { type ErrorCode, LARGEST_SMALL, toErrorCode } from '../code/error-code';
import type { Reading } from '../code/mention';
import type { Labels } from '../i18n/labels/labels';
import { interpret, type NamedReading } from '../knowledge/interpret';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { ListItem } from '../reply/reply';
import { toRichText } from '../reply/rich-text';

/** More names of one number are other components' words for it, and say nothing more. */
const MOST_SYMBOLS = 3;

/** The readings worth a word: not the bits, and a twin only where we know it. */
export function readingsOf(code: ErrorCode, knowledge: KnowledgeBase): readonly NamedReading[] {
  return interpret(code, knowledge.names).filter(
    ({ kind, code: other, symbols }) =>
      kind !== 'fields' &&
      (kind !== 'twin' || symbols.length > 0 || (other !== undefined && knowledge.find(other) !== undefined)),
  );
}

/** For example "`ERROR_ACCESS_DENIED`: Win32 error 5, …". */
export function tellReading({ reason, name = '', inner, confidence, symbols }: NamedReading, labels: Labels): ListItem {
  const say = reason === 'bit-fields' ? undefined : labels.unknown.reading[reason];
  const why = say?.(inner === undefined ? '' : spell(inner, reason), name) ?? '';
  const names = symbols.slice(0, MOST_SYMBOLS).map((symbol) => `\`${symbol}\``);
  const text = toRichText(names.length === 0 ? why : `${names.join(labels.listComma)}${labels.colon}${why}`);
  if (confidence === 'sure') return { text };
  return { text, tag: confidence === 'likely' ? labels.likely : labels.guessed };
}

/** Numbers within a facility are decimal, as documentation lists them; whole codes and stop codes are hexadecimal. */
function spell(inner: number, reason: Reading['reason']): string {
  if (reason === 'stop-code') return `0x${inner.toString(16).toUpperCase()}`;
  return inner > LARGEST_SMALL ? toErrorCode(inner) : String(inner);
}
