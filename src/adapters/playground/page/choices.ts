/** The page's choices: two lists and three rows of segments, each bound to one setting. */

import { find } from './dom';
import type { Settings } from './settings';

const SEGMENTS = ['door', 'view', 'as'] as const;

type OnChange = (change: Partial<Record<keyof Settings, string>>) => void;

/** Shows the settings in the controls. */
export function showChoices(settings: Settings): void {
  find('language', HTMLSelectElement).value = settings.language;
  find('theme', HTMLSelectElement).value = settings.theme;
  for (const name of SEGMENTS) {
    for (const radio of radios(name)) radio.checked = radio.value === settings[name];
  }
}

/** Tells of every change that a person makes. */
export function listenForChoices(onChange: OnChange): void {
  for (const name of ['language', 'theme'] as const) {
    const list = find(name, HTMLSelectElement);
    list.addEventListener('change', () => onChange({ [name]: list.value }));
  }
  for (const name of SEGMENTS) {
    for (const radio of radios(name)) radio.addEventListener('change', () => onChange({ [name]: radio.value }));
  }
}

function radios(name: (typeof SEGMENTS)[number]): NodeListOf<HTMLInputElement> {
  return find(name, HTMLFieldSetElement).querySelectorAll('input');
}
