/** Posts answered: each opens a case, and an edit to other codes is a move of it. */

import { type CaseHead, deriveCase, firstView } from '../cases/case';
import type { Opening } from '../cases/opening';
import type { ErrorCode } from '../code/error-code';
import type { Locale } from '../i18n/locale';
import { type Intake, takeIn } from '../intake';
import { createSymptomSearch } from '../knowledge/search';
import type { FollowUp, MethodChoice } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { withFileNotes } from '../resolver/desk/file-notes';
import { openingOf } from '../resolver/opening';
import { answeredCodes, type Choice } from '../resolver/order';
import { readDescription } from '../resolver/symptom-views';
import type { StoredCase } from '../store/ports';
import { type FilesRead, readFiles } from './files';
import { keyWarningEffect } from './key-warnings';
import { newCaseId, postKey } from './keys';
import { chooseLocale, mannersFor } from './manners';
import { moveCase } from './move-case';
import { outcomesOfPost } from './outcomes';
import type { BotParts } from './parts';
import { showAnswer } from './show-case';
import type { Answer, Bot, Inbound } from './values';

/** A post and its files, as far as they were read. */
type Taken = { readonly intake: Intake } & Pick<FilesRead, 'troubles'>;

type Posts = Pick<Bot, 'onMessage' | 'onEdit' | 'confirmSent' | 'release'>;

