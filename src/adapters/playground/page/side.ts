/** All conversations as one platform shows them. What has not changed stays as it is, with the focus and the scroll. */

import { toDom } from './dom';
import { createMessage, focusOn, type MessageElement, type Note, type PressedButton, type Words } from './message';
import { drawDivider, drawPanel, ownerOf, type Platform } from './panels';
import type { Board, BoardMessage, ConversationName } from './protocol';
import type { Persona } from './settings';
import { toThreads } from './threads';

/** What the conversations look like to whom. */
export interface Shown extends Words {
  readonly board: Board;
  readonly persona: Persona;
  /** By message. */
  readonly notes: ReadonlyMap<string, Note>;
}

export interface Side {
  readonly element: HTMLElement;
  show(shown: Shown): void;
  /** Forgets what is drawn: the next time, all is drawn anew, as in another language. */
  reset(): void;
  /** Puts the focus back to where a press came from. */
  focus(pressed: PressedButton): void;
}

export function createSide(platform: Platform, onPress: (pressed: PressedButton) => void): Side {
  const element = makeElement('div', `side ${platform}`);
  // What everybody reads, and beside it what some read.
  const columns = [makeElement('div', 'column'), makeElement('div', 'column')] as const;
  element.append(...columns);
  const panels = new Map<ConversationName, HTMLElement>();
  const threads = new Map<string, HTMLElement>();
  const messages = new Map<string, MessageElement>();

  function show(shown: Shown): void {
    const { board, persona } = shown;
    const drawn = board.conversations.map(({ name, messages: all }) => showConversation(name, all, shown));
    arrange(columns[0], drawn.slice(0, 1));
    arrange(columns[1], drawn.slice(1));
    const present = new Set(board.conversations.flatMap((each) => each.messages.map(({ id }) => id)));
    forget(threads, present);
    forget(messages, present);
    for (const [name, panel] of panels) applyMembership(panel, ownerOf(name), persona);
  }

  function showConversation(name: ConversationName, all: readonly BoardMessage[], shown: Shown): HTMLElement {
    const panel = getOrMake(panels, name, () => toDom(drawPanel(platform, name, shown.labels)) as HTMLElement);
    panel.classList.toggle('empty-panel', all.length === 0);
    const list = panel.querySelector<HTMLElement>('.threads');
    if (list !== null) {
      arrange(
        list,
        toThreads(all).map(({ first, replies }) => showThread(first, replies, shown)),
      );
    }
    return panel;
  }

  function showThread(first: BoardMessage, replies: readonly BoardMessage[], shown: Shown): HTMLElement {
    const { labels } = shown;
    const thread = getOrMake(threads, first.id, () => makeElement('article', 'thread'));
    const divider = replies.length === 0 ? [] : [dividerOf(thread, replies.length, shown)];
    const [head, ...rest] = [first, ...replies].map((message) => showMessage(message, shown));
    thread.setAttribute('aria-label', labels.threadName(head?.querySelector('.time')?.textContent ?? ''));
    arrange(thread, [...(head === undefined ? [] : [head]), ...divider, ...rest]);
    return thread;
  }

  function dividerOf(thread: HTMLElement, replies: number, { labels }: Shown): Node {
    const divider = toDom(drawDivider(platform, replies, labels));
    const earlier = thread.querySelector('.divider');
    return earlier !== null && earlier.textContent === divider.textContent ? earlier : divider;
  }

  function showMessage(message: BoardMessage, shown: Shown): HTMLElement {
    const drawn = getOrMake(messages, message.id, () => createMessage(platform, message, shown, onPress));
    const note = shown.notes.get(message.id);
    drawn.update(message, note?.persona === shown.persona ? note : undefined);
    return drawn.element;
  }

  return {
    element,
    show,

    reset() {
      for (const column of columns) column.replaceChildren();
      for (const drawn of [panels, threads, messages]) drawn.clear();
    },

    focus({ message, action, isAside }) {
      const part = messages.get(message)?.element.querySelector<HTMLElement>(isAside ? '.aside' : '.body');
      if (part) focusOn(part, action);
    },
  };
}

/** Only who is in a conversation can press there, as on the platforms. */
function applyMembership(panel: HTMLElement, owner: Persona | undefined, persona: Persona): void {
  const isMember = owner === undefined || owner === persona;
  panel.classList.toggle('not-member', !isMember);
  for (const button of panel.querySelectorAll<HTMLButtonElement>('button[data-action]')) button.disabled = !isMember;
}

/** Makes these nodes the children, moving only what stands in the wrong place: a moved element loses the focus. */
function arrange(parent: HTMLElement, nodes: readonly Node[]): void {
  for (const child of [...parent.childNodes]) if (!nodes.includes(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}

function makeElement(tag: 'div' | 'article', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function getOrMake<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function forget(known: Map<string, unknown>, present: ReadonlySet<string>): void {
  for (const id of known.keys()) if (!present.has(id)) known.delete(id);
}
