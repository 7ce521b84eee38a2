/** What was tried until here, as a button carries it; a case knows more, and then its own account is shown. */

import { isErrorCode } from '../code/error-code';
import { labelsFor } from '../i18n/labels/labels';
import type { Locale } from '../i18n/locale';
import { findStep } from '../knowledge/find-step';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { TriedStep } from '../reply/follow-up';
import type { Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import type { View } from './actions';
import { stepOfEntry } from './in-view';

/** More would push the step in view off the screen; going back still reaches them. */
const MOST_SHOWN = 5;

/**
 * The latest steps of the trail, each with the first sentence of its question, unless a case tells of them itself. Steps
 * that the knowledge no longer has are left out.
 */
export function soFar({ progress, trail = [], locale }: View, knowledge: KnowledgeBase): readonly Section[] {
  if (progress !== undefined) return [];
  const labels = labelsFor(locale);
  const items = trail.slice(-MOST_SHOWN).flatMap((tried) => {
    const words = describeTried(tried, knowledge, locale);
    return words === undefined ? [] : [{ text: toRichText(labels.guide.answered(words.step, words.result)) }];
  });
  return items.length === 0 ? [] : [{ kind: 'list', heading: labels.guide.soFar, items }];
}

/** A step that was tried, as the first sentence of what it asks, with its result; `undefined` when it is no longer known. */
export function describeTried(
  [where, stepId, result]: TriedStep,
  knowledge: KnowledgeBase,
  locale: Locale,
): { readonly step: string; readonly result: string } | undefined {
  if (isErrorCode(where)) {
    const entry = knowledge.find(where);
    const step = entry && stepOfEntry(entry, stepId);
    return step && { step: gist(step.text[locale]), result: labelsFor(locale).notSolved };
  }
  const procedure = knowledge.procedures.get(where);
  const step = procedure && findStep(procedure, stepId);
  const answer = step?.answers.find(({ id }) => id === result);
  return step && answer && { step: gist(step.ask[locale]), result: answer.label[locale] };
}

/** The first sentence: up to a mark that ends one and is followed by a space, or is a Chinese one. A result follows, so no full stop. */
function gist(text: string): string {
  const sentence = /^.*?(?:[。？！]|[.?!](?=\s|$))/s.exec(text)?.[0] ?? text;
  return sentence.replace(/[.。]$/, '');
}
