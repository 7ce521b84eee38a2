/** A person who walks through procedures by the buttons of one case, and knows what they have answered. */

import type { ErrorCode } from '../../../src/code/error-code';
import { deskLabelsFor } from '../../../src/i18n/labels/desk/labels';
import { labelsFor } from '../../../src/i18n/labels/labels';
import type { Locale } from '../../../src/i18n/locale';
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base';
import type { Procedure, ProcedureOutcome, ProcedureStep } from '../../../src/knowledge/procedure';
import { type CaseOnScreen, openCase, type Screen } from './case-on-screen';
import type { Given, Way } from './ways';
import { plain } from './words';

const QUESTIONS: Readonly<Record<Locale, (code: string) => string>> = {
  en: (code) => `Windows activation fails with ${code}, what now?`,
  'zh-CN': (code) => `激活 Windows 时报错 ${code}，怎么办？`,
};

export interface Walker {
  /** Gives an answer of the step in view; the card then shows what it leads to. */
  answer(given: Given): Promise<void>;
  /** Goes back on the last answer. */
  back(): Promise<void>;
  /** From an outcome to the procedure that it names. */
  goOn(procedure: string): Promise<void>;
  /** From an outcome to a form that knows everything so far. */
  askForHelp(): Promise<void>;
  /** From a good outcome to the closing view, and from there to the answer again. */
  sayItWorked(): Promise<void>;
  /** From an outcome to the answer to another code. */
  showCode(code: ErrorCode): Promise<void>;
}

/** Posts the code of the way, and follows it. */
export async function startWalk(screen: Screen, way: Way, locale: Locale, knowledge: KnowledgeBase): Promise<Walker> {
  const { procedures } = knowledge;
  const { buttons } = labelsFor(locale);
  const { code } = way;
  const shown: CaseOnScreen = await openCase(screen, QUESTIONS[locale](code), locale, procedures);
  let tried: readonly Given[] = [];

  /** The step or the outcome of a procedure, with all that must be on its card. */
  function expectAt(procedure: Procedure, id: string): void {
    const step = procedure.steps[id];
    const text = step === undefined ? outcomeOf(procedure, id).text[locale] : step.ask[locale];
    shown.expectTold([procedure.title[locale], text], tried);
    if (step !== undefined) expectAnswers(procedure.id, id, step);
    const hasBack = shown.card().buttons.some(({ label }) => label === buttons.back);
    expect(hasBack).toBe(tried.length > 0);
  }

  /** The first buttons are the answers; each knows where it leads, and what is answered by it. */
  function expectAnswers(procedure: string, step: string, { answers }: ProcedureStep): void {
    const first = shown.card().buttons.slice(0, answers.length);
    expect(first.map(({ label }) => label)).toEqual(answers.map(({ label }) => label[locale]));
    for (const [index, { id: answer }] of answers.entries()) {
      const payload = first[index]?.payload;
      expect(payload).toMatchObject(towards({ procedure, step, answer }));
      expect(payload).toMatchObject({ trail: expect.arrayContaining([[procedure, step, answer]]) });
    }
  }

  /** What the button of an answer carries, apart from its trail. */
  function towards({ procedure: id, step, answer }: Given) {
    const { next } = answerOf(procedureOf(id), step, answer);
    return { move: 'guide', locale, codes: [code], procedure: id, step: next };
  }

  async function answer(given: Given): Promise<void> {
    const procedure = procedureOf(given.procedure);
    const { label, next } = answerOf(procedure, given.step, given.answer);
    await shown.press(label[locale], towards(given));
    tried = [...tried, given];
    expectAt(procedure, next);
  }

  async function back(): Promise<void> {
    const last = tried.at(-1);
    if (last === undefined) throw new Error('there is no way back from the start');
    await shown.press(buttons.back, { move: 'guide', procedure: last.procedure, step: last.step });
    tried = tried.slice(0, -1);
    expectAt(procedureOf(last.procedure), last.step);
  }

  async function beginAt(label: string, procedure: Procedure): Promise<void> {
    await shown.press(label, { move: 'guide', locale, procedure: procedure.id, step: undefined });
    expectAt(procedure, procedure.start);
  }

  async function goOn(id: string): Promise<void> {
    const next = procedureOf(id);
    await beginAt(buttons.goOn(next.title[locale]), next);
  }

  function expectAnswerTo(to: ErrorCode): void {
    const entry = knowledge.find(to);
    shown.expectTold([`${to} · ${entry?.title[locale]}`, entry?.causes[0]?.text[locale] ?? 'no cause'], tried);
  }

  function procedureOf(id: string): Procedure {
    const procedure = procedures.get(id);
    if (procedure === undefined) throw new Error(`there is no procedure ${id}`);
    return procedure;
  }

  expectAnswerTo(code);
  const [offered = ''] = knowledge.find(code)?.procedures ?? [];
  await beginAt(buttons.guide, procedureOf(offered));
  for (const given of way.given) {
    await answer(given);
    const procedure = procedureOf(given.procedure);
    const { procedure: next } = procedure.outcomes[answerOf(procedure, given.step, given.answer).next] ?? {};
    if (next !== undefined) await goOn(next);
  }

  return {
    answer,
    back,
    goOn,

    async askForHelp() {
      await shown.pressForForm(buttons.getHelp, { move: 'get-help', locale, codes: [code] });
      const form = screen.driver.form();
      expect(form?.title).toBe(deskLabelsFor(locale).handOff.title);
      const text = plain(form?.text ?? '');
      expect(text).toContain(code);
      const last = tried.at(-1);
      if (last === undefined) return;
      const { label } = answerOf(procedureOf(last.procedure), last.step, last.answer);
      expect(text).toContain(plain(`→ ${label[locale]}`));
    },

    async sayItWorked() {
      await shown.press(buttons.worked, { move: 'worked', locale, codes: [code] });
      shown.expectTold([labelsFor(locale).worked.text], tried);
      await shown.press(buttons.again, { locale, codes: [code] });
      tried = [];
      expectAnswerTo(code);
    },

    async showCode(to) {
      await shown.press(buttons.showCode(to), { move: 'activation', locale, codes: [to] });
      tried = [];
      expectAnswerTo(to);
    },
  };
}

function answerOf(procedure: Procedure, step: string, id: string) {
  const answer = procedure.steps[step]?.answers.find((each) => each.id === id);
  if (answer === undefined) throw new Error(`${procedure.id} has no answer ${step}/${id}`);
  return answer;
}

function outcomeOf(procedure: Procedure, id: string): ProcedureOutcome {
  const outcome = procedure.outcomes[id];
  if (outcome === undefined) throw new Error(`${procedure.id} has no outcome ${id}`);
  return outcome;
}
