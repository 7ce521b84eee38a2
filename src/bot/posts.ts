/** Posts answered, as far as the policy lets: each opens a case, and an edit to other codes is a move of it. */

import { deriveCase, firstView } from '../cases/case';
import type { Decision } from '../cases/policy';
import type { ErrorCode } from '../code/error-code';
import { type Intake, takeIn } from '../intake';
import type { FollowUp } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { withFileNotes } from '../resolver/desk/file-notes';
import { answeredCodes } from '../resolver/order';
import type { Manners } from '../settings/manners';
import type { StoredCase } from '../store/ports';
import { answerCommand } from './command-answers';
import { type FilesRead, readFiles } from './files';
import { postKey } from './keys';
import { mannersFor } from './manners';
import { moveCase } from './move-case';
import { openCaseOf } from './open-case';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';
import { decide, isForOneAlone, mayWarn } from './speak';
import { createFindSubject, localeFor } from './subjects';
import type { Answer, Bot, Inbound, SilenceReason } from './values';
import { writerNote } from './writer-notes';

/** A post and its files, as far as they were read, and the manners that hold there. */
type Taken = { readonly intake: Intake; readonly manners: Manners } & Pick<FilesRead, 'troubles'>;
type Spoken = Extract<Decision, { speak: true }>;

type Posts = Pick<Bot, 'onMessage' | 'onEdit' | 'confirmSent' | 'release'>;

export function createPosts(parts: BotParts): Posts {
  const { knowledge, store, now, onEffects } = parts;
  const findSubject = createFindSubject(parts);

  async function onMessage(inbound: Inbound): Promise<Answer | undefined> {
    const taken = await take(inbound);
    return taken && answerNew(taken, inbound);
  }

  /** What is worth a look at the store, with its writer warned of keys: nearly nothing that passes by in a channel. */
  async function take(inbound: Inbound): Promise<Taken | undefined> {
    if (inbound.isFromBot) return stayOut(inbound, 'from-bot');
    const { texts, troubles } = await readFiles(inbound);
    const intake = takeIn(inbound.text, inbound.door !== 'message', knowledge, texts);
    if (!intake.verdict.speak && intake.keys === 0) return stayOut(inbound, intake.verdict.reason);
    const manners = await mannersFor(inbound, parts);
    if (intake.keys > 0 && mayWarn(inbound, manners)) await tellWriter('key-warning', inbound, intake, manners);
    const isVain = texts.length > 0 && intake.mentions.length === 0 && intake.diagnosis === undefined;
    return { intake, manners, troubles: isVain ? [...troubles, 'nothing-found'] : troubles };
  }

  /** A post that has been read, and was not answered yet. */
  async function answerNew(taken: Taken, inbound: Inbound): Promise<Answer | undefined> {
    const { intake, manners } = taken;
    const decision = decide(intake.verdict, inbound, manners);
    inbound.onDecision?.(decision);
    if (!decision.speak) {
      // To be met with silence by a bot that was called would look like a fault.
      const isCalledInVain = decision.reason === 'off' && inbound.door === 'mention';
      if (isCalledInVain) await tellWriter('switched-off', inbound, intake, manners);
      return undefined;
    }
    // No platform tells of such a request twice, and who asks alone may ask the same again.
    if (isForOneAlone(inbound.door)) return answer(taken, inbound, decision);
    const post = postKey(inbound);
    if (!(await store.claimDelivery(post, now()))) return undefined;
    try {
      return await answer(taken, inbound, decision);
    } catch (error) {
      await store.releaseDelivery(post);
      throw error;
    }
  }

  async function answer({ intake, manners, troubles }: Taken, inbound: Inbound, decision: Spoken) {
    const said = await answerCommand(intake, inbound, localeFor(intake, inbound, manners, parts), parts);
    const found = said === undefined ? await findSubject(intake, inbound, manners) : { reply: said };
    if ('reply' in found) return answerInWords(withFileNotes(found.reply, troubles), inbound, decision);
    const opened = await openCaseOf(found, inbound, decision, manners, parts);
    // Somebody may still mention the bot in the same post, by an edit.
    if (opened === 'cooling-down') {
      stayOut(inbound, 'cooling-down');
      await store.releaseDelivery(postKey(inbound));
    }
    return typeof opened === 'string' ? undefined : { reply: withFileNotes(opened.reply, troubles) };
  }

  /** To the writer alone it is plain help: what the outbox keeps holds no words. */
  async function answerInWords(reply: Reply, inbound: Inbound, { to }: Spoken): Promise<Answer | undefined> {
    if (to === 'thread') return { reply };
    await queue(writerNote('private-answer', inbound, reply.locale));
    return undefined;
  }

  async function onEdit(inbound: Inbound): Promise<Answer | undefined> {
    const taken = await take(inbound);
    if (taken === undefined) return undefined;
    const { intake, manners } = taken;
    if (!intake.verdict.speak || intake.mentions.length === 0) return undefined;
    const found = await store.findCaseOfPost(postKey(inbound));
    if (found === undefined) return answerNew(taken, inbound);
    const decision = decide(intake.verdict, inbound, manners);
    // An answer that all see stays as it is where answers have become private since.
    if (!decision.speak || (decision.to === 'writer' && found.head.shared)) return undefined;
    const choice = answeredCodes(intake.mentions, knowledge, intake.diagnosis);
    if (isSameSet(choice.codes, deriveCase(found.head, found.moves).codes)) return undefined;
    const locale = localeFor(intake, inbound, manners, parts);
    const view = firstView({ ...choice, activation: intake.activation, locale });
    return redraw(found, inbound, { ...view, choice: 'edit' });
  }

  async function redraw(
    { head, cards }: StoredCase,
    { person }: Inbound,
    followUp: FollowUp,
  ): Promise<Answer | undefined> {
    const moved = await moveCase(head.tenant, head.id, () => ({ person, followUp }), parts);
    const isAlone = cards.some(({ role }) => role === 'post') && !head.shared;
    const isShown = isAlone || cards.some(({ role }) => role === 'answer');
    // What is shown the outbox brings up to date, which follows from the move.
    return moved === undefined || isShown ? undefined : { reply: await showAnswer(moved.state, parts) };
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

  async function queue(effect: ReturnType<typeof writerNote>): Promise<void> {
    await store.addEffects([effect]);
    onEffects();
  }

  return {
    onMessage,
    onEdit,

    async confirmSent(inbound, sentId) {
      // What only one person sees stands in no conversation, and is drawn anew by the presses on it alone.
      if (sentId === undefined || isForOneAlone(inbound.door)) return;
      const found = await store.findCaseOfPost(postKey(inbound));
      if (found === undefined) return;
      const { conversation, place } = inbound;
      await store.addCard(found.head.tenant, found.head.id, { role: 'answer', conversation, place, message: sentId });
    },

    async release(inbound) {
      if (isForOneAlone(inbound.door)) return;
      const post = postKey(inbound);
      // A redraw that failed leaves the first answer standing, and the post answered.
      const found = await store.findCaseOfPost(post);
      if (found === undefined || !found.cards.some(({ role }) => role === 'answer')) await store.releaseDelivery(post);
    },
  };
}

function stayOut({ onDecision }: Inbound, reason: SilenceReason): undefined {
  onDecision?.({ speak: false, reason });
}

function isSameSet(codes: readonly ErrorCode[], others: readonly ErrorCode[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}
