/** Somebody says whether an answer helped: counted once a person and case, without a name. */

import { CASE_KEPT_DAYS, type CaseState, deriveCase } from '../cases/case';
import type { Locale } from '../i18n/locale';
import type { Action, Reply } from '../reply/reply';
import { feedbackView } from '../resolver/personal/feedback-view';
import type { StoredCase } from '../store/ports';
import { feedbackKey } from './keys';
import { localeOf } from './manners';
import type { BotParts } from './parts';
import { isAtHome } from './rights';
import { showAnswer } from './show-case';
import { personLocale } from './stand';
import type { Bot, Press, Who } from './values';

/** For as long as a case can be pressed. */
const ONCE_FOR_MS = CASE_KEPT_DAYS * 24 * 60 * 60 * 1000;

export function createFeedback(parts: BotParts): Pick<Bot, 'onFeedback'> {
  return {
    async onFeedback(feedback) {
      const { tenant, conversation, message, isHelpful } = feedback;
      const stored = await parts.store.findCaseOfCard(tenant, conversation, message);
      const locale = await localeOf(feedback, parts);
      // A case that is gone can be thanked for, but not counted.
      if (stored === undefined || !isAtHome(stored, feedback)) return feedbackView(isHelpful, locale);
      return takeVerdict(isHelpful, feedback, stored, locale, parts);
    },
  };
}

/** The same by a button of the case. */
export async function pressFeedback(
  isHelpful: boolean,
  press: Press,
  stored: StoredCase,
  button: Locale,
  parts: BotParts,
): Promise<Reply> {
  return takeVerdict(isHelpful, press, stored, await personLocale(press, button, parts), parts);
}

async function takeVerdict(
  isHelpful: boolean,
  who: Who,
  { head, moves }: StoredCase,
  locale: Locale,
  parts: BotParts,
): Promise<Reply> {
  const { store, now } = parts;
  const state = deriveCase(head, moves);
  if (await store.claimCooldown([feedbackKey(head.id, who)], now(), ONCE_FOR_MS)) await count(isHelpful, state, parts);
  const { view } = state;
  const answer = await showAnswer({ ...state, view: { ...view, locale } }, parts);
  return feedbackView(isHelpful, locale, { ...answer, actions: answer.actions.map(keepLanguage(view.locale)) });
}

/** Whoever goes on from here leaves the card in the language that it has for all. */
function keepLanguage(locale: Locale): (action: Action) => Action {
  return (action) => (action.kind === 'follow-up' ? { ...action, followUp: { ...action.followUp, locale } } : action);
}

/** Under the code and the step in view; pasted output without a code has nothing to count it under. */
async function count(
  isHelpful: boolean,
  { head, view }: CaseState,
  { store, now }: Pick<BotParts, 'store' | 'now'>,
): Promise<void> {
  const [code] = view.codes;
  if (code === undefined) return;
  const { procedure, step = '', locale } = view;
  const { platform, tenant } = head;
  await store.countOutcomes([
    {
      kind: isHelpful ? 'helpful' : 'unhelpful',
      code,
      step: procedure === undefined ? step : `${procedure}/${step}`,
      ...{ locale, platform, tenant, atMs: now() },
    },
  ]);
}
