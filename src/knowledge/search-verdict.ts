/** Whether a description without a code is answered, offered as a choice, or left alone. */

import type { ErrorCode } from '../code/error-code';
import type { Asked, RankedHit } from './search-rank';

export type SymptomVerdict =
  | { readonly kind: 'answer'; readonly code: ErrorCode }
  | { readonly kind: 'choices'; readonly codes: readonly ErrorCode[] }
  /** `asks` unless the message holds no word to look for, as a greeting. */
  | { readonly kind: 'nothing'; readonly asks: boolean };

const MOST_CHOICES = 3;

/** Measured on the questions and the talk of `test/fixtures/questions`: wrong answers are worse than choices. */
const LEAD_TO_ANSWER = 0.2;
const COVERED_TO_ANSWER = 0.5;
const WORDING_TO_ANSWER = 0.5;
const REACH_OF_CHOICES = 0.4;
/** A question that names something of Windows may say a lot more that no entry knows. */
const COVERED_WITH_SUBJECT = 0.22;
const COVERED_WITH_SUBJECT_ALONE = 0.6;
/** One that names nothing must be what an entry says, nearly word for word. */
const WITHOUT_SUBJECT = { tokens: 2, covered: 0.7, wording: 0.5, wordingOfFew: 0.8 };

/** Good news needs no answer. */
const SOLVED =
  /(?:works?|working|fine|good|ok(?:ay)?) (?:again|now)(?![a-z])|(?:fixed|solved|resolved) (?:it|now)|(?:is|are|got|all) (?:fixed|solved|resolved)|never ?mind|(?:可以|正常|成功|解决|修好|弄好|搞定|好)了(?!吗|没|么)/i;

/** Decides by the hits of a question, the best first. */
export function judge(question: string, asked: Asked, hits: readonly RankedHit[]): SymptomVerdict {
  const [best, second] = hits;
  const nothing: SymptomVerdict = { kind: 'nothing', asks: asked.tokens.size > 0 };
  if (best === undefined || SOLVED.test(question) || !isAboutUs(asked, best)) return nothing;
  const lead = best.score - (second?.score ?? 0);
  if (
    lead >= LEAD_TO_ANSWER &&
    best.covered >= COVERED_TO_ANSWER &&
    best.wording >= WORDING_TO_ANSWER &&
    asked.tokens.size > 1
  ) {
    return { kind: 'answer', code: best.code };
  }
  const near = hits.filter(({ score }) => score >= best.score - REACH_OF_CHOICES).slice(0, MOST_CHOICES);
  const codes = (near.length > 1 ? near : hits.slice(0, 2)).map(({ code }) => code);
  return codes.length > 1 ? { kind: 'choices', codes } : nothing;
}

function isAboutUs({ tokens, hasSubject, concepts }: Asked, { covered, wording }: RankedHit): boolean {
  if (hasSubject) return covered >= (concepts > 1 ? COVERED_WITH_SUBJECT : COVERED_WITH_SUBJECT_ALONE);
  const { tokens: few, covered: much, wording: close, wordingOfFew } = WITHOUT_SUBJECT;
  return tokens.size >= few && covered >= much && wording >= (tokens.size === few ? wordingOfFew : close);
}
