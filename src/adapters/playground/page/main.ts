/** The local page: joins the controls of the HTML, the settings, and the conversations with the bot. */

import { createAttachment } from './attachment';
import { listenForChoices, showChoices } from './choices';
import { listenForCopies } from './clipboard';
import { createConversations } from './conversations';
import { find, toDom } from './dom';
import { EXAMPLES } from './examples';
import { createTranslator } from './labels/apply';
import { labelsFor } from './labels/labels';
import { isLocale, type Locale, pickLocale } from './locale';
import { drawNotice } from './panels';
import { loadSettings, mergeSettings, type Settings, saveSettings } from './settings';
import { loadCardPackage } from './teams/card';
import { tree } from './tree';

const root = document.documentElement;
const message = find('message', HTMLTextAreaElement);
const examples = find('examples', HTMLElement);
const board = find('board', HTMLElement);
const head = find('answers-head', HTMLElement);
const trouble = find('trouble', HTMLElement);
const status = find('status', HTMLElement);

/** The server wrote its default into the document, for browsers that ask for neither of our languages. */
const fallbackLocale: Locale = isLocale(root.dataset.defaultLocale) ? root.dataset.defaultLocale : 'en';
const translate = createTranslator();
let settings = loadSettings();

function locale(): Locale {
  return settings.language === 'auto' ? pickLocale(navigator.languages, fallbackLocale) : settings.language;
}

function announce(text: string): void {
  status.textContent = text;
}

const attachment = createAttachment(() => labelsFor(locale()), announce);

const conversations = createConversations({
  container: board,
  settings: () => settings,
  locale,
  announce,
  onLanguageChosen: (chosen) => changeSettings({ language: chosen }),
  onTrouble(text) {
    trouble.hidden = text === undefined;
    if (text !== undefined)
      trouble.replaceChildren(...toDom(drawNotice(labelsFor(locale()).problem, text[locale()])).childNodes);
  },
  onContent(isEmpty) {
    find('empty', HTMLElement).hidden = !isEmpty;
    head.hidden = isEmpty;
    board.hidden = isEmpty;
  },
});

function changeSettings(change: Partial<Record<keyof Settings, string>>): void {
  const before = locale();
  settings = mergeSettings(settings, change);
  saveSettings(settings);
  if (change.language === 'auto') conversations.startAsSomebodyNew();
  applySettings();
  if (locale() !== before) conversations.relabel();
  else if (change.as !== undefined) conversations.show();
}

function applySettings(): void {
  root.dataset.theme = settings.theme;
  root.dataset.view = settings.view;
  translate(locale());
  attachment.relabel();
  showChoices(settings);
  const chips = EXAMPLES.map(({ id, label }) =>
    tree('button', { type: 'button', class: 'chip', 'data-example': id }, label[locale()]),
  );
  examples.replaceChildren(...chips.map(toDom));
}

async function send(text: string): Promise<void> {
  if (text.trim() === '' && !attachment.isChosen()) {
    message.focus();
    return;
  }
  const isAlone = text.trim() === '';
  const file = await attachment.take();
  if (isAlone && file === undefined) return;
  await conversations.send(text, file);
  head.scrollIntoView({ block: 'start' });
}

find('composer', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void send(message.value);
});

message.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void send(message.value);
});

examples.addEventListener('click', (event) => {
  const chip = event.target instanceof Element ? event.target.closest('[data-example]') : null;
  const example = EXAMPLES.find(({ id }) => id === chip?.getAttribute('data-example'));
  if (example === undefined) return;
  message.value = example.text;
  void send(example.text);
});

find('clear', HTMLButtonElement).addEventListener('click', () => {
  conversations.clear();
  message.focus();
});

board.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-act-as]') : null;
  if (button === null) return;
  changeSettings({ as: button.getAttribute('data-act-as') ?? '' });
  // The button is gone with the reason for it.
  find('as', HTMLFieldSetElement).querySelector<HTMLInputElement>(':checked')?.focus({ preventScroll: true });
});

listenForChoices(changeSettings);
listenForCopies(document.body, () => labelsFor(locale()), announce);
applySettings();

// Not needed before something is answered, and not in the way of the first picture.
requestAnimationFrame(() => setTimeout(loadCardPackage));

// Ready to paste at once, except where that would open a keyboard over half of the screen.
if (matchMedia('(hover: hover)').matches) message.focus({ preventScroll: true });
