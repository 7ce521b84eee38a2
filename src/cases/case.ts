/**
 * A case: one answered post and what became of it. Moves are appended and never changed; everything else is derived from
 * them, so that two processes that have read the same moves know the same.
 */

import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import { type FollowUp, isDeskMove, isViewMove, type MethodChoice } from '../reply/follow-up';
import { type HandOff, handOver, moveAtDesk, settle } from './hand-off';
import type { Opening } from './opening';
import { followTrail, type Tried } from './tried';

/** As long as people come back to a case; then it is forgotten, and its buttons lead to their views alone. */
export const CASE_KEPT_DAYS = 30;

/** What is fixed when a case is opened. Ids of people and places are the platform's own. */
export interface CaseHead {
  /** 22 characters, base64url. */
  readonly id: string;
  readonly platform: string;
  readonly tenant: string;
  /** Empty where one person alone sees it and nobody knows yet where. */
  readonly conversation: string;
  /** The channel that it came from, whose settings count for it; absent where one person talked to the bot. */
  readonly channel?: string;
  /** Where the adapter sends to: opaque here. */
  readonly place: string;
  /** Others read along. */
  readonly shared: boolean;
  /** Its answer went to one person in the midst of a channel, and may be put there for all. */
  readonly shareable?: true;
  readonly asker: string;
  readonly locale: Locale;
  readonly codes: readonly ErrorCode[];
  /** The first code repairs this slip of the pen. */
  readonly written?: string;
  /** The message spoke of activating Windows. */
  readonly activation: boolean;
  /** The message named the activation method. */
  readonly method?: MethodChoice;
  /** What the answer began with, where the codes do not tell. */
  readonly opening?: Opening;
  readonly openedAtMs: number;
}

/** Something that somebody did to a case. */
export interface CaseMove {
  /** The version that it leads to; the first move of a case leads to 1. */
  readonly version: number;
  readonly person: string;
  readonly atMs: number;
  /** Without the case's stamp. */
  readonly followUp: FollowUp;
  /** What the person wrote for the help desk, product keys removed. Of `get-help` only. */
  readonly details?: string;
  /** Who is to take over. Of `assign` only. */
  readonly assignee?: string;
}

/** A case as it stands. */
export interface CaseState {
  readonly head: CaseHead;
  /** The number of moves so far. */
  readonly version: number;
  /** The codes of the post, as it was last edited. */
  readonly codes: readonly ErrorCode[];
  /** What its cards show. */
  readonly view: FollowUp;
  readonly tried: readonly Tried[];
  readonly method?: MethodChoice;
  /** Somebody has said that it works now. */
  readonly solved?: { readonly person: string; readonly atMs: number; readonly step?: string };
  readonly handOff?: HandOff;
  readonly movedAtMs: number;
}

/** A case before anybody has pressed a button. */
export function openCase(head: CaseHead): CaseState {
  const { method } = head;
  return {
    head,
    version: 0,
    codes: head.codes,
    view: firstView(head),
    tried: [],
    ...(method === undefined ? {} : { method }),
    movedAtMs: head.openedAtMs,
  };
}

/** The case after these moves, in their order. */
export function deriveCase(head: CaseHead, moves: readonly CaseMove[]): CaseState {
  return moves.reduce(applyMove, openCase(head));
}

/** The case after one more move. */
export function applyMove(state: CaseState, move: CaseMove): CaseState {
  const next: CaseState = { ...state, version: move.version, movedAtMs: move.atMs };
  const { followUp } = move;
  if (followUp.move === 'get-help') return askForHelp(next, move);
  if (isDeskMove(followUp.move)) {
    return state.handOff === undefined ? next : { ...next, handOff: moveAtDesk(state.handOff, followUp.move, move) };
  }
  return isViewMove(followUp.move) ? showView(next, move) : next;
}

function askForHelp(state: CaseState, move: CaseMove): CaseState {
  const { method = state.method } = move.followUp;
  return { ...state, handOff: handOver(move, state.handOff), ...(method === undefined ? {} : { method }) };
}

function showView(state: CaseState, { followUp, person, atMs }: CaseMove): CaseState {
  const method = followUp.method ?? keptMethod(state, followUp);
  const { solved: _earlier, method: _before, ...unsolved } = state;
  const shown: CaseState = {
    ...unsolved,
    codes: followUp.choice === 'edit' || isChosen(state, followUp) ? followUp.codes : state.codes,
    view: followUp,
    tried: triedAfter(state.tried, followUp, { person, atMs }),
    ...(method === undefined ? {} : { method }),
  };
  if (followUp.move !== 'worked') return shown;
  // In another language it is still the same good news, from whoever brought it.
  if (followUp.choice === 'locale' && state.solved !== undefined) return { ...shown, solved: state.solved };
  const { step } = followUp;
  const solved = { person, atMs, ...(step === undefined ? {} : { step }) };
  const { handOff } = state;
  return { ...shown, solved, ...(handOff === undefined ? {} : { handOff: settle(handOff, person, atMs) }) };
}

/** Of the codes that were offered to choose from, the case goes on with the one that was chosen. */
function isChosen({ view }: CaseState, { move, codes }: FollowUp): boolean {
  return view.move === 'choices' && move !== 'choices' && codes.length > 0;
}

/** Whoever says that it is about activation after all takes back that it is not. */
function keptMethod({ method }: CaseState, { move }: FollowUp): MethodChoice | undefined {
  return move === 'activation' && method === 'none' ? undefined : method;
}

/** Looking at all steps, and good news, leave what was tried as it is; starting again forgets it. */
function triedAfter(
  known: readonly Tried[],
  { move, trail }: FollowUp,
  by: { readonly person: string; readonly atMs: number },
): readonly Tried[] {
  const onlyLooks = move === 'all-steps' || move === 'worked';
  return trail === undefined && onlyLooks ? known : followTrail(known, trail ?? [], by);
}

/** What the answer to a post begins with. */
export function firstView({
  locale,
  codes,
  written,
  activation,
  method,
  opening,
}: Pick<CaseHead, 'locale' | 'codes' | 'written' | 'activation' | 'method' | 'opening'>): FollowUp {
  const { move = 'answer', procedure, step } = opening ?? {};
  return {
    v: 1,
    // A guess asks first whether it is right; what the message is about comes after.
    move: move === 'answer' && activation && written === undefined ? 'activation' : move,
    locale,
    codes: [...codes],
    ...(procedure === undefined ? {} : { procedure }),
    ...(step === undefined ? {} : { step }),
    ...(written === undefined ? {} : { written }),
    ...(method === undefined ? {} : { method }),
  };
}
