/** The cases that somebody has asked about, as lists show them. */

import { deriveCase } from '../cases/case';
import type { Locale } from '../i18n/locale';
import { isOpen, type OwnCase, toOwnCase } from '../resolver/personal/own-cases';
import type { BotParts } from './parts';
import { linkToAnswer } from './show-case';
import type { Who } from './values';

const MOST_CASES = 10;
const MOST_OPEN_CASES = 5;
/** Among so many of the latest, the open ones are looked for. */
const MOST_LOOKED_AT = 20;

type Parts = Pick<BotParts, 'store' | 'knowledge' | 'messenger'>;

/** The latest cases of somebody, with links to the answers. */
export async function findLatestCases(who: Who, locale: Locale, parts: Parts): Promise<readonly OwnCase[]> {
  const { platform, tenant, person } = who;
  const stored = await parts.store.findCasesOf(platform, tenant, person, MOST_CASES);
  return Promise.all(
    stored.map(async ({ head, moves, cards }) => {
      const state = deriveCase(head, moves);
      return toOwnCase(state, parts.knowledge, locale, await linkToAnswer(state, cards, parts));
    }),
  );
}

/** The latest that somebody still has to do with. */
export async function findOpenCases(
  { platform, tenant, person }: Who,
  locale: Locale,
  { store, knowledge }: Pick<Parts, 'store' | 'knowledge'>,
): Promise<readonly OwnCase[]> {
  const stored = await store.findCasesOf(platform, tenant, person, MOST_LOOKED_AT);
  return stored
    .map(({ head, moves }) => deriveCase(head, moves))
    .filter(isOpen)
    .slice(0, MOST_OPEN_CASES)
    .map((state) => toOwnCase(state, knowledge, locale, undefined));
}
