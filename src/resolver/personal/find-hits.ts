/** A search by a person: codes in any spelling, the beginnings of codes and names, then what words describe. */

import { detectCodes } from '../../code/detect';
import type { ErrorCode } from '../../code/error-code';
import { redactProductKeys } from '../../evidence/redact';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { SymptomSearch } from '../../knowledge/search';

/** More than anybody reads, and than Teams shows. */
const MOST_HITS = 10;
/** Shorter beginnings fit nearly everything. */
const SHORTEST_PREFIX = 3;
const LONGEST_QUERY = 400;
/** The article whose codes people ask about most. */
const ARTICLE = 'activation-error-codes';

/** The codes that fit best, each once. Without a query, those that people meet most. */
export function findHits(query: string, knowledge: KnowledgeBase, symptoms: SymptomSearch): readonly ErrorCode[] {
  const text = redactProductKeys(query.slice(0, LONGEST_QUERY)).text.trim();
  if (text === '') return frequentCodes(knowledge).slice(0, MOST_HITS);
  const { codes: known, codesNamed: named } = knowledge;
  const written = detectCodes(text, { known, asked: true, named }).map(({ code }) => code);
  const begun = beginningWith(text, knowledge);
  // A code that is complete says what is looked for; words around it only describe it.
  const described = written.length > 0 ? [] : symptoms.search(text, MOST_HITS).map(({ code }) => code);
  // `0x8007` is more likely the beginning of a code than a code without an entry.
  const answered = written.filter((code) => knowledge.find(code) !== undefined);
  return [...new Set([...answered, ...begun, ...written, ...described])].slice(0, MOST_HITS);
}

function frequentCodes({ entries, source }: KnowledgeBase): readonly ErrorCode[] {
  const codes = [...entries.keys()];
  const isKept = [...entries.values()].some(({ sources }) => sources.includes(ARTICLE));
  return isKept ? (source(ARTICLE).lists ?? codes) : codes;
}

/** While somebody types: `C004F0`, `0xC004F0`, `SL_E_`. A plain word is no beginning: half of all names start with `ERROR`. */
function beginningWith(text: string, { entries }: KnowledgeBase): ErrorCode[] {
  const digits = text.toUpperCase().replace(/^0X/, '');
  if (digits.length < SHORTEST_PREFIX) return [];
  const isCode = /\d/.test(text) && /^[0-9A-F]+$/.test(digits);
  const isName = text.includes('_');
  return [...entries.values()]
    .filter(
      ({ code, symbol }) => (isCode && code.slice(2).startsWith(digits)) || (isName && symbol?.startsWith(digits)),
    )
    .map(({ code }) => code);
}
