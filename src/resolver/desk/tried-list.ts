/** The steps that were tried in a case, one line each. */

import type { CaseState } from '../../cases/case';
import type { Tried } from '../../cases/tried';
import { deskLabelsFor } from '../../i18n/labels/desk/labels';
import { labelsFor } from '../../i18n/labels/labels';
import type { Locale } from '../../i18n/locale';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { ListItem, ListSection } from '../../reply/reply';
import { type RichText, toRichText } from '../../reply/rich-text';
import { describeTried } from '../so-far';
import { moment, person } from './tell';

/** A step that was tried, in words; it may hold inline code. */
interface ToldStep {
  readonly words: string;
  readonly tried: Tried;
}

/** The latest steps that were tried, at most `most` of them, and how many came `before`. */
interface ToldSteps {
  readonly latest: readonly ToldStep[];
  readonly before: number;
}

/** What was tried, the latest last. Steps that the knowledge no longer has are left out, and not counted. */
export function tellSteps({ tried }: CaseState, knowledge: KnowledgeBase, locale: Locale, most: number): ToldSteps {
  const { guide } = labelsFor(locale);
  const told = tried.flatMap((each) => {
    const described = describeTried(each.step, knowledge, locale);
    return described === undefined ? [] : [{ words: guide.answered(described.step, described.result), tried: each }];
  });
  const latest = told.slice(-most);
  return { latest, before: told.length - latest.length };
}

/** The latest steps, at most `most` of them, with who tried them and when. No list when there are none. */
export function triedList(state: CaseState, knowledge: KnowledgeBase, locale: Locale, most: number): ListSection[] {
  const { separator } = labelsFor(locale);
  return listOf(tellSteps(state, knowledge, locale, most), locale, ({ words, tried }) => [
    ...toRichText(`${words}${separator}`),
    person(tried.person, locale),
    { kind: 'text', text: separator },
    moment(tried.atMs),
  ]);
}

/** The same without people and times, for where no names are put in. */
export function bareTriedList(state: CaseState, knowledge: KnowledgeBase, locale: Locale, most: number): ListSection[] {
  return listOf(tellSteps(state, knowledge, locale, most), locale, ({ words }) => toRichText(words));
}

function listOf({ latest, before }: ToldSteps, locale: Locale, toText: (step: ToldStep) => RichText): ListSection[] {
  if (latest.length === 0) return [];
  const { heading, earlier } = deskLabelsFor(locale).tried;
  const first: ListItem[] = before === 0 ? [] : [{ text: toRichText(earlier(before)) }];
  return [{ kind: 'list', heading, items: [...first, ...latest.map((step) => ({ text: toText(step) }))] }];
}
