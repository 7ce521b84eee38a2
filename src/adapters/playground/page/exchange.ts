/** One exchange on the page: the visitor's post and the bot's answer to it, as two views of one thing. */

import type { Answer, Outcome } from './answer';
import { toDom } from './dom';
import type { Labels } from './labels/labels';
import type { Locale, Localized } from './locale';
import { drawNotice, drawPanel, PLATFORMS, type Platform, type Post } from './panels';
import { PROBLEMS } from './problems';
import { drawSlackMessage } from './slack/blocks';
import { drawTeamsCard } from './teams/card';

/** A button that was pressed, and in which view. */
export interface PressedButton {
  readonly payload: unknown;
  readonly action: string;
  readonly platform: Platform;
}

export interface Exchange {
  readonly element: HTMLElement;
  /** Shows what came back, in both views; a problem is added to an answer that is already there. */
  show(outcome: Outcome): void;
  /** After a redraw: back to the button that was pressed, or to the answer where there is none like it anymore. */
  focus(pressed: PressedButton): void;
  /** Draws everything anew in the page's language. */
  relabel(labels: Labels, locale: Locale): void;
}

/** Makes an exchange that waits for its answer. */
export function createExchange(options: {
  readonly post: Post;
  readonly labels: Labels;
  readonly locale: Locale;
  readonly onPress: (exchange: Exchange, pressed: PressedButton) => void;
}): Exchange {
  const { post, onPress } = options;
  let { labels, locale } = options;
  let outcome: Outcome | undefined;
  const element = document.createElement('article');
  element.className = 'exchange';

  function draw(): void {
    element.setAttribute('aria-label', labels.exchangeName(post.time));
    element.replaceChildren(...PLATFORMS.map((platform) => toDom(drawPanel(platform, post, labels))));
    if (outcome !== undefined) show(outcome);
  }

  function show(next: Outcome): void {
    if (next.kind === 'problem' && outcome?.kind === 'answer') {
      addProblem(next.text);
      return;
    }
    outcome = next;
    element.classList.toggle('unanswered', next.kind !== 'answer');
    for (const platform of PLATFORMS) {
      const body = bodyOf(platform);
      body.lang = next.kind === 'answer' ? next.answer.locale : locale;
      body.replaceChildren(...drawOutcome(platform, next));
    }
  }

  /** A press that failed must not take the answer away. */
  function addProblem(text: Localized): void {
    for (const platform of PLATFORMS) {
      const body = bodyOf(platform);
      body.querySelector('.notice')?.remove();
      body.append(toDom(drawNotice(labels.problem, text[locale])));
    }
  }

  function drawOutcome(platform: Platform, next: Outcome): Node[] {
    if (next.kind === 'silence') return [toDom(drawNotice(labels.silent, next.reason[locale]))];
    if (next.kind === 'problem') return [toDom(drawNotice(labels.problem, next.text[locale]))];
    try {
      return drawAnswer(platform, next.answer);
    } catch (error) {
      console.error(error);
      return [toDom(drawNotice(labels.problem, PROBLEMS.unreadable[locale]))];
    }
  }

  function drawAnswer(platform: Platform, { teams, slack }: Answer): Node[] {
    if (platform === 'slack') return drawSlackMessage(slack, labels).map(toDom);
    const press = (payload: unknown, action: string) => onPress(exchange, { payload, action, platform });
    return [drawTeamsCard(teams, { labels, onPress: press })];
  }

  function bodyOf(platform: Platform): HTMLElement {
    const body = element.querySelector<HTMLElement>(`.${platform} .reply-body`);
    if (body === null) throw new Error(`The exchange has no ${platform} panel.`);
    return body;
  }

  element.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-press]') : null;
    if (!(button instanceof HTMLElement)) return;
    const { press = '', action = '' } = button.dataset;
    onPress(exchange, { payload: parsePayload(press), action, platform: 'slack' });
  });

  const exchange: Exchange = {
    element,
    show,
    focus({ action, platform }) {
      const body = bodyOf(platform);
      const button = body.querySelector<HTMLElement>(`[data-action="${action}"]`);
      (button ?? body).focus({ preventScroll: true });
    },
    relabel(nextLabels, nextLocale) {
      labels = nextLabels;
      locale = nextLocale;
      draw();
    },
  };
  draw();
  return exchange;
}

/** The value of a Slack button, as Slack hands it back: the very characters, which our server reads. */
function parsePayload(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
