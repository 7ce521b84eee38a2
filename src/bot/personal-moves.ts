/** Buttons that concern the presser or a place, and no case: what is shown, set or asked for. */

import { personalLabelsFor } from '../i18n/labels/personal/labels';
import { settingsLabelsFor } from '../i18n/labels/settings/labels';
import type { Locale } from '../i18n/locale';
import type { PersonalMove } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { askForm } from '../resolver/personal/ask-form';
import { homeView } from '../resolver/personal/home-view';
import { casesView } from '../resolver/personal/own-cases';
import { say } from '../resolver/personal/said';
import { settingsForm } from '../resolver/personal/settings-form';
import { settingsView } from '../resolver/personal/settings-view';
import type { Mode, StoredLevel } from '../settings/settings';
import { channelScope } from './manners';
import { changeMute, mutedView } from './mute';
import { findLatestCases, findOpenCases } from './own-cases';
import type { BotParts } from './parts';
import { listeningAt, mayChange, personLocale, standFor } from './stand';
import type { Press, PressAnswer, Who } from './values';

type PersonalView = Extract<PersonalMove, 'home' | 'cases' | 'settings'>;

/** What a personal button leads to. */
export async function pressPersonal(
  press: Press,
  move: PersonalMove,
  button: Locale,
  parts: BotParts,
): Promise<PressAnswer> {
  const locale = await personLocale(press, button, parts);
  switch (move) {
    case 'home':
    case 'cases':
    case 'settings':
      return forPresser(press, await showPersonal(move, press, locale, parts));
    case 'ask':
      return { form: askForm(locale) };
    case 'settings-mine':
      return openForm('person', press, locale, parts);
    case 'settings-here':
      return openForm('channel', press, locale, parts);
    case 'settings-all':
      return openForm('tenant', press, locale, parts);
    case 'listen-here':
      return { aside: await setMode('listen', press, locale, parts) };
    case 'mention-here':
      return { aside: await setMode('mention', press, locale, parts) };
    case 'mute-hour':
    case 'mute-day':
    case 'mute':
    case 'unmute':
      return { aside: mutedView(await changeMute(move, press, parts), locale) };
  }
}

/** One of somebody's own views. */
export async function showPersonal(view: PersonalView, who: Who, locale: Locale, parts: BotParts): Promise<Reply> {
  switch (view) {
    case 'home': {
      const [openCases, stand] = await Promise.all([findOpenCases(who, locale, parts), standFor(who, parts)]);
      return homeView(openCases, stand, locale);
    }
    case 'cases':
      return casesView(await findLatestCases(who, locale, parts), locale);
    case 'settings':
      return settingsView(await standFor(who, parts), locale);
  }
}

/** Where others would see the card, the view is for the presser alone. */
function forPresser({ channel }: Press, reply: Reply): PressAnswer {
  return channel === undefined ? { card: reply } : { aside: reply };
}

async function openForm(level: StoredLevel, press: Press, locale: Locale, parts: BotParts): Promise<PressAnswer> {
  const refusal = await refuseChange(level, press, locale, parts);
  if (refusal !== undefined) return { aside: refusal };
  const { stand, hasMarks } = await standFor(press, parts);
  return { form: settingsForm({ level, stand, hasMarks, listening: listeningAt(press, parts) }, locale) };
}

/** Why somebody cannot change a level here, or `undefined` where they can. */
export async function refuseChange(
  level: StoredLevel,
  who: Who,
  locale: Locale,
  parts: Pick<BotParts, 'messenger'>,
): Promise<Reply | undefined> {
  if (level === 'channel' && who.channel === undefined) return say(personalLabelsFor(locale).place.noChannel, locale);
  if (level === 'person' || (await mayChange(level, who, parts))) return undefined;
  return say(settingsLabelsFor(locale).refused[level], locale);
}

async function setMode(
  mode: Extract<Mode, 'listen' | 'mention'>,
  press: Press,
  locale: Locale,
  parts: BotParts,
): Promise<Reply> {
  const refusal = await refuseChange('channel', press, locale, parts);
  if (refusal !== undefined || press.channel === undefined) return refusal ?? parts.resolver.freshStart(locale);
  const { place } = personalLabelsFor(locale);
  if (mode === 'listen' && listeningAt(press, parts) !== 'yes') {
    return say({ title: place.mentionOnly.title, text: settingsLabelsFor(locale).cannotListen }, locale);
  }
  await parts.store.changeSettings(channelScope(press, press.channel), { mode }, parts.now());
  return say(mode === 'listen' ? place.listening : place.mentionOnly, locale);
}
