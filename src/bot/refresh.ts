/** A card as one person sees it: the same case, in their language. */

import { deriveCase } from '../cases/case';
import type { Locale } from '../i18n/locale';
import { parseFollowUp } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import type { StoredCase } from '../store/ports';
import { mannersFor } from './manners';
import type { BotParts } from './parts';
import { isAtHome, isDesk } from './rights';
import { showAnswer, showTriage } from './show-case';
import type { Bot, Press } from './values';

export function createRefresh(parts: BotParts): Pick<Bot, 'onRefresh'> {
  const { store } = parts;

  /** What the person has chosen; what the channel is set to is in the card already. */
  async function languageOf({ platform, tenant, person }: Press): Promise<Locale | undefined> {
    return (await mannersFor({ platform, tenant, person }, parts)).language;
  }

  async function show(stored: StoredCase, press: Press): Promise<Reply | undefined> {
    const language = await languageOf(press);
    // The help desk's card may stand in the channel that it came from: the message tells which one is looked at.
    const isTriage = stored.cards.some(({ role, message }) => role === 'triage' && message === press.message);
    if (isDesk(stored, press) && (isTriage || !isAtHome(stored, press))) return showTriage(stored, parts, language);
    if (!isAtHome(stored, press)) return undefined;
    const state = deriveCase(stored.head, stored.moves);
    return showAnswer({ ...state, view: { ...state.view, locale: language ?? state.view.locale } }, parts);
  }

  return {
    async onRefresh(press) {
      const followUp = parseFollowUp(press.payload);
      if (followUp?.case === undefined) return undefined;
      const stored = await store.findCase(press.tenant, followUp.case);
      return stored?.head.platform === press.platform ? show(stored, press) : undefined;
    },
  };
}
