/** The conversation with the bot: questions out, answers into their exchanges, the newest on top. */

import type { Outcome } from './answer';
import { askMessage, askPress } from './api';
import { createExchange, type Exchange, type PressedButton } from './exchange';
import { type Labels, labelsFor } from './labels/labels';
import { isLocale, type Locale } from './locale';
import type { Settings } from './settings';

/** What the conversation needs from the page. */
export interface Surroundings {
  readonly history: HTMLElement;
  readonly settings: () => Settings;
  readonly locale: () => Locale;
  /** Says something to those who do not see the page. */
  readonly announce: (text: string) => void;
  /** A language button was pressed: the choice holds for the whole page, as it does on the platforms. */
  readonly onLanguageChosen: (locale: Locale) => void;
  /** The number of exchanges has changed. */
  readonly onCount: (count: number) => void;
}

export interface Conversation {
  /** Sends a message; resolves when its answer is on the page. */
  send(text: string): Promise<void>;
  /** Draws all exchanges in the page's language. */
  relabel(): void;
  clear(): void;
  /** From now on, somebody new: the bot forgets the language that was chosen. */
  startAsSomebodyNew(): void;
}

export function createConversation(surroundings: Surroundings): Conversation {
  const { history, settings, locale, announce } = surroundings;
  const exchanges = new Set<Exchange>();
  let person = crypto.randomUUID();

  async function send(text: string): Promise<void> {
    const { door, language } = settings();
    const exchange = createExchange({
      post: { text, door, time: timeNow(locale()) },
      labels: labels(),
      locale: locale(),
      onPress: (pressed, button) => void press(pressed, button),
    });
    exchanges.add(exchange);
    history.prepend(exchange.element);
    surroundings.onCount(exchanges.size);
    const outcome = await askMessage({
      text,
      door,
      person,
      platformLocale: locale(),
      ...(language === 'auto' ? {} : { locale: language }),
    });
    exchange.show(outcome);
    announce(describe(outcome, locale(), labels()));
  }

  async function press(exchange: Exchange, pressed: PressedButton): Promise<void> {
    const outcome = await askPress({ payload: pressed.payload, person, platformLocale: locale() });
    const chosen = chosenLanguage(pressed.payload);
    if (outcome.kind === 'answer' && chosen !== undefined) surroundings.onLanguageChosen(chosen);
    exchange.show(outcome);
    exchange.focus(pressed);
    announce(describe(outcome, locale(), labels()));
  }

  function labels(): Labels {
    return labelsFor(locale());
  }

  return {
    send,

    relabel() {
      for (const exchange of exchanges) exchange.relabel(labels(), locale());
    },

    clear() {
      exchanges.clear();
      history.replaceChildren();
      surroundings.onCount(0);
    },

    startAsSomebodyNew() {
      person = crypto.randomUUID();
    },
  };
}

function timeNow(locale: Locale): string {
  return new Date().toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
}

/** The language that a button's payload chooses, if it is a language button. */
function chosenLanguage(payload: unknown): Locale | undefined {
  if (typeof payload !== 'object' || payload === null || !('choice' in payload) || !('locale' in payload))
    return undefined;
  return payload.choice === 'locale' && isLocale(payload.locale) ? payload.locale : undefined;
}

function describe(outcome: Outcome, locale: Locale, labels: Labels): string {
  switch (outcome.kind) {
    case 'answer':
      return labels.answered(outcome.answer.title);
    case 'silence':
      return `${labels.silent}. ${outcome.reason[locale]}`;
    case 'problem':
      return `${labels.problem}. ${outcome.text[locale]}`;
  }
}
