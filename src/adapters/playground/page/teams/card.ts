/** An Adaptive Card as Teams shows it, drawn by Microsoft's own renderer. */

import type * as CardsPackage from 'adaptivecards';
import { toDom } from '../dom';
import { copyButton } from '../parts';
import { TEAMS_HOST_CONFIG } from './host-config';
import { toHtml } from './markdown';

/** The package comes as a script of its own. */
declare const AdaptiveCards: typeof CardsPackage;

const PACKAGE_PATH = '/playground/adaptivecards';
let loading: Promise<void> | undefined;

/** Fetches the package, which is larger than all of the page; resolves, too, when that fails: drawing will tell. */
export function loadCardPackage(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = PACKAGE_PATH;
    script.onload = () => resolve();
    script.onerror = () => resolve();
    document.head.append(script);
  });
  return loading;
}

export interface CardOptions {
  readonly labels: { readonly copy: string };
  /** Dates are written in it. */
  readonly locale: string;
  /** Somebody pressed a follow-up; `action` is the button's id. */
  readonly onPress: (payload: unknown, action: string) => void;
}

/** The element of a card. Throws when the package cannot draw it. */
export function drawTeamsCard(json: object, { labels, locale, onPress }: CardOptions): HTMLElement {
  setUpPackage();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(TEAMS_HOST_CONFIG);
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.ExecuteAction) onPress(action.data, action.id ?? '');
    if (action instanceof AdaptiveCards.SubmitAction) onPress(followUpIn(action.data), action.id ?? '');
    if (action instanceof AdaptiveCards.OpenUrlAction && action.url) window.open(action.url, '_blank', 'noopener');
  };
  card.parse(withQuietLast(json));
  card.lang = locale;
  const element = card.render();
  if (element === undefined) throw new Error('The card is empty.');
  // The label repeats the whole card, which a screen reader reads anyway.
  element.removeAttribute('aria-label');
  markButtons(card);
  addCopyButtons(card, labels.copy);
  return element;
}

/** A button that opens a dialog has its follow-up inside of what Teams itself reads. */
function followUpIn(data: object | undefined): unknown {
  return data !== undefined && 'followUp' in data ? data.followUp : data;
}

/** Teams puts quiet buttons behind three dots; here they stand behind the others, in sight. */
function withQuietLast(json: { readonly actions?: readonly { readonly mode?: string }[] }): object {
  const { actions = [] } = json;
  const loud = actions.filter(({ mode }) => mode !== 'secondary');
  const quiet = actions.filter(({ mode }) => mode === 'secondary').map(({ mode: _mode, ...action }) => action);
  return { ...json, actions: [...loud, ...quiet] };
}

function setUpPackage(): void {
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
}

/** Buttons are found by their action; as ids, the same names in two cards would clash. */
function markButtons(card: CardsPackage.AdaptiveCard): void {
  for (let index = 0; index < card.getActionCount(); index += 1) {
    const action = card.getActionAt(index);
    const button = action?.renderedElement;
    button?.removeAttribute('id');
    button?.setAttribute('data-action', action?.id ?? '');
  }
}

function addCopyButtons(container: CardsPackage.CardElementContainer, label: string): void {
  for (let index = 0; index < container.getItemCount(); index += 1) {
    const item = container.getItemAt(index);
    if (!(item instanceof AdaptiveCards.CardElementContainer)) continue;
    const command = commandIn(item);
    if (command === undefined) addCopyButtons(item, label);
    else {
      item.renderedElement?.classList.add('teams-command');
      item.renderedElement?.append(toDom(copyButton(command, label)));
    }
  }
}

/** A command is a container whose every line is set in monospace. */
function commandIn(container: CardsPackage.CardElementContainer): string | undefined {
  const lines: string[] = [];
  for (let index = 0; index < container.getItemCount(); index += 1) {
    const line = container.getItemAt(index);
    if (!(line instanceof AdaptiveCards.RichTextBlock)) return undefined;
    for (let run = 0; run < line.getInlineCount(); run += 1) {
      const inline = line.getInlineAt(run);
      if (!(inline instanceof AdaptiveCards.TextRun)) return undefined;
      if (inline.fontType !== AdaptiveCards.FontType.Monospace) return undefined;
    }
    lines.push(line.asString() ?? '');
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}
