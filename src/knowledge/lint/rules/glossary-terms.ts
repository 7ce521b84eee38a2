/** Rule: a term is rendered as the glossary says. */

import type { LocalizedText } from '../corpus';
import type { GlossaryTerm } from '../glossary';
import type { Rule } from '../rule';

export const glossaryTerms: Rule = {
  id: 'glossary-terms',
  description: 'A term is rendered as knowledge/glossary.json says.',
  check({ texts, glossary }) {
    const ours = texts.filter(({ isVerbatim }) => !isVerbatim);
    return glossary.flatMap((term) => [...untranslated(ours, term), ...misnamed(ours, term)]);
  },
};

function untranslated(texts: readonly LocalizedText[], { term, chinese }: GlossaryTerm) {
  const pattern = toPattern(term);
  return texts
    .filter((text) => pattern.test(withoutCode(text.en)) && !chinese.some((word) => text.chinese.includes(word)))
    .map(({ file, path }) => ({
      file,
      path,
      value: term,
      what: `${path} says "${term}" in en, but not "${chinese.join('" or "')}" in zh-CN`,
      why: 'one word per idea lets readers recognize it from answer to answer',
      fix: `use "${chinese[0]}" in ${path}.zh-CN`,
    }));
}

function misnamed(texts: readonly LocalizedText[], { term, chinese, not = [] }: GlossaryTerm) {
  return not.flatMap((word) => {
    const pattern = toPattern(word);
    return texts
      .filter((text) => pattern.test(withoutCode(`${text.en}\n${text.chinese}`)))
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
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[ -~]+$/.test(term) ? new RegExp(`\\b${escaped}s?\\b`, 'i') : new RegExp(escaped);
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, ' ');
}
