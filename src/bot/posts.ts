/** Posts answered, as far as the policy lets: each opens a case, and an edit to other codes is a move of it. */

import { deriveCase, firstView } from '../cases/case';
import type { Decision } from '../cases/policy';
import type { ErrorCode } from '../code/error-code';
import { localeTold } from '../i18n/negotiate';
import { type Glance, type Intake, lookOver } from '../intake';
import type { FollowUp } from '../reply/follow-up';
import { withFileNotes } from '../resolver/desk/file-notes';
import { answeredCodes } from '../resolver/order';
import type { Manners } from '../settings/manners';
import type { NewEffect, StoredCase } from '../store/ports';
import { createAnswered } from './answered';
import { answerEffect, answerKey } from './answers';
import { obeyCommand } from './command-answers';
import { type FilesRead, readFiles } from './files';
import { postKey } from './keys';
import { mannersFor } from './manners';
import { meanwhile } from './meanwhile';
import { moveCase } from './move-case';
import type { Words } from './notes';
import { openCaseOf } from './open-case';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';
import { decide, isForOneAlone, mayWarn } from './speak';
import { createFindSubject, localeFor, writingOf } from './subjects';
import type { Answer, Bot, Inbound, SilenceReason } from './values';
import { say, wordsEffect, wordsOf } from './words';
import { writerNote } from './writer-notes';

/** A post and its files, as far as they were read, and the manners that hold there; its writer's language is known. */
type Taken = { readonly inbound: Inbound; readonly intake: Intake; readonly manners: Manners } & Pick<
  FilesRead,
  'troubles'
>;
type Spoken = Extract<Decision, { speak: true }>;

