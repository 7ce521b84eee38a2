/** Ranks what the index finds for one question, and says how well it fits. */

import type { ErrorCode } from '../code/error-code';
import { FIELD_WEIGHTS, type SearchIndex, splitTokens, type Wording } from './search-index';
import { isConcept, isSubject, type Token } from './search-tokens';

/** A code that fits a question. */
export interface RankedHit {
  readonly code: ErrorCode;
  /** Ranks within one answer. */
  readonly score: number;
  /** How much of the question the entry speaks of, from 0 to 1. */
  readonly covered: number;
  /** How close the question comes to one wording of the entry, from 0 to 1. */
  readonly wording: number;
}

/** What a question asks for: the tokens that it is about, and those that only sharpen them. */
export interface Asked {
  readonly tokens: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** It names something that Windows has. */
  readonly hasSubject: boolean;
  /** How many of its tokens are known to be said in several ways. */
  readonly concepts: number;
}

type WeighedToken = readonly [token: string, weight: number];

/** How many entries are compared closely. */
const MOST_CANDIDATES = 20;
/** Looking up a word that half of all entries use takes longest and tells least. */
const COMMON = 1.1;
/** A part of a phrase must be rarer to be worth a look. */
const COMMON_PART = 2;
/**
 * How many uses of words are looked at for one question, the rarest words first: so much a question costs at most, however many
 * entries an organization adds. With what ships, none of the questions that we measure by looks at a thousand.
 */
const MOST_USES = 4_000;
/** A part of a phrase counts half as much as the phrase. */
const PART_WEIGHT = 0.5;
/** Lengthy entries are found for nearly everything; a repeated word tells more the second time than by default. */
const BM25 = { k: 1.6, b: 0.7, d: 0.5 };
/** What a wording says beyond the question tells a little against it. */
const BEYOND = 0.4;
/** A word in the causes, or of the area, proves less than one in what people say. */
const SHARE_BEHIND = 0.55;
/** What the final score is made of. */
const SHARES = { found: 0.5, covered: 0.2, wording: 0.8 };

export function toAsked(tokens: readonly Token[]): Asked {
  const whole = new Set(tokens.filter(({ isPart }) => !isPart).map(({ text }) => text));
  const parts = new Set(tokens.map(({ text }) => text).filter((text) => !whole.has(text)));
  return {
    tokens: whole,
    parts,
    hasSubject: [...whole].some(isSubject),
    concepts: [...whole].filter(isConcept).length,
  };
}

/** The entries that fit, the best first. */
export function rank(asked: Asked, index: SearchIndex): readonly RankedHit[] {
  const { tokens, parts } = asked;
  if (tokens.size === 0) return [];
  const weighed = [...tokens].map((token): WeighedToken => [token, index.weightOf(token)]);
  const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  const lookedUp = new Set(rarestOf(tellingOf(asked, index), index));
  if (lookedUp.size === 0) return [];
  const found = index.documents
    .search([...lookedUp].join(' '), {
      boost: FIELD_WEIGHTS,
      tokenize: splitTokens,
      boostTerm: (term) => (parts.has(term) ? PART_WEIGHT : 1),
      bm25: BM25,
    })
    .slice(0, MOST_CANDIDATES);
  const best = found[0]?.score ?? 1;
  return found
    .map(({ id, score, match }): RankedHit => {
      const code: ErrorCode = id;
      const covered = coverage(weighed, lookedUp, match);
      const wording = closestWording(index.wordings.get(code) ?? [], weighed, total);
      const fit = SHARES.found * (score / best) + SHARES.covered * covered + SHARES.wording * wording;
      return { code, score: fit + (index.standing.get(code) ?? 0), covered, wording };
    })
    .sort((a, b) => b.score - a.score);
}

/** What to look up: words that nearly every entry uses only where there is nothing else. */
function tellingOf({ tokens, parts }: Asked, index: SearchIndex): readonly string[] {
  const telling = [...tokens].filter((token) => index.weightOf(token) >= COMMON);
  return telling.length === 0
    ? [...tokens]
    : [...telling, ...[...parts].filter((part) => index.weightOf(part) >= COMMON_PART)];
}

/** As many of them as may be looked at. */
function rarestOf(tokens: readonly string[], { vocabulary }: SearchIndex): readonly string[] {
  const byUses = tokens.map((token) => ({ token, uses: vocabulary.get(token) ?? 0 })).sort((a, b) => a.uses - b.uses);
  let left = MOST_USES;
  return byUses.flatMap(({ token, uses }) => {
    left -= uses;
    return left < 0 ? [] : [token];
  });
}

/** The share of what was looked up that the entry speaks of. */
function coverage(
  asked: readonly WeighedToken[],
  lookedUp: ReadonlySet<string>,
  match: Record<string, string[]>,
): number {
  let covered = 0;
  let total = 0;
  for (const [token, weight] of asked) {
    if (!lookedUp.has(token)) continue;
    total += weight;
    const fields = match[token];
    if (fields === undefined) continue;
    covered += weight * (fields.every((field) => field === 'behind') ? SHARE_BEHIND : 1);
  }
  return covered / total;
}

function closestWording(wordings: readonly Wording[], asked: readonly WeighedToken[], total: number): number {
  let closest = 0;
  for (const { tokens, weight } of wordings) {
    let shared = 0;
    let beyond = weight;
    for (const [token, tokenWeight] of asked) {
      const isPart = tokens.get(token);
      if (isPart === undefined) continue;
      shared += tokenWeight;
      if (!isPart) beyond -= tokenWeight;
    }
    closest = Math.max(closest, shared / (total + BEYOND * beyond));
  }
  return closest;
}
