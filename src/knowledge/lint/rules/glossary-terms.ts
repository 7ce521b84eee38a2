/** Rule: a term is rendered as the glossary says. */

import type { LocalizedText } from '../corpus';
import type { GlossaryTerm } from '../glossary';
import type { Rule } from '../rule';

export const glossaryTerms: Rule = {
  id: 'glossary-terms',
  description: 'A term is rendered as knowledge/glossary.json says.',
  check({ texts, glossary }) {
    const any = anyOf(glossary);
    const ours = texts
      .filter(({ isVerbatim }) => !isVerbatim)
      .map((text) => ({ ...text, prose: { en: withoutCode(text.en), chinese: withoutCode(text.chinese) } }))
      .filter(({ prose }) => any.test(prose.en) || any.test(prose.chinese));
    return glossary.flatMap((term) => [...untranslated(ours, term), ...misnamed(ours, term)]);
  },
};

type Prose = LocalizedText & { readonly prose: Pick<LocalizedText, 'en' | 'chinese'> };

/** Most texts hold no word of the glossary: one look tells. */
function anyOf(glossary: readonly GlossaryTerm[]): RegExp {
  const words = glossary.flatMap(({ term, not = [] }) => [term, ...not]);
  return new RegExp(words.length === 0 ? '(?!)' : words.map(escaped).join('|'), 'i');
}

function untranslated(texts: readonly Prose[], { term, chinese }: GlossaryTerm) {
  const pattern = toPattern(term);
  return texts
    .filter((text) => pattern.test(text.prose.en) && !chinese.some((word) => text.chinese.includes(word)))
    .map(({ file, path }) => ({
      file,
      path,
      value: term,
      what: `${path} says "${term}" in en, but not "${chinese.join('" or "')}" in zh-CN`,
      why: 'one word per idea lets readers recognize it from answer to answer',
      fix: `use "${chinese[0]}" in ${path}.zh-CN`,
    }));
}

function misnamed(texts: readonly Prose[], { term, chinese, not = [] }: GlossaryTerm) {
  return not.flatMap((word) => {
    const pattern = toPattern(word);
    return texts
      .filter((text) => pattern.test(`${text.prose.en}\n${text.prose.chinese}`))
      .map(({ file, path }) => ({
        file,
        path,
        value: word,
        what: `${path} says "${word}"`,
        why: `the glossary names this idea "${term}" and "${chinese[0]}"`,
        fix: 'use the term of the glossary',
      }));
  });
}

/** A whole word or its plural; Chinese has no word bounds to look for. */
function toPattern(term: string): RegExp {
  return /^[ -~]+$/.test(term) ? new RegExp(`\\b${escaped(term)}s?\\b`, 'i') : new RegExp(escaped(term));
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, ' ');
}
