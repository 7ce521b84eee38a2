/** One code as a value: its entry in one language, or what its number says where it has none. */

import type { ErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import { type Locale, otherLocale } from '../i18n/locale';
import type { Entry, Step, Warning } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { messageIn } from '../resolver/in-view';
import { describeNumber } from './describe-number';
import { citedSources } from './sources';
import type { MessageValue, StepValue, WarningValue } from './statements';
import type { CodeValue } from './values';

type Explanation = Pick<CodeValue, 'causes' | 'steps' | 'warnings'>;

/** Everything there is to say about a code. */
export function describeCode(code: ErrorCode, knowledge: KnowledgeBase, locale: Locale): CodeValue {
  const entry = knowledge.find(code);
  return entry === undefined ? decoded(code, knowledge, locale) : curated(entry, knowledge, locale);
}

function curated(entry: Entry, knowledge: KnowledgeBase, locale: Locale): CodeValue {
  const { code, symbol, scope, area, systemMessage, elsewhere, retired } = entry;
  const labels = labelsFor(locale);
  const message = describeMessage(entry, locale);
  return {
    ...{ code, locale, curated: true, title: entry.title[locale] },
    symbols: symbol === null ? [] : [symbol],
    twins: [...(entry.twins ?? [])],
    scope,
    ...(area === undefined ? {} : { area: { id: area, name: labels.areas[area] } }),
    methods: entry.methods.map((id) => ({ id, name: labels.methods[id] })),
    ...(message === undefined ? {} : { message }),
    ...(systemMessage === undefined ? {} : { systemMessage: systemMessage[locale] }),
    ...explain(entry, locale),
    ...(elsewhere === undefined
      ? {}
      : {
          elsewhere: {
            area: { id: elsewhere.area, name: labels.areas[elsewhere.area] },
            title: elsewhere.title[locale],
            ...explain(elsewhere, locale),
          },
        }),
    procedures: entry.procedures.flatMap((id) => {
      const procedure = knowledge.procedures.get(id);
      return procedure === undefined ? [] : [{ id, title: procedure.title[locale] }];
    }),
    related: [...entry.related],
    sources: citedSources(entry.sources, knowledge, locale),
    ...describeNumber(code, knowledge, locale),
    ...(retired === undefined ? {} : { retired: retired[locale] }),
  };
}

/** Named as the bot names it: by its best reading, else by whose range it lies in. */
function decoded(code: ErrorCode, knowledge: KnowledgeBase, locale: Locale): CodeValue {
  const number = describeNumber(code, knowledge, locale);
  const symbols = number.readings[0]?.symbols ?? [];
  const title = symbols[0] ?? number.component?.name ?? labelsFor(locale).unknown.title;
  return {
    ...{ code, locale, curated: false, title, symbols: [...symbols] },
    ...{ twins: [], methods: [], causes: [], steps: [], warnings: [], procedures: [], related: [], sources: [] },
    ...number,
  };
}

function describeMessage(entry: Entry, locale: Locale): MessageValue | undefined {
  const known = messageIn(entry, locale);
  if (known === undefined) return undefined;
  return { text: known.text, locale: known.isForeign ? otherLocale(locale) : locale, origin: known.origin };
}

function explain(
  { causes, steps, warnings }: Pick<Entry, 'causes' | 'steps' | 'warnings'>,
  locale: Locale,
): Explanation {
  return {
    causes: causes.map((cause) => describeStatement(cause, locale)),
    steps: steps.map((step) => describeStep(step, locale)),
    warnings: warnings.map((warning) => describeStatement(warning, locale)),
  };
}

/** A cause or a warning. */
function describeStatement({ text, confidence, sources }: Warning, locale: Locale): WarningValue {
  return { text: text[locale], confidence, sources: [...sources] };
}

function describeStep(step: Step, locale: Locale): StepValue {
  const { id, text, command, runsOn, runsAs, destructive, expect, methods, confidence, sources } = step;
  return {
    ...{ id, text: text[locale] },
    ...(command === undefined ? {} : { command }),
    ...{ runsOn, runsAs, destructive },
    ...(expect === undefined ? {} : { expect: expect[locale] }),
    ...(methods === undefined ? {} : { methods: [...methods] }),
    ...{ confidence, sources: [...sources] },
  };
}
