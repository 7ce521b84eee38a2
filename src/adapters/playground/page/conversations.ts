/** The conversations with the bot: acts go out, the board comes back, both platforms' sides show it. */

import { type AttachedFile, type Result, readBoard, type Sender, sendForm, sendMessage, sendPress } from './api';
import { describeChanges } from './changes';
import { openDialog } from './dialog';
import { type Labels, labelsFor } from './labels/labels';
import type { Locale, Localized } from './locale';
import type { Note, PressedButton } from './message';
import { PLATFORMS } from './panels';
import { startPolling } from './poller';
import type { ActAnswer, Board } from './protocol';
import { loadSession, startAfresh, startAsSomebodyNew } from './session';
import type { Settings } from './settings';
import { createSide } from './side';
import { loadCardPackage } from './teams/card';

/** What the conversations need from the page. */
export interface Surroundings {
  readonly container: HTMLElement;
  readonly settings: () => Settings;
  readonly locale: () => Locale;
  /** Says something to those who do not see the page. */
  readonly announce: (text: string) => void;
  /** Something that concerns no message went wrong, or is right again. */
  readonly onTrouble: (text: Localized | undefined) => void;
  /** A language button was pressed: the choice holds for the whole page, as it does on the platforms. */
  readonly onLanguageChosen: (locale: Locale) => void;
  /** There is something to see, or nothing. */
  readonly onContent: (isEmpty: boolean) => void;
}

export interface Conversations {
  /** Sends a message; resolves when what came of it is on the page. */
  send(text: string, file: AttachedFile | undefined): Promise<void>;
  /** Shows everything to whoever the visitor acts as now. */
  show(): void;
  /** Draws everything in the page's language. */
  relabel(): void;
  clear(): void;
  /** From now on, somebody new: the bot forgets the language that was chosen. */
  startAsSomebodyNew(): void;
}

export function createConversations(surroundings: Surroundings): Conversations {
  const { container, settings, locale, announce } = surroundings;
  const sides = PLATFORMS.map((platform) => createSide(platform, (pressed) => void press(pressed)));
  const notes = new Map<string, Note>();
  let session = loadSession();
  let board: Board | undefined;
  let acts = 0;

  function labels(): Labels {
    return labelsFor(locale());
  }

  function sender(): Sender {
    return { ...session, as: settings().as, platformLocale: locale() };
  }

  /** Fetches the board and shows it; resolves with whether the server answered. */
  async function refresh(): Promise<boolean> {
    const asked = session;
    const result = await readBoard(asked.session, board?.revision ?? '');
    await loadCardPackage();
    // Cleared in the meantime.
    if (asked.session !== session.session) return true;
    if ('problem' in result) {
      surroundings.onTrouble(result.problem);
      return false;
    }
    if (acts === 0) surroundings.onTrouble(undefined);
    if (result.value !== undefined) take(result.value);
    return true;
  }

  function take(next: Board): void {
    const news = describeChanges(board, next, labels());
    const isFirst = board === undefined;
    board = next;
    show();
    if (news !== '' && !isFirst) announce(news);
  }

  function show(): void {
    if (board === undefined) return;
    const shown = { board, persona: settings().as, notes, labels: labels(), locale: locale() };
    for (const side of sides) side.show(shown);
    surroundings.onContent(board.conversations.every(({ messages }) => messages.length === 0));
  }

  /** One act at the server, and the board after it. */
  async function act<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    acts += 1;
    container.setAttribute('aria-busy', 'true');
    const result = await ask();
    await refresh();
    acts -= 1;
    if (acts === 0) container.setAttribute('aria-busy', 'false');
    return result;
  }

  async function send(text: string, file: AttachedFile | undefined): Promise<void> {
    const { door, language } = settings();
    const choice = language === 'auto' ? {} : { locale: language };
    const result = await act(() => sendMessage({ ...sender(), text, door, ...choice, ...(file && { file }) }));
    if ('problem' in result) surroundings.onTrouble(result.problem);
  }

  async function press(pressed: PressedButton): Promise<void> {
    const { message, payload, isAside } = pressed;
    const who = sender();
    notes.delete(message);
    const result = await act(() => sendPress({ ...who, message, payload, ...(isAside ? { aside: true } : {}) }));
    if ('problem' in result) {
      note(message, { persona: who.as, content: result });
      announce(`${labels().problem}. ${result.problem[locale()]}`);
      return;
    }
    const { language } = result.value;
    if (language !== undefined) surroundings.onLanguageChosen(language);
    showAnswer(message, who, result.value, isAside);
    const { form } = result.value;
    if (form !== undefined) fillIn(form, pressed, who);
  }

  function fillIn(form: NonNullable<ActAnswer['form']>, pressed: PressedButton, who: Sender): void {
    const { message, platform } = pressed;
    openDialog(form, platform, {
      labels: labels(),
      async onSubmit(values) {
        const result = await act(() => sendForm({ ...who, message, token: form.token, values }));
        if ('value' in result && result.value.errors === undefined) showAnswer(message, who, result.value, false);
        return result;
      },
      onClose: () => sides[PLATFORMS.indexOf(platform)]?.focus(pressed),
    });
  }

  /** What is for the presser alone. A card in an aside is on no board, so its next view takes its place there. */
  function showAnswer(message: string, { as }: Sender, { card, aside }: ActAnswer, isAside: boolean): void {
    const view = aside ?? (isAside ? card : undefined);
    if (view === undefined) return;
    note(message, { persona: as, content: { view } });
    announce(`${labels().visibleTo[as]}: ${view.summary}`);
  }

  function note(message: string, content: Note): void {
    notes.set(message, content);
    show();
  }

  container.replaceChildren(...sides.map(({ element }) => element));
  startPolling(refresh);

  return {
    send,
    show,

    relabel() {
      for (const side of sides) side.reset();
      show();
    },

    clear() {
      session = startAfresh(session);
      board = undefined;
      notes.clear();
      for (const side of sides) side.reset();
      surroundings.onContent(true);
    },

    startAsSomebodyNew() {
      session = startAsSomebodyNew(session);
    },
  };
}
