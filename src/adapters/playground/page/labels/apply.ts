/**
 * Puts the page's HTML into the visitor's language. The HTML speaks English and names each text by a key; those names
 * are what a translation goes by.
 */

import type { Locale } from '../locale';
import { HTML_ZH_CN } from './html-zh-cn';

interface Slot {
  readonly key: string;
  readonly english: string;
  write(text: string): void;
}

/** Reads the HTML's own English, once, and gives back what puts the page into a language. */
export function createTranslator(): (locale: Locale) => void {
  const slots = [
    ...slotsOf(
      'data-text',
      (element) => element.textContent,
      (element, text) => element.replaceChildren(text),
    ),
    ...attributeSlots('data-label', 'aria-label'),
    ...attributeSlots('data-placeholder', 'placeholder'),
  ];
  return (locale) => {
    document.documentElement.lang = locale;
    for (const { key, english, write } of slots) write(locale === 'en' ? english : (HTML_ZH_CN[key] ?? english));
  };
}

function attributeSlots(marker: string, attribute: string): Slot[] {
  return slotsOf(
    marker,
    (element) => element.getAttribute(attribute),
    (element, text) => element.setAttribute(attribute, text),
  );
}

function slotsOf(
  marker: string,
  read: (element: Element) => string | null,
  write: (element: Element, text: string) => void,
): Slot[] {
  return [...document.querySelectorAll(`[${marker}]`)].map((element) => ({
    key: element.getAttribute(marker) ?? '',
    english: read(element) ?? '',
    write: (text) => write(element, text),
  }));
}
