/** The frames around an answer: a post of the visitor's and, below it, the bot's reply, in each platform's manner. */

import type { Labels } from './labels/labels';
import { type Child, type Tree, tree } from './tree';

export const PLATFORMS = ['teams', 'slack'] as const;

export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { teams: 'Microsoft Teams', slack: 'Slack' };

/** A post as the visitor wrote it. */
export interface Post {
  readonly text: string;
  readonly door: 'mention' | 'message';
  /** As the clock shows it. */
  readonly time: string;
}

/** The panel of one platform. The bot's reply goes into the element with the class `reply-body`. */
export function drawPanel(platform: Platform, post: Post, labels: Labels): Tree {
  return tree(
    'section',
    { class: `panel ${platform}`, 'aria-label': labels.panelName(PLATFORM_NAMES[platform]) },
    tree('div', { class: 'panel-name', 'aria-hidden': 'true' }, PLATFORM_NAMES[platform]),
    tree('div', { class: 'thread' }, visitorPost(post, labels), replyDivider(platform, labels), botPost(post, labels)),
  );
}

function visitorPost({ text, door, time }: Post, labels: Labels): Tree {
  const mention = door === 'mention' ? [tree('span', { class: 'mention' }, labels.mention), ' '] : [];
  return tree(
    'div',
    { class: 'post' },
    tree('span', { class: 'avatar person', 'aria-hidden': 'true' }, labels.you.slice(0, 1)),
    tree(
      'div',
      { class: 'post-main' },
      byline(labels.you, time, []),
      tree('div', { class: 'post-text' }, ...mention, text),
    ),
  );
}

function replyDivider(platform: Platform, labels: Labels): Tree {
  return tree('div', { class: 'divider' }, platform === 'slack' ? labels.replies : '');
}

function botPost({ time }: Post, labels: Labels): Tree {
  return tree(
    'div',
    { class: 'post reply' },
    tree('span', { class: 'avatar bot', 'aria-hidden': 'true' }, mark()),
    tree(
      'div',
      { class: 'post-main' },
      byline('Hexfix', time, [tree('span', { class: 'badge' }, labels.app)]),
      tree('div', { class: 'reply-body', tabindex: '-1' }, tree('p', { class: 'waiting' }, labels.waiting)),
    ),
  );
}

function byline(name: string, time: string, extra: readonly Child[]): Tree {
  return tree('div', { class: 'byline' }, tree('strong', {}, name), ...extra, tree('span', { class: 'time' }, time));
}

function mark(): Tree {
  return tree('img', { src: '/playground/mark.svg', alt: '', width: '20', height: '20' });
}

/** What stands in place of a card: silence, or a problem. */
export function drawNotice(title: string, text: string): Tree {
  return tree('div', { class: 'notice' }, tree('strong', {}, title), tree('p', {}, text));
}
