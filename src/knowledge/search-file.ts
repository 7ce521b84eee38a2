/**
 * What the search has read of our entries, kept by the build: reading it from the file takes a third of reading the entries
 * again, and a start needs neither.
 */

import { join } from 'node:path';
import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { ErrorCode } from '../code/error-code';
import { readKept, writeKept } from './checked-file';
import { DOCUMENT_OPTIONS, type Document, type ReadTexts } from './search-index';

/** As it stands in the file: ours alone writes it, into the build. */
interface Kept {
  /** Of the checked knowledge that was read. */
  readonly digest: string;
  readonly documents: AsPlainObject;
  readonly vocabulary: readonly (readonly [word: string, uses: number])[];
  /** Each token as its place in the vocabulary; as `-1 - place` where it is only a part of another. */
  readonly wordings: readonly (readonly [ErrorCode, readonly (readonly number[])[]])[];
}

/** Beside the compiled program; the sources have none. */
export const SEARCH_FILE = join(__dirname, 'search.json');

/** Keeps what was read of the knowledge with that digest. A program that reads meanwhile finds the old file or the new. */
export function writeSearchFile(file: string, digest: string, { documents, wordings, vocabulary }: ReadTexts): void {
  const places = new Map([...vocabulary.keys()].map((word, place) => [word, place]));
  const toPlaces = (tokens: ReadonlyMap<string, boolean>) =>
    Array.from(tokens, ([text, isPart]) => {
      const place = places.get(text);
      if (place === undefined) throw new Error(`"${text}" is in a wording and not in the vocabulary.`);
      return isPart ? -1 - place : place;
    });
  const kept: Kept = {
    ...{ digest, documents: documents.toJSON(), vocabulary: [...vocabulary] },
    wordings: Array.from(wordings, ([code, all]) => [code, all.map(toPlaces)] as const),
  };
  writeKept(file, kept);
}

/** What was kept of the knowledge with that digest; `undefined` where nothing was, or nothing whole, or of another one. */
export function readSearchFile(file: string, digest: string): ReadTexts | undefined {
  const kept = readWhole(file, digest);
  return kept && { ...wordsOf(kept), documents: MiniSearch.loadJS<Document>(kept.documents, DOCUMENT_OPTIONS) };
}

/** The same in pieces of ten milliseconds at most, between which others work. */
export async function readSearchFileInPieces(file: string, digest: string): Promise<ReadTexts | undefined> {
  const kept = readWhole(file, digest);
  if (kept === undefined) return undefined;
  await new Promise(setImmediate);
  const words = wordsOf(kept);
  await new Promise(setImmediate);
  return { ...words, documents: await MiniSearch.loadJSAsync<Document>(kept.documents, DOCUMENT_OPTIONS) };
}

function readWhole(file: string, digest: string): Kept | undefined {
  const kept = readKept<Kept>(file);
  return kept?.digest === digest ? kept : undefined;
}

function wordsOf({ vocabulary, wordings }: Kept): Omit<ReadTexts, 'documents'> {
  const words = vocabulary.map(([word]) => word);
  const toTokens = (places: readonly number[]) =>
    new Map(places.map((place) => (place < 0 ? [words[-1 - place] ?? '', true] : [words[place] ?? '', false])));
  return {
    vocabulary: new Map(vocabulary),
    wordings: new Map(wordings.map(([code, all]) => [code, all.map(toTokens)])),
  };
}
