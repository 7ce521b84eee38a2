/**
 * What programs may ask: the same questions as people, with the same answers, as values in one language. Pure: nothing
 * of a text is kept.
 */

import { type ErrorCode, toErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';
import { nearestCodes } from '../code/nearest';
import type { Locale } from '../i18n/locale';
import { type LocaleHints, negotiateLocale } from '../i18n/negotiate';
import { takeIn } from '../intake';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { createSymptomSearch } from '../knowledge/search';
import type { Reply } from '../reply/reply';
import { chooseCodes, codeToAnswer } from '../resolver/order';
import { createResolver } from '../resolver/resolve';
import { answerMessage } from './ask';
import { describeCode } from './describe-code';
import { MOST_HITS, MOST_TEXT, MOST_WORDS, USUAL_HITS } from './limits';
import { describeProcedure, listProcedures, type ProcedureList, type ProcedureValue } from './procedure-values';
import type { Refusal } from './refusal';
import { type Answered, describeReply } from './replies';
import type { Asked, CodeValue, Explained, Found } from './values';

const MOST_NEAREST = 4;
/** Farther away than this many edits, a suggestion would be noise. */
const FARTHEST = 3;
const CODE = /^0[xX][0-9a-fA-F]{8}$/;

/** What tells the language of an answer beside the text of the question. */
export type Caller = Pick<LocaleHints, 'chosen' | 'platform' | 'fallback'>;

export interface Lookups {
  /** One code, spelled `0x` and eight digits. */
  lookUp(code: string, caller: Caller): Answered<CodeValue> | Refusal;
  /** The code in a text, in any spelling: whoever asks means one. */
  explain(text: string, caller: Caller): Answered<Explained> | Refusal;
  /** What the bot would answer to a message: `asked` where it is addressed, otherwise one that passes by in a channel. */
  ask(text: string, caller: Caller & { readonly asked: boolean }): Answered<Asked> | Refusal;
  /** The codes that fit a description, the best first. */
  search(words: string, caller: Caller & { readonly limit?: number | undefined }): Answered<Found> | Refusal;
  procedures(caller: Caller): Answered<ProcedureList>;
  procedure(id: string, caller: Caller): Answered<ProcedureValue> | Refusal;
}

export function createLookups(knowledge: KnowledgeBase): Lookups {
  const resolver = createResolver(knowledge);
  const symptoms = createSymptomSearch(knowledge);

  return {
    lookUp(code, caller) {
      if (!CODE.test(code)) return { refusal: 'bad-code' };
      const asked: Mention = {
        code: toErrorCode(Number(code)),
        ...{ written: code, span: { start: 0, end: code.length }, spelling: 'hex', confidence: 'sure' },
      };
      return { value: describeCode(codeToAnswer(asked, knowledge), knowledge, negotiateLocale(caller)) };
    },

    explain(text, caller) {
      const refusal = refuseText(text);
      if (refusal !== undefined) return refusal;
      const { mentions, keys, text: redacted } = takeIn(text, true, knowledge);
      const locale = negotiateLocale({ ...caller, text: redacted });
      const { codes, written } = chooseCodes(mentions, knowledge);
      const [lead, ...others] = codes;
      if (lead === undefined) return { refusal: 'no-code', nearest: nearest(redacted) };
      const reply = resolver.answer({ mentions, locale, activation: true });
      const value: Explained = {
        ...(written === undefined ? {} : { written }),
        others,
        keysHidden: keys,
        reply: describeReply(reply),
        explained: describeCode(lead, knowledge, locale),
      };
      return { value, reply: written === undefined ? withAllSteps(reply, lead, locale) : reply };
    },

    ask(text, { asked, ...caller }) {
      const refusal = refuseText(text);
      if (refusal !== undefined) return refusal;
      const intake = takeIn(text, asked, knowledge);
      const locale = negotiateLocale({ ...caller, text: intake.text });
      return answerMessage(intake, locale, knowledge, resolver, symptoms);
    },

    search(words, { limit = USUAL_HITS, ...caller }) {
      if (words.trim() === '') return { refusal: 'empty' };
      if (words.length > MOST_WORDS) return { refusal: 'words-too-long' };
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS) return { refusal: 'bad-limit' };
      const locale = negotiateLocale({ ...caller, text: words });
      const hits = symptoms.search(words, limit).map(({ code, score }) => ({
        code,
        title: knowledge.find(code)?.title[locale] ?? '',
        score,
      }));
      return { value: { locale, hits, would: symptoms.decide(words).kind } };
    },

    procedures: (caller) => ({ value: listProcedures(knowledge, negotiateLocale(caller)) }),

    procedure(id, caller) {
      const procedure = knowledge.procedures.get(id);
      if (procedure === undefined) return { refusal: 'no-procedure' };
      return { value: describeProcedure(procedure, knowledge, negotiateLocale(caller)) };
    },
  };

  /** Programs turn no pages: all steps stand where people get the first. */
  function withAllSteps(reply: Reply, lead: ErrorCode, locale: Locale): Reply {
    const { sections } = resolver.follow({ v: 1, move: 'all-steps', locale, codes: [lead] });
    const steps = sections.filter(({ kind }) => kind === 'steps');
    if (steps.length === 0) return reply;
    return { ...reply, sections: reply.sections.flatMap((each) => (each.kind === 'step' ? steps : [each])) };
  }

  /** Of something as short as a code; near to a whole text there is nothing. */
  function nearest(text: string): readonly ErrorCode[] {
    return nearestCodes(text, knowledge.codes, MOST_NEAREST, FARTHEST).map(({ code }) => code);
  }
}

function refuseText(text: string): Refusal | undefined {
  if (text.trim() === '') return { refusal: 'empty' };
  return text.length > MOST_TEXT ? { refusal: 'text-too-long' } : undefined;
}
