/** From codes and a language to a reply. Pure: the same question gets the same answer. */

import { firstView } from '../cases/case';
import type { ErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';
import type { Diagnosis } from '../diagnosis/diagnose';
import type { Locale } from '../i18n/locale';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type FollowUp, isViewMove, type ViewMove } from '../reply/follow-up';
import { assertNever, type Reply, type ReplyKind } from '../reply/reply';
import type { View } from './actions';
import { choicesView } from './choices-view';
import { activationButton, activationNote, guessView } from './code-views';
import { answerView, type ViewParts, workedView } from './entry-views';
import { evidenceView, findingSections } from './evidence-views';
import { finish } from './finish';
import { guideView } from './guide-views';
import { entryInView } from './in-view';
import { openingOf } from './opening';
import { answeredCodes } from './order';
import { readingsView } from './readings-view';
import { otherButtons, otherCodes } from './several';
import { allStepsView, methodView, stepView, stuckView } from './step-views';
import { describedNote } from './symptom-views';
import { freshStartView, helpView, welcomeView } from './talk-views';
import { unknownView } from './unknown-view';
import { indexOfStep, needsMethod, stepsFor } from './walk';

/** What was found in a message. */
export interface Question {
  /** At least one, unless there is a diagnosis. */
  readonly mentions: readonly Mention[];
  readonly locale: Locale;
  /** The message speaks of activating Windows or Office. */
  readonly activation: boolean;
  /** What the output pasted with it means. */
  readonly diagnosis?: Diagnosis;
}

/** Moves that show an entry. */
type EntryMove = Exclude<ViewMove, 'help' | 'guide' | 'evidence' | 'choices' | 'readings'>;

/** What a case adds to a view. */
export type Scene = Pick<
  View,
  'progress' | 'findings' | 'kmsHost' | 'described' | 'shared' | 'shareable' | 'help' | 'guided'
>;

export interface Resolver {
  /** The answer to the codes of one message, root cause first. Guesses count only where nothing better was found. */
  answer(question: Question): Reply;
  /** The view that a button leads to. */
  follow(followUp: FollowUp, scene?: Scene): Reply;
  help(locale: Locale): Reply;
  /** `offersListening` where the bot may be let answer unasked, and is not yet. */
  welcome(locale: Locale, installer?: string, offersListening?: boolean): Reply;
  freshStart(locale: Locale): Reply;
}

