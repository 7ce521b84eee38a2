/**
 * Bytes of a text file as text, whichever program of Windows wrote them: `>` in PowerShell writes UTF-16, cmd the code
 * page of the system, editors UTF-8. Nothing but the bytes tells which.
 */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** By the byte order mark that a file begins with. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Line ends, tabs, page breaks, and the escape, backspace, bell and end of file that terminals and DOS leave behind. */
const WRITTEN_CONTROLS = new Set([0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
/** One control character in so many is dirt in a log; more are no text. */
const CHARACTERS_A_CONTROL = 500;
/** Of the bytes above ASCII, how many must be common Chinese for a file to be Chinese. */
const CHINESE_SHARE = 0.7;

/** The text of a file, without its byte order mark, or `undefined` for one that is no text. Linear; never throws. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const text = marked === undefined ? decodeUnmarked(bytes) : decode(bytes, marked);
  return text !== undefined && isWritten(text) ? text : undefined;
}

function decodeUnmarked(bytes: Uint8Array): string | undefined {
  const wide = widthOf(bytes);
  if (wide !== undefined) return decode(bytes, wide);
  return decode(bytes, 'utf-8') ?? decode(bytes, isChinese(bytes) ? 'gb18030' : 'windows-1252');
}

/** Line ends, digits and blanks have a zero byte in UTF-16, always on the same side; no other text holds a zero byte. */
function widthOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The text, or `undefined` where the bytes are not of this encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  // A log that is still being written may end amid a character.
  const isHalf = encoding.startsWith('utf-16') && bytes.length % 2 === 1;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(isHalf ? bytes.subarray(0, -1) : bytes);
  } catch {
    return undefined;
  }
}

/**
 * Chinese on Windows is written in pairs of bytes, most of them among the common characters and marks of GB 2312. Accents
 * of Western text stand alone between letters, and Cyrillic lies above the common ones.
 */
function isChinese(bytes: Uint8Array): boolean {
  let high = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    high += 1;
    const isPair = trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
    if (!isPair) continue;
    high += 1;
    common += 2;
    at += 1;
  }
  return common > high * CHINESE_SHARE;
}

/** Programs and archives hold control characters everywhere. */
function isWritten(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 ? !WRITTEN_CONTROLS.has(unit) : unit === 0xfffe || unit === 0xffff) controls += 1;
  }
  return controls * CHARACTERS_A_CONTROL <= text.length;
}