export function createPosts(parts: BotParts): Pick<Bot, 'onMessage' | 'onEdit' | 'passesBy'> {
  const { knowledge, store, fresh, now, onEffects } = parts;
  const findSubject = createFindSubject(parts);
  const answered = createAnswered();

  async function onMessage(inbound: Inbound): Promise<Answer | undefined> {
    const taken = await take(inbound, answered.has);
    return taken && answerNew(taken);
  }

  /** What is worth a look at the store, with its writer warned of keys: nearly nothing that passes by in a channel. */
  async function take(post: Inbound, isOver = (_post: Inbound) => false): Promise<Taken | undefined> {
    if (post.isFromBot) return stayOut(post, 'from-bot');
    const { texts, troubles } = await readFiles(post);
    const seen = lookOver(post.text, post.door !== 'message', knowledge, texts);
    if (leadsNowhere(seen)) return stayOut(post, seen.verdict.reason);
    if (isOver(post)) return undefined;
    const [manners, intake] = await Promise.all([mannersFor(post, parts), meanwhile(seen.read)]);
    const inbound = await knowLocale(post, intake, manners);
    if (intake.keys > 0 && mayWarn(inbound, manners)) await tellWriter('key-warning', inbound, intake, manners);
    const isVain = texts.length > 0 && intake.mentions.length === 0 && intake.diagnosis === undefined;
    return { inbound, intake, manners, troubles: isVain ? [...troubles, 'nothing-found'] : troubles };
  }

  /** A post that has been read, and was not answered yet. */
  async function answerNew(taken: Taken): Promise<Answer | undefined> {
    const { inbound, intake, manners } = taken;
    const decision = decide(intake.verdict, inbound, manners);
    inbound.onDecision?.(decision);
    if (!decision.speak) {
      // To be met with silence by a bot that was called would look like a fault.
      const isCalledInVain = decision.reason === 'off' && inbound.door === 'mention';
      if (isCalledInVain) await tellWriter('switched-off', inbound, intake, manners);
      return undefined;
    }
    return isForOneAlone(inbound.door) ? answerAlone(taken, decision) : answer(taken, decision);
  }

  /** The answer stands in the request's own, so that a request which comes twice is the only thing to remember. */
  async function answerAlone(taken: Taken, decision: Spoken): Promise<Answer | undefined> {
    const request = postKey(taken.inbound);
    if (!(await store.claimDelivery(request, now()))) return undefined;
    try {
      return await answer(taken, decision);
    } catch (error) {
      await store.releaseDelivery(request);
      throw error;
    }
  }

  async function answer(taken: Taken, decision: Spoken): Promise<Answer | undefined> {
    const { inbound, intake, manners, troubles } = taken;
    const words = await obeyCommand(intake, inbound, parts);
    const found = words === undefined ? await findSubject(intake, inbound, manners) : { words };
    if ('words' in found) return answerInWords(found.words, taken, decision);
    const opened = await openCaseOf(found, { inbound, decision, manners, troubles }, parts);
    if (opened === 'cooling-down' || opened === 'enough-said') stayOut(inbound, opened);
    else answered.add(inbound);
    return typeof opened === 'string' ? undefined : opened;
  }

  /** To the writer alone it is the page of their own. */
  async function answerInWords(
    words: Words,
    { inbound, intake, manners, troubles }: Taken,
    { to }: Spoken,
  ): Promise<Answer | undefined> {
    const locale = localeFor(intake, inbound, manners, parts);
    if (to === 'writer') {
      await queue(writerNote('private-answer', inbound, locale));
      return undefined;
    }
    const isAlone = isForOneAlone(inbound.door);
    const effect = wordsEffect(words, inbound, locale, troubles);
    if (!isAlone && (await store.findEffectState(effect.key)) !== undefined) return undefined;
    const reply = withFileNotes(await say(words, inbound, locale, parts), troubles);
    if (isAlone) return { reply };
    fresh.keep(effect, wordsOf(effect, reply));
    await queue(effect);
    return { reply, queued: true };
  }

  function passesBy(inbound: Parameters<Bot['passesBy']>[0]): boolean {
    const seen = lookOver(inbound.text, false, knowledge);
    if (!leadsNowhere(seen)) return false;
    stayOut(inbound, seen.verdict.reason);
    return true;
  }

  async function onEdit(post: Inbound): Promise<Answer | undefined> {
    const taken = await take(post);
    if (taken === undefined) return undefined;
    const { inbound, intake, manners } = taken;
    if (!intake.verdict.speak || intake.mentions.length === 0) return undefined;
    const found = await store.findCaseOfPost(postKey(inbound));
    if (found === undefined) return answerNew(taken);
    const decision = decide(intake.verdict, inbound, manners);
    // An answer that all see stays as it is where answers have become private since.
    if (!decision.speak || (decision.to === 'writer' && found.head.shared)) return undefined;
    const choice = answeredCodes(intake.mentions, knowledge, intake.diagnosis);
    if (isSameSet(choice.codes, deriveCase(found.head, found.moves).codes)) return undefined;
    const locale = localeFor(intake, inbound, manners, parts);
    const view = firstView({ ...choice, activation: intake.activation, locale });
    return redraw(found, inbound, { ...view, choice: 'edit' });
  }

  async function redraw({ head }: StoredCase, inbound: Inbound, followUp: FollowUp): Promise<Answer | undefined> {
    const { person } = inbound;
    fresh.forget({ key: answerKey(head.id), version: 0 });
    const moved = await moveCase(head.tenant, head.id, () => ({ person, followUp }), parts);
    // What is shown the outbox brings up to date, which follows from the move; so it does with what is still on its way.
    if (moved === undefined || (await store.findEffectState(answerKey(head.id))) !== 'refused') return undefined;
    const { state } = moved;
    await queue(answerEffect(head, inbound, [], state.version));
    return { reply: await showAnswer(state, parts), queued: true };
  }

  /** The same post gives rise to a note of a kind once: its effect has one key. */
  async function tellWriter(
    kind: Parameters<typeof writerNote>[0],
    inbound: Inbound,
    intake: Intake,
    manners: Manners,
  ): Promise<void> {
    await queue(writerNote(kind, inbound, localeFor(intake, inbound, manners, parts)));
  }

  async function queue(effect: NewEffect): Promise<void> {
    await store.addEffects([effect]);
    onEffects();
  }

  return { onMessage, onEdit, passesBy };
}

/** The platform is asked only where neither a choice nor the writing tells the language. */
async function knowLocale(post: Inbound, intake: Intake, { language }: Manners): Promise<Inbound> {
  if (post.platformLocale !== undefined) return post;
  if (localeTold({ chosen: language, text: writingOf(intake) }) !== undefined) return post;
  const platformLocale = await post.findLocale?.();
  return platformLocale === undefined ? post : { ...post, platformLocale };
}

function leadsNowhere<G extends Glance>(seen: G): seen is G & { readonly verdict: { readonly speak: false } } {
  return !seen.verdict.speak && seen.keys === 0;
}

function stayOut({ onDecision }: Pick<Inbound, 'onDecision'>, reason: SilenceReason): undefined {
  onDecision?.({ speak: false, reason });
}

function isSameSet(codes: readonly ErrorCode[], others: readonly ErrorCode[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}
