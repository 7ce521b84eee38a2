/** The local page: joins the controls of the HTML, the settings, and the conversation with the bot. */

import { listenForChoices, showChoices } from './choices';
import { listenForCopies } from './clipboard';
import { createConversation } from './conversation';
import { find, toDom } from './dom';
import { EXAMPLES } from './examples';
import { createTranslator } from './labels/apply';
import { labelsFor } from './labels/labels';
import { isLocale, type Locale, pickLocale } from './locale';
import { loadSettings, mergeSettings, type Settings, saveSettings } from './settings';
import { tree } from './tree';

const root = document.documentElement;
const message = find('message', HTMLTextAreaElement);
const examples = find('examples', HTMLElement);
const history = find('history', HTMLElement);
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

const conversation = createConversation({
  history,
  settings: () => settings,
  locale,
  announce,
  onLanguageChosen: (chosen) => changeSettings({ language: chosen }),
  onCount(count) {
    find('empty', HTMLElement).hidden = count > 0;
    find('answers-head', HTMLElement).hidden = count === 0;
  },
});

function changeSettings(change: Partial<Record<keyof Settings, string>>): void {
  const before = locale();
  settings = mergeSettings(settings, change);
  saveSettings(settings);
  if (change.language === 'auto') conversation.startAsSomebodyNew();
  applySettings();
  if (locale() !== before) conversation.relabel();
}

function applySettings(): void {
  root.dataset.theme = settings.theme;
  root.dataset.view = settings.view;
  translate(locale());
  showChoices(settings);
  const chips = EXAMPLES.map(({ id, label }) =>
    tree('button', { type: 'button', class: 'chip', 'data-example': id }, label[locale()]),
  );
  examples.replaceChildren(...chips.map(toDom));
}

async function send(text: string): Promise<void> {
  if (text.trim() === '') {
    message.focus();
    return;
  }
  const answered = conversation.send(text);
  history.firstElementChild?.scrollIntoView({ block: 'nearest' });
  await answered;
  find('answers-head', HTMLElement).scrollIntoView({ block: 'start' });
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
  conversation.clear();
  message.focus();
});

listenForChoices(changeSettings);
listenForCopies(history, () => labelsFor(locale()), announce);
applySettings();

// Ready to paste at once, except where that would open a keyboard over half of the screen.
if (matchMedia('(hover: hover)').matches) message.focus({ preventScroll: true });