export function createResolver(knowledge: KnowledgeBase): Resolver {
  function answer({ mentions, locale, activation, diagnosis }: Question): Reply {
    const choice = answeredCodes(mentions, knowledge, diagnosis);
    const opening = openingOf(choice, diagnosis, knowledge);
    const findings = opening?.findings;
    return follow(
      firstView({ ...choice, locale, activation, ...(opening && { opening }) }),
      findings === undefined ? {} : { findings, kmsHost: diagnosis?.kmsHost },
    );
  }

  /** The first code in full, the others listed. */
  function showCodes(view: View, activation: boolean): Reply {
    const [lead] = view.codes;
    if (lead === undefined) return freshStart(view.locale);
    const entry = entryInView(lead, knowledge, view.method);
    if (entry !== undefined && view.written !== undefined) {
      return show('guess', view, guessView(entry, view.written, view));
    }
    const others = otherButtons(view);
    if (entry === undefined) {
      return show(
        kindOf(view, 'unknown'),
        view,
        unknownView(lead, knowledge, view, otherCodes(view, knowledge), others),
      );
    }
    if (entry.elsewhere !== undefined && !activation && !view.codes.some(isAboutActivation)) {
      return showCodes({ ...view, method: 'none' }, false);
    }
    const isLeftOut = view.method === 'none' && knowledge.find(lead)?.elsewhere !== undefined;
    const extra = isLeftOut ? [activationNote(view), ...otherCodes(view, knowledge)] : otherCodes(view, knowledge);
    const ways = isLeftOut ? [activationButton(view), ...others] : others;
    return show(kindOf(view, 'found'), view, answerView(entry, knowledge, view, extra, ways));
  }

  function follow(followUp: FollowUp, scene: Scene = {}): Reply {
    const { move, locale, codes, step, written, procedure, trail, method } = followUp;
    const common = { locale, codes, trail, method, ...scene };
    // Moves on a case lead to no view of their own; without the case, the answer is the way on.
    const view: View = { ...common, step, written };
    if (!isViewMove(move)) return showCodes(view, true);
    if (move === 'help') return help(locale);
    if (move === 'guide') return showGuide({ ...common, step, procedure });
    if (move === 'evidence') return showEvidence(view);
    if (move === 'choices') return finish('choices', locale, choicesView(knowledge, view));
    const [lead] = codes;
    if (move === 'readings' && lead !== undefined)
      return finish('readings', locale, readingsView(lead, knowledge, view));
    const entry = entryInView(lead, knowledge, method);
    return entry === undefined || move === 'readings' ? showCodes(common, false) : showEntry(entry, move, view);
  }

  /** Without a case nobody knows any more what was pasted. */
  function showEvidence(view: View): Reply {
    const { findings = [], locale } = view;
    return findings.length === 0 ? freshStart(locale) : show('evidence', view, evidenceView(findings, view));
  }

  function showEntry(entry: Entry, move: EntryMove, view: View): Reply {
    const unguessed: View = { ...view, written: undefined };
    switch (move) {
      case 'answer':
        return showCodes(view, false);
      case 'activation':
        return showCodes(unguessed, true);
      case 'not-activation':
        return showCodes({ ...unguessed, method: 'none' }, false);
      case 'step':
        return showStep(entry, unguessed);
      case 'all-steps':
        return show('found', briefly(view), allStepsView(entry, knowledge, { ...unguessed, step: undefined }));
      case 'stuck':
        return show('stuck', view, stuckView(entry, knowledge, unguessed));
      case 'worked':
        return show('worked', view, workedView(entry, unguessed));
      default:
        return assertNever(move);
    }
  }

  /** A procedure that is no longer there leads back to the code that it was for. */
  function showGuide(view: View): Reply {
    const { procedure: id = '' } = view;
    const procedure = knowledge.procedures.get(id);
    if (procedure === undefined) return showCodes({ ...view, step: undefined, procedure: undefined }, true);
    return show('guide', view, guideView(procedure, knowledge, view));
  }

  /** The first step is shown with the answer; a step that the entry no longer has leads there too. */
  function showStep(entry: Entry, view: View): Reply {
    const { method } = view;
    const index = indexOfStep(entry, view.step, method);
    const step = stepsFor(entry, method)[index];
    if (index <= 0) return showCodes({ ...view, step: undefined }, true);
    if (step === undefined) return show('stuck', view, stuckView(entry, knowledge, view));
    if (needsMethod(entry, step, method)) return show('method', view, methodView(entry, knowledge, view));
    return show('found', view, stepView(entry, index, knowledge, { ...view, step: step.id }));
  }

  function isAboutActivation(code: ErrorCode): boolean {
    return knowledge.find(code)?.scope === 'activation';
  }

  function help(locale: Locale): Reply {
    return finish('help', locale, helpView(locale));
  }

  function welcome(locale: Locale, installer?: string, offersListening = false): Reply {
    return finish('welcome', locale, welcomeView(locale, installer, offersListening));
  }

  function freshStart(locale: Locale): Reply {
    return finish('fresh-start', locale, freshStartView(locale));
  }

  return { answer, follow, help, welcome, freshStart };
}

function kindOf(view: View, alone: ReplyKind): ReplyKind {
  return view.codes.length > 1 ? 'several' : alone;
}

/** What a case tells of itself stands above everything else. */
function show(
  kind: ReplyKind,
  { locale, progress = [], findings = [], kmsHost, described = false }: Omit<View, 'codes'>,
  parts: ViewParts,
): Reply {
  const told = [...(described ? [describedNote(locale)] : []), ...findingSections(findings, locale, kmsHost)];
  return finish(kind, locale, { ...parts, sections: [...progress, ...told, ...parts.sections] });
}

/** Of a case only what must be noticed: all steps of an entry nearly fill a message by themselves. */
function briefly({ locale, progress = [] }: View): Pick<View, 'locale' | 'progress'> {
  return { locale, progress: progress.filter((section) => section.kind === 'note' && section.tone === 'warning') };
}