export function createPosts(parts: BotParts): Posts {
  const { knowledge, resolver, store, now, onEffects } = parts;
  const symptoms = createSymptomSearch(knowledge);

  async function onMessage(inbound: Inbound): Promise<Answer | undefined> {
    const taken = await read(inbound);
    await warnOfKeys(taken.intake, inbound);
    return answerNew(taken, inbound);
  }

  /** A post that has been read, and was not answered yet. */
  async function answerNew({ intake, troubles }: Taken, inbound: Inbound): Promise<Answer | undefined> {
    if (!intake.verdict.speak) return undefined;
    const post = postKey(inbound);
    if (!(await store.claimDelivery(post, now()))) return undefined;
    try {
      return { reply: withFileNotes(await answer(intake, inbound, post), troubles) };
    } catch (error) {
      await store.releaseDelivery(post);
      throw error;
    }
  }

  async function answer(intake: Intake, inbound: Inbound, post: string): Promise<Reply> {
    const locale = await localeFor(intake, inbound);
    if (intake.mentions.length === 0 && intake.diagnosis === undefined) {
      return answerDescription(intake, inbound, post, locale);
    }
    const choice = answeredCodes(intake.mentions, knowledge, intake.diagnosis);
    const opening = openingOf(choice, intake.diagnosis, knowledge);
    return open(toHead(inbound, intake, choice, opening, locale), post, intake.diagnosis?.kmsHost);
  }

  /** A message without a code or evidence, to the bot: what it describes may tell. */
  async function answerDescription(intake: Intake, inbound: Inbound, post: string, locale: Locale): Promise<Reply> {
    const described = readDescription(intake.text, locale, resolver, symptoms);
    if ('reply' in described) return described.reply;
    return open(toHead(inbound, intake, described, described.opening, locale), post);
  }

  async function open(head: CaseHead, post: string, kmsHost?: string): Promise<Reply> {
    // What is only offered to choose from has not been answered yet.
    const outcomes = head.opening?.move === 'choices' ? [] : outcomesOfPost(head, knowledge);
    const isNew = await store.openCase(head, post, { effects: [], outcomes });
    // The answer to a post whose first answer could not be sent is the same case, still without a card.
    const { head: kept, moves } = (isNew ? undefined : await store.findCaseOfPost(post)) ?? { head, moves: [] };
    return showAnswer(deriveCase(kept, moves), parts, kmsHost);
  }

  async function onEdit(inbound: Inbound): Promise<Answer | undefined> {
    const taken = await read(inbound);
    const { intake } = taken;
    await warnOfKeys(intake, inbound);
    if (!intake.verdict.speak || intake.mentions.length === 0) return undefined;
    const found = await store.findCaseOfPost(postKey(inbound));
    if (found === undefined) return answerNew(taken, inbound);
    const choice = answeredCodes(intake.mentions, knowledge, intake.diagnosis);
    if (isSameSet(choice.codes, deriveCase(found.head, found.moves).codes)) return undefined;
    const view = firstView({ ...choice, activation: intake.activation, locale: await localeFor(intake, inbound) });
    return redraw(found, inbound, { ...view, choice: 'edit' });
  }

  /** The same post is warned of once: its effect has one key. */
  async function warnOfKeys(intake: Intake, inbound: Inbound): Promise<void> {
    if (intake.keys === 0) return;
    await store.addEffects([keyWarningEffect(inbound, await localeFor(intake, inbound))], now());
    onEffects();
  }

  async function redraw(
    { head, cards }: StoredCase,
    { person }: Inbound,
    followUp: FollowUp,
  ): Promise<Answer | undefined> {
    const moved = await moveCase(head.tenant, head.id, () => ({ person, followUp }), parts);
    if (moved === undefined) return undefined;
    const reply = await showAnswer(moved.state, parts);
    const shown = cards.find(({ role }) => role === 'answer');
    return shown === undefined ? { reply } : { reply, replaces: shown.message };
  }

  async function read(inbound: Inbound): Promise<Taken> {
    const { texts, troubles } = await readFiles(inbound);
    const intake = takeIn(inbound.text, inbound.door !== 'message', knowledge, texts);
    const isVain = texts.length > 0 && intake.mentions.length === 0 && intake.diagnosis === undefined;
    return { intake, troubles: isVain ? [...troubles, 'nothing-found'] : troubles };
  }

  async function localeFor(intake: Intake, inbound: Inbound): Promise<Locale> {
    // A remark above a log tells the language of whoever asks; the log, only that of the computer.
    const text = intake.text.trim() === '' ? (intake.filesBegin ?? '') : intake.text;
    return chooseLocale(await mannersFor(inbound, parts), { text, platform: inbound.platformLocale }, parts);
  }

  function toHead(
    inbound: Inbound,
    intake: Intake,
    { codes, written }: Choice,
    opening: Opening | undefined,
    locale: Locale,
  ): CaseHead {
    const { platform, tenant, conversation, place, person, door } = inbound;
    const method = methodFor(intake, codes);
    return {
      id: newCaseId(),
      platform,
      tenant,
      conversation,
      place,
      shared: door !== 'dm',
      asker: person,
      locale,
      codes,
      activation: intake.activation,
      openedAtMs: now(),
      ...(written === undefined ? {} : { written }),
      ...(method === undefined ? {} : { method }),
      ...(opening === undefined ? {} : { opening }),
    };
  }

  /** What the message names counts only where the code is seen with it: people also tell what else they run. */
  function methodFor({ method }: Intake, [lead]: readonly ErrorCode[]): MethodChoice | undefined {
    const entry = lead === undefined ? undefined : knowledge.find(lead);
    return method !== undefined && entry?.methods.includes(method) ? method : undefined;
  }

  return {
    onMessage,
    onEdit,

    async confirmSent(inbound, sentId) {
      if (sentId === undefined) return;
      const found = await store.findCaseOfPost(postKey(inbound));
      if (found === undefined) return;
      const { conversation, place } = inbound;
      await store.addCard(found.head.tenant, found.head.id, { role: 'answer', conversation, place, message: sentId });
    },

    async release(inbound) {
      const post = postKey(inbound);
      // A redraw that failed leaves the first answer standing, and the post answered.
      const found = await store.findCaseOfPost(post);
      if (found === undefined || found.cards.length === 0) await store.releaseDelivery(post);
    },
  };
}

function isSameSet(codes: readonly ErrorCode[], others: readonly ErrorCode[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}
