/** Hides product keys and Installation IDs, so that none gets farther than the first look at a message. */

import type { Span } from '../code/mention';
import { normalize, type View } from '../code/normalize';
import { findInstallationIds } from './find-ids';
import { findKeys } from './find-keys';
import { HYPHEN, KEY, keyClassOf, SLIP } from './key-characters';
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

const FILLER = '*';
/** Line ends stay, so that what follows is read as the lines it is. */
const HIDDEN = /[^\r\n]/g;

const LENGTH = 25;
/** Characters outside the keys' alphabet that 25 in a row may hold and still be looked at. */
const MOST_SLIPS = 4;
const FEWEST_HYPHENS = 4;
/** The first half of a bold letter and its like. */
const MATHEMATICAL = 0xd835;
const FIRST_DIGIT = 0x30;
const LAST_DIGIT = 0x39;
const SHORTEST_ID = 54;

/**
 * Replaces every 25-character product key, published ones included, and every Installation ID by filler of the same
 * length, so that offsets stay valid. Linear in the length of the text.
 */
export function redactProductKeys(text: string): Redacted {
  const hints = lookFor(text);
  const published = new Set<string>();
  let keys = 0;
  let ids = 0;
  let hidden = text;
  if (!hints.key && !hints.id) return { text, keys, published: [], ids };
  // As it reads without markup first; then as it stands, because a key may stand in an attribute of a tag.
  for (const view of text.includes('<') ? [normalize, normalizeTags] : [normalize]) {
    const { text: seen, toSpan } = view(hidden);
    const foundKeys = hints.key ? findKeys(seen) : [];
    const foundIds = hints.id ? findInstallationIds(seen) : [];
    for (const { characters } of foundKeys) {
      const edition = publishedKeys().get(characters);
      if (edition === undefined) keys += 1;
      else published.add(edition);
    }
    ids += foundIds.length;
    const spans = [...foundKeys, ...foundIds].map(({ start, end }) => toSpan(start, end));
    hidden = hideAll(hidden, spans);
  }
  return { text: hidden, keys, published: [...published], ids };
}

function normalizeTags(text: string): View {
  return normalize(text.replaceAll('<', '('));
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

/** The quick look that ends most messages: may there be a key, or an id? A no is final. */
function lookFor(text: string): { readonly key: boolean; readonly id: boolean } {
  if (text.length < LENGTH) return { key: false, id: false };
  // Letters of an entity stand between the letters of a key.
  let key = /[&<\\]/.test(text);
  let hyphens = 0;
  let digits = 0;
  let count = 0;
  const slips = [0, 0, 0, 0, 0];
  let oldest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= FIRST_DIGIT && unit <= LAST_DIGIT) digits += 1;
    const kind = unit === MATHEMATICAL ? KEY : keyClassOf(unit);
    if (kind === HYPHEN) hyphens += 1;
    else if (kind === KEY || kind === SLIP) {
      count += 1;
      if (kind === SLIP) {
        slips[oldest] = count;
        oldest = (oldest + 1) % (MOST_SLIPS + 1);
      }
      key ||= count - (slips[oldest] ?? 0) >= LENGTH;
    }
  }
  return { key: key || hyphens >= FEWEST_HYPHENS, id: digits >= SHORTEST_ID || (key && /&#|[０-９]/.test(text)) };
}
