/** The people on the page: one visitor acts as all of them. */

import type { Locale, Localized } from '../../i18n/locale';

/** The one who posts, somebody else who reads along, and somebody of the help desk. */
export const PERSONAS = ['you', 'colleague', 'agent'] as const;

export type Persona = (typeof PERSONAS)[number];

/** What the platforms' profiles would tell. The page's own labels have the same words. */
export const PERSONA_NAMES: Readonly<Record<Persona, Localized>> = {
  you: { en: 'Alex (you)', 'zh-CN': '小林（你）' },
  colleague: { en: 'Sam (colleague)', 'zh-CN': '小陈（同事）' },
  agent: { en: 'Robin (IT support)', 'zh-CN': '小周（IT 支持）' },
};

/** The id by which the bot knows one of them; `visitor` is made by the page at random. */
export function personId(visitor: string, persona: Persona): string {
  return `${visitor}.${persona}`;
}

/** Whom an id of ours means, or `undefined` for any other. */
export function personaOf(person: string): Persona | undefined {
  const name = person.slice(person.lastIndexOf('.') + 1);
  return PERSONAS.find((persona) => persona === name);
}

/** The names of those whom the ids mean, in one language. */
export function personaNames(people: Iterable<string>, locale: Locale): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const person of people) {
    const persona = personaOf(person);
    if (persona !== undefined) names.set(person, PERSONA_NAMES[persona][locale]);
  }
  return names;
}
