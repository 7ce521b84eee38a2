/** The code units of a text as an array of numbers: reading them out of a string one by one takes several times as long. */

/** Most texts are shorter. */
const ROOM = 4_096;

const scratch = new Uint16Array(ROOM);
const scratchBytes = Buffer.from(scratch.buffer);

/** The UTF-16 code units of a text in an array at least as long. It is used again: read it before anybody asks anew. */
export function unitsOf(text: string): Uint16Array {
  if (text.length <= ROOM) {
    scratchBytes.write(text, 'utf16le');
    return scratch;
  }
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units;
}
