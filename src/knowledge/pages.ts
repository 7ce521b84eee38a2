/** Web pages that entries were drawn from, found by any spelling of their address. */

import type { ErrorCode } from '../code/error-code';
import type { Source } from './entry';
import type { KnowledgeBase } from './knowledge-base';

/** A page, with the codes that rest on it: those that it sets out to explain first. */
export interface CitedPage {
  readonly source: Source;
  readonly codes: readonly ErrorCode[];
}

type Knowledge = Pick<KnowledgeBase, 'entries' | 'source'>;

/** It belongs to the entries: a knowledge base that follows an overlay has others after a change. */
const PAGES = new WeakMap<KnowledgeBase['entries'], ReadonlyMap<string, CitedPage>>();

/** The page at an address, or `undefined` where no entry was drawn from it. */
export function findPage(url: string, knowledge: Knowledge): CitedPage | undefined {
  const address = toAddress(url);
  return address === undefined ? undefined : pagesOf(knowledge).get(address);
}

/**
 * An address as it identifies a page: without the reader's language, query, fragment and last slash; `undefined` for what
 * is no web address. Never throws.
 */
export function toAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const path = pathname
    .toLowerCase()
    .replace(/^\/[a-z]{2}-[a-z]{2,4}(?=\/)/, '')
    .replace(/\/+$/, '');
  return `${hostname}${path}`;
}

function pagesOf(knowledge: Knowledge): ReadonlyMap<string, CitedPage> {
  const known = PAGES.get(knowledge.entries);
  if (known !== undefined) return known;
  const pages = buildPages(knowledge);
  PAGES.set(knowledge.entries, pages);
  return pages;
}

function buildPages({ entries, source: sourceOf }: Knowledge): ReadonlyMap<string, CitedPage> {
  const pages = new Map<string, CitedPage>();
  for (const { code, sources } of entries.values()) {
    for (const id of sources) {
      const source = sourceOf(id);
      const address = source.url === null ? undefined : toAddress(source.url);
      if (address === undefined) continue;
      const { source: first, codes } = pages.get(address) ?? { source, codes: [] };
      if (!codes.includes(code)) pages.set(address, { source: first, codes: [...codes, code] });
    }
  }
  for (const [address, { source, codes }] of pages) {
    const listed = (source.lists ?? []).filter((code) => codes.includes(code));
    pages.set(address, { source, codes: [...new Set([...listed, ...codes])] });
  }
  return pages;
}
