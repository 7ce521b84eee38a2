/** Which explanation of an entry is in view: a general code means one thing to whoever activates, another elsewhere. */

import type { ErrorCode } from '../code/error-code';
import { type Locale, otherLocale } from '../i18n/locale';
import type { Entry, Step } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { MethodChoice } from '../reply/follow-up';

/** The entry of a code as it reads for a computer that is activated so; `none` says that nobody is activating anything. */
export function entryInView(
  code: ErrorCode | undefined,
  knowledge: KnowledgeBase,
  method: MethodChoice | undefined,
): Entry | undefined {
  const entry = code === undefined ? undefined : knowledge.find(code);
  return entry !== undefined && method === 'none' ? asElsewhere(entry, knowledge) : entry;
}

/** The entry as it reads where nobody is activating anything; as it is, if it means the same everywhere. */
export function asElsewhere(entry: Entry, knowledge: KnowledgeBase): Entry {
  const { elsewhere, systemMessage: message = entry.message, ...rest } = entry;
  if (elsewhere === undefined) return entry;
  const explained = [...elsewhere.causes, ...elsewhere.steps, ...elsewhere.warnings];
  const sources = entry.sources.filter((id) => explained.some((each) => each.sources.includes(id)));
  return {
    ...rest,
    ...elsewhere,
    scope: 'windows',
    methods: [],
    procedures: [],
    related: entry.related.filter((code) => knowledge.find(code)?.scope !== 'activation'),
    message,
    messageOrigin: { en: 'windows', 'zh-CN': 'windows' },
    sources,
  };
}

/** Windows' own words, in this language if we know them, otherwise in the other. */
export function messageIn(
  { message, messageOrigin }: Pick<Entry, 'message' | 'messageOrigin'>,
  locale: Locale,
): { readonly text: string; readonly origin: 'windows' | 'documentation'; readonly isForeign: boolean } | undefined {
  const known = message[locale] === undefined ? otherLocale(locale) : locale;
  const text = message[known];
  if (text === undefined) return undefined;
  return { text, origin: messageOrigin[known] ?? 'documentation', isForeign: known !== locale };
}

/** A step of an entry, whichever explanation it belongs to. */
export function stepOfEntry({ steps, elsewhere }: Entry, id: string): Step | undefined {
  return [...steps, ...(elsewhere?.steps ?? [])].find((step) => step.id === id);
}
