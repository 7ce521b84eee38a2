/** One message on the page: drawn once, redrawn in place when it changes, without taking the focus away. */

import { toDom } from './dom';
import type { Labels } from './labels/labels';
import type { Locale, Localized } from './locale';
import { drawMessage, drawNotice, type Platform } from './panels';
import { PROBLEMS } from './problems';
import type { BoardMessage, View } from './protocol';
import type { Persona } from './settings';
import { drawSlackMessage } from './slack/blocks';
import { drawTeamsCard } from './teams/card';
import { formatClock } from './time';

/** A button that was pressed, where, and in which view. */
export interface PressedButton {
  readonly message: string;
  readonly payload: unknown;
  readonly action: string;
  readonly platform: Platform;
  readonly isAside: boolean;
}

/** Something below a message for one person alone. */
export interface Note {
  readonly persona: Persona;
  readonly content: { readonly view: View } | { readonly problem: Localized };
}

export interface Words {
  readonly labels: Labels;
  readonly locale: Locale;
}

export interface MessageElement {
  readonly element: HTMLElement;
  /** Brings the message up to date; whatever has not changed is not touched. */
  update(message: BoardMessage, note: Note | undefined): void;
}

/** Makes the element of a message. */
export function createMessage(
  platform: Platform,
  first: BoardMessage,
  words: Words,
  onPress: (pressed: PressedButton) => void,
): MessageElement {
  const { labels, locale } = words;
  const element = toDom(drawMessage(first, labels, formatClock(first.atMs, locale))) as HTMLElement;
  const body = partOf(element, 'body');
  const aside = partOf(element, 'aside');
  let drawn: BoardMessage | undefined;
  let noted: Note | undefined;

  function drawView(view: View, isAside: boolean): Node[] {
    const press = (payload: unknown, action: string) =>
      onPress({ message: first.id, payload, action, platform, isAside });
    try {
      if (platform === 'teams') return [drawTeamsCard(view.teams, { labels, locale: view.locale, onPress: press })];
      return drawSlackMessage(view.slack, { copy: labels.copy, locale: view.locale }).map(toDom);
    } catch (error) {
      console.error(error);
      return [toDom(drawNotice(labels.problem, PROBLEMS.unreadable[locale]))];
    }
  }

  function drawNote({ persona, content }: Note): Node[] {
    if ('problem' in content) return [toDom(drawNotice(labels.problem, content.problem[locale]))];
    const { view } = content;
    const card = document.createElement('div');
    card.className = 'aside-view';
    card.lang = view.locale;
    card.append(...drawView(view, true));
    const head = document.createElement('p');
    head.className = 'aside-head';
    head.textContent = labels.visibleTo[persona];
    return [head, card];
  }

  // Slack's buttons carry their payload; the package behind Teams' cards tells of presses itself.
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-press]') : null;
    if (button === null) return;
    const { press = '', action = '' } = button.dataset;
    onPress({ message: first.id, payload: parsePayload(press), action, platform, isAside: aside.contains(button) });
  });

  return {
    element,
    update(message, note) {
      if (message.view !== undefined && message.revision !== drawn?.revision) {
        const { view } = message;
        body.lang = view.locale;
        keepFocus(body, () => body.replaceChildren(...drawView(view, false)));
      }
      if (message.silence !== undefined && drawn?.silence === undefined) {
        body.append(toDom(drawNotice(labels.silent, message.silence[locale])));
      }
      // Bots in Teams cannot react to a post.
      if (platform === 'slack' && message.mark !== drawn?.mark)
        drawMark(body, message.mark && labels.marks[message.mark]);
      if (note !== noted) keepFocus(aside, () => aside.replaceChildren(...(note === undefined ? [] : drawNote(note))));
      drawn = message;
      noted = note;
    },
  };
}

/** The value of a Slack button, as Slack hands it back: the very characters, which our server reads. */
function parsePayload(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The mark below a post, in words as well: the sign alone would say nothing to who cannot see it. */
function drawMark(body: HTMLElement, words: string | undefined): void {
  body.querySelector('.mark')?.remove();
  if (words === undefined) return;
  const mark = document.createElement('p');
  mark.className = 'mark';
  mark.textContent = words;
  body.append(mark);
}

function partOf(element: HTMLElement, name: string): HTMLElement {
  const part = element.querySelector<HTMLElement>(`.${name}`);
  if (part === null) throw new Error(`A message has no ${name}.`);
  return part;
}

/** After a redraw: back to the same button, or to the message where there is none like it anymore. */
function keepFocus(part: HTMLElement, redraw: () => void): void {
  const focused = document.activeElement;
  const isInside = part.contains(focused);
  const action = focused?.getAttribute('data-action');
  redraw();
  if (!isInside) return;
  focusOn(part, action);
}

/** Puts the focus on the button of this action in a part of the page, or on the part itself. */
export function focusOn(part: HTMLElement, action: string | null | undefined): void {
  const button = action ? part.querySelector<HTMLElement>(`[data-action="${action}"]`) : null;
  (button ?? part.closest<HTMLElement>('[tabindex]') ?? part).focus({ preventScroll: true });
}
