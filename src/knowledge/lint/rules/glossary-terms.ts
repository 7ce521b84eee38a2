/** Rule: a term is rendered as the glossary says. */

import type { LocalizedText } from '../corpus';
import type { GlossaryTerm } from '../glossary';
import type { Rule } from '../rule';

export const glossaryTerms: Rule = {
  id: 'glossary-terms',
  description: 'A term is rendered as knowledge/glossary.json says.',
  check: ({ texts, glossary }) =>
    texts
      .filter(({ isVerbatim }) => !isVerbatim)
      .flatMap((text) => glossary.flatMap((term) => [...untranslated(text, term), ...misnamed(text, term)])),
};

function untranslated({ file, path, en, chinese }: LocalizedText, term: GlossaryTerm) {
  if (!holdsTerm(withoutCode(en), term.term)) return [];
  if (term.chinese.some((word) => chinese.includes(word))) return [];
  return [
    {
      file,
      path,
      value: term.term,
      what: `${path} says "${term.term}" in en, but not "${term.chinese.join('" or "')}" in zh-CN`,
      why: 'one word per idea lets readers recognize it from answer to answer',
      fix: `use "${term.chinese[0]}" in ${path}.zh-CN`,
    },
  ];
}

function misnamed({ file, path, en, chinese }: LocalizedText, term: GlossaryTerm) {
  const prose = `${withoutCode(en)}\n${withoutCode(chinese)}`;
  return (term.not ?? [])
    .filter((word) => holdsTerm(prose, word))
    .map((word) => ({
      file,
      path,
      value: word,
      what: `${path} says "${word}"`,
      why: `the glossary names this idea "${term.term}" and "${term.chinese[0]}"`,
      fix: 'use the term of the glossary',
    }));
}

/** Looks for a whole word or its plural; Chinese has no word bounds to look for. */
function holdsTerm(text: string, term: string): boolean {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[ -~]+$/.test(term) ? new RegExp(`\\b${escaped}s?\\b`, 'i').test(text) : text.includes(term);
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, ' ');
}
