/** Where words for a key stand in a text: "key:", "/ipk ", "密钥：". Found once, then asked for by place. */

import type { KeyRow } from './key-row';

/** Tells whether a word for a key stands directly before a character of a row, or touches it. */
export type Names = (index: number) => boolean;

/** Each begins where it is found, so that none hides another: "ipk" in "ipkey". */
const NAME = /(?=(ipk|key|密钥|密鑰|金鑰|激活码|序列号|schlüssel|clé|clave|ключ|キー))/giu;
/** "ключ", "ключа", "ключом". */
const INFLECTED = /^ключ$/iu;
const ENDING = /\p{L}{0,4}/uy;
/** What may stand between the word and the key. */
const GAP = /\W{0,6}/iuy;

/** Makes the answer for a row. The words are sought when somebody asks first, which happens for few texts. */
export function createNames({ text, places }: KeyRow): Names {
  let named: Uint8Array | undefined;
  return (index) => {
    named ??= markNamed(text);
    return named[places[index] ?? 0] === 1;
  };
}

/** 1 for every place in the text that has a word for a key before it. */
function markNamed(text: string): Uint8Array {
  const named = new Uint8Array(text.length + 1);
  for (const { 1: name = '', index } of text.matchAll(NAME)) {
    const end = index + name.length;
    const last = INFLECTED.test(name) ? endOf(ENDING, text, end) : end;
    for (let place = end; place <= last; place += 1) named.fill(1, place, endOf(GAP, text, place) + 1);
  }
  return named;
}

function endOf(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return place + (pattern.exec(text)?.[0].length ?? 0);
}
