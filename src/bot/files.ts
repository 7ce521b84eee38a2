/**
 * Files that come with a post: which of them are read, how much, and what is told of the others. What they hold stays in
 * memory until the post is answered.
 */

import { decodeText } from '../evidence/decode-text';
import type { FileTrouble } from '../resolver/desk/file-notes';
import type { Inbound, InboundFile } from './values';

/** Of all files of a post together: to find codes in more would keep everybody else waiting. */
export const MOST_FILE_BYTES = 1_048_576;
const MOST_FILES = 3;

/** What the name says, not what a sender claims of the type. A file without a name has one that is not told. */
const TEXT_FILE = /\.(?:txt|log)$/i;

export interface FilesRead {
  readonly texts: readonly string[];
  /** Each once. Empty where nobody asked: only who addresses the bot is told what it could not read. */
  readonly troubles: readonly FileTrouble[];
}

const NONE: FilesRead = { texts: [], troubles: [] };

/** Reads the text files of a post, in their order, and leaves all others alone. Never rejects. */
export async function readFiles({ door, files = [] }: Pick<Inbound, 'door' | 'files'>): Promise<FilesRead> {
  const wanted = files.filter(({ name }) => name === undefined || TEXT_FILE.test(name));
  if (wanted.length === 0) return NONE;
  const texts: string[] = [];
  const troubles = new Set<FileTrouble>(wanted.length > MOST_FILES ? ['too-many'] : []);
  let bytesLeft = MOST_FILE_BYTES;
  for (const reading of await Promise.all(wanted.slice(0, MOST_FILES).map(read))) {
    if ('refusal' in reading) troubles.add(reading.refusal);
    else if (reading.bytes.length > bytesLeft) troubles.add('too-large');
    else {
      bytesLeft -= reading.bytes.length;
      const text = decodeText(reading.bytes);
      if (text === undefined) troubles.add('not-text');
      else texts.push(text);
    }
  }
  return { texts, troubles: door === 'message' ? [] : [...troubles] };
}

function read(file: InboundFile) {
  return file.read(MOST_FILE_BYTES);
}
