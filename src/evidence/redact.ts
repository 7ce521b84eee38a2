/** Hides product keys and Installation IDs, so that none gets farther than the first look at a message. */

import type { Span } from '../code/mention';
import { normalize, type View } from '../code/normalize';
import { findInstallationIds } from './find-ids';
import { findKeys } from './find-keys';
import { findSecretTraces } from './key-trace';
import { publishedKeys } from './published-keys';

/** Text without product keys, as long as before, and what was hidden. */
export interface Redacted {
  readonly text: string;
  /** How many keys that somebody owns. */
  readonly keys: number;
  /** The editions whose published keys were hidden, in order, each once. */
  readonly published: readonly string[];
  /** How many Installation IDs. */
  readonly ids: number;
}

const KEY_LENGTH = 25;
const FILLER = '*';
/** Line ends stay, so that what follows is read as the lines it is. */
const HIDDEN = /[^\r\n]/g;

/**
 * Replaces every 25-character product key, published ones included, and every Installation ID by filler of the same
 * length, so that offsets stay valid. Linear in the length of the text.
 */
export function redactProductKeys(text: string): Redacted {
  const atFirst = findSecretTraces(text);
  if (!atFirst.key && !atFirst.id && !atFirst.markup) return { text, keys: 0, published: [], ids: 0 };
  const published = new Set<string>();
  let keys = 0;
  let ids = 0;
  let hidden = text;
  for (const view of viewsOf(text)) {
    const { text: seen, toSpan } = view(hidden);
    const traces = seen === text ? atFirst : findSecretTraces(seen);
    const foundKeys = traces.key ? findKeys(seen) : [];
    const foundIds = traces.id ? findInstallationIds(seen) : [];
    for (const { characters } of foundKeys) {
      const edition = findEdition(characters);
      if (edition === undefined) keys += 1;
      else published.add(edition);
    }
    ids += foundIds.length;
    const spans = [...foundKeys, ...foundIds].map(({ start, end }) => toSpan(start, end));
    hidden = hideAll(hidden, spans);
  }
  return { text: hidden, keys, published: [...published], ids };
}

/** The edition of a published key, though a letter touches it. */
function findEdition(characters: string): string | undefined {
  for (let start = 0; start + KEY_LENGTH <= characters.length; start += 1) {
    const edition = publishedKeys().get(characters.slice(start, start + KEY_LENGTH));
    if (edition !== undefined) return edition;
  }
  return undefined;
}

/** As it reads without markup first; then as it stands: in an attribute of a tag, in the path of a file. */
function viewsOf(text: string): readonly ((text: string) => View)[] {
  return [normalize, ...(text.includes('<') ? [normalizeTags] : []), ...(text.includes('\\') ? [normalizePaths] : [])];
}

function normalizeTags(text: string): View {
  return normalize(text.replaceAll('<', '('));
}

/** What begins a line end in a program's text is a folder in a path. */
function normalizePaths(text: string): View {
  return normalize(text.replaceAll('<', '(').replaceAll('\\', '/'));
}

function hideAll(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(last, start), text.slice(start, end).replace(HIDDEN, FILLER));
    last = end;
  }
  return pieces.join('') + text.slice(last);
}
