/** What the bot would answer to a message, and why, as a value. */

import type { Verdict } from '../cases/policy';
import type { Mention } from '../code/mention';
import type { Locale, Localized } from '../i18n/locale';
import type { Intake } from '../intake';
import { findStep } from '../knowledge/find-step';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { SymptomSearch } from '../knowledge/search';
import { answerAsked } from '../resolver/asked';
import { findingSections } from '../resolver/evidence-views';
import { openingOf } from '../resolver/opening';
import { answeredCodes, standingOf } from '../resolver/order';
import type { Resolver } from '../resolver/resolve';
import { describeCode } from './describe-code';
import { type Answered, describeReply, tellLines } from './replies';
import type { Asked } from './values';

const WHY: Localized<Readonly<Record<Verdict['reason'], string>>> = {
  en: {
    addressed: 'The bot is addressed, so it answers.',
    'sure-code': 'There is an error code in the message, or a slip close to one that the bot knows.',
    'no-code': 'There is no error code in the message.',
    'not-sure': 'What looks like a code may be something else. The bot would answer if it were addressed.',
  },
  'zh-CN': {
    addressed: '机器人被提及，因此会回答。',
    'sure-code': '消息中有错误代码，或者与已知代码相近的笔误。',
    'no-code': '消息中没有错误代码。',
    'not-sure': '看起来像代码的内容也可能是别的东西。如果提及机器人，它会回答。',
  },
};

/** The answer to a message that has been taken in. */
export function answerMessage(
  intake: Intake,
  locale: Locale,
  knowledge: KnowledgeBase,
  resolver: Resolver,
  symptoms: SymptomSearch,
): Answered<Asked> {
  const { mentions, verdict, keys } = intake;
  const [lead] = verdict.speak ? answeredCodes(mentions, knowledge, intake.diagnosis).codes : [];
  const reply = verdict.speak ? answerAsked(intake, locale, resolver, symptoms) : undefined;
  const goOn = verdict.speak ? findWayOn(intake, locale, knowledge) : undefined;
  const value: Asked = {
    answers: verdict.speak,
    reason: verdict.reason,
    why: WHY[locale][verdict.reason],
    locale,
    keysHidden: keys,
    lead: lead ?? null,
    codes: mentions.map((mention) => describeMention(mention, knowledge)),
    findings: verdict.speak ? tellLines(findingSections(intake.diagnosis?.findings ?? [], locale), locale) : [],
    ...(goOn === undefined ? {} : { goOn }),
    ...(reply === undefined ? {} : { reply: describeReply(reply) }),
    ...(lead === undefined ? {} : { explained: describeCode(lead, knowledge, locale) }),
  };
  return { value, ...(reply === undefined ? {} : { reply }) };
}

/** The step of a procedure to which pasted output leads. */
function findWayOn({ mentions, diagnosis }: Intake, locale: Locale, knowledge: KnowledgeBase): Asked['goOn'] {
  const opening = openingOf(answeredCodes(mentions, knowledge, diagnosis), diagnosis, knowledge);
  if (opening?.procedure === undefined || opening.step === undefined) return undefined;
  const procedure = knowledge.procedures.get(opening.procedure);
  const step = procedure && findStep(procedure, opening.step);
  if (procedure === undefined || step === undefined) return undefined;
  return { procedure: procedure.id, title: procedure.title[locale], step: opening.step, ask: step.ask[locale] };
}

function describeMention(mention: Mention, knowledge: KnowledgeBase): Asked['codes'][number] {
  const { code, confidence, span } = mention;
  return { code, as: standingOf(mention, knowledge), confidence, span: { start: span.start, end: span.end } };
}
