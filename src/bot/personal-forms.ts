/** Forms that concern the sender or a place, sent in: settings to change, and questions to answer in private. */

import { personalLabelsFor } from '../i18n/labels/personal/labels';
import type { Locale } from '../i18n/locale';
import type { FollowUp } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { readQuestion } from '../resolver/personal/ask-form';
import { readSettingsForm } from '../resolver/personal/read-settings-form';
import { say } from '../resolver/personal/said';
import { FORM_MOVES, savedNote } from '../resolver/personal/settings-view';
import { STORED_LEVELS, type StoredLevel } from '../settings/settings';
import { newCaseId } from './keys';
import type { BotParts } from './parts';
import { refuseChange } from './personal-moves';
import { createPosts } from './posts';
import { privateAnswerEffect } from './private-answers';
import { listeningAt, personLocale, scopeOf, standFor } from './stand';
import type { Submission, SubmitAnswer } from './values';

/** What a form leads to. */
export async function submitPersonal(
  submission: Submission,
  followUp: FollowUp,
  parts: BotParts,
): Promise<SubmitAnswer> {
  const locale = await personLocale(submission, followUp.locale, parts);
  if (followUp.move === 'ask') return answerQuestion(submission, locale, parts);
  const level = STORED_LEVELS.find((each) => FORM_MOVES[each] === followUp.move);
  return level === undefined
    ? { aside: parts.resolver.freshStart(locale) }
    : changeSettings(level, submission, locale, parts);
}

/** Rights and what the place allows may have changed since the form was opened. */
async function changeSettings(
  level: StoredLevel,
  submission: Submission,
  locale: Locale,
  parts: BotParts,
): Promise<SubmitAnswer> {
  const { store, now } = parts;
  const refusal = await refuseChange(level, submission, locale, parts);
  const scope = scopeOf(level, submission);
  if (refusal !== undefined || scope === undefined) return { aside: refusal ?? parts.resolver.freshStart(locale) };
  const { stand, hasMarks } = await standFor(submission, parts);
  const changing = { level, stand, hasMarks, listening: listeningAt(submission, parts) };
  const read = readSettingsForm(submission.values, changing, locale);
  if ('errors' in read) return { errors: read.errors };
  await store.changeSettings(scope, read.change, now());
  const changed = await standFor(submission, parts);
  return { aside: savedNote(level, changed, await personLocale(submission, locale, parts)) };
}

/**
 * As a shortcut would, it opens a case for the sender alone; but the form closes, so the answer goes to their own chat,
 * through the outbox. What opens no case is said at once.
 */
async function answerQuestion(
  { token: _token, values, ...who }: Submission,
  locale: Locale,
  parts: BotParts,
): Promise<SubmitAnswer> {
  const { store, onEffects } = parts;
  const read = readQuestion(values, locale);
  if ('errors' in read) return { errors: read.errors };
  // No two questions are one post, whatever they say.
  const answer = await createPosts(parts).onMessage({
    ...who,
    door: 'shortcut',
    message: newCaseId(parts.now()),
    text: read.question,
  });
  if (answer === undefined) return {};
  const id = caseOf(answer.reply);
  const stored = id === undefined ? undefined : await store.findCase(who.tenant, id);
  if (stored === undefined) return { aside: answer.reply };
  await store.addEffects([privateAnswerEffect(stored.head)]);
  onEffects();
  return { aside: say(personalLabelsFor(locale).ask.sent, locale) };
}

/** The case that a reply shows: all of its buttons bear its stamp. */
function caseOf({ actions }: Reply): string | undefined {
  return actions.flatMap((action) => (action.kind === 'follow-up' ? [action.followUp.case] : []))[0];
}
