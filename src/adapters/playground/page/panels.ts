/** The frames around what was said: conversations, and the messages in them, in each platform's manner. */

import type { Labels } from './labels/labels';
import type { BoardMessage, ConversationName } from './protocol';
import type { Persona } from './settings';
import { type Child, type Tree, tree } from './tree';

export const PLATFORMS = ['teams', 'slack'] as const;

export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { teams: 'Microsoft Teams', slack: 'Slack' };

/** Whom a conversation belongs to, if not to everybody. */
export function ownerOf(name: ConversationName): Persona | undefined {
  switch (name) {
    case 'channel':
      return undefined;
    case 'triage':
      return 'agent';
    case 'chat-you':
      return 'you';
    case 'chat-colleague':
      return 'colleague';
    case 'chat-agent':
      return 'agent';
  }
}

/** The panel of one conversation. Threads go into the element with the class `threads`. */
export function drawPanel(platform: Platform, name: ConversationName, labels: Labels): Tree {
  const shown = labels.conversations[name];
  const owner = ownerOf(name);
  return tree(
    'section',
    {
      class: `panel ${platform}`,
      'data-conversation': name,
      'aria-label': labels.panelName(shown, PLATFORM_NAMES[platform]),
    },
    tree(
      'div',
      { class: 'panel-name', 'aria-hidden': 'true' },
      tree('span', {}, shown),
      tree('span', { class: 'panel-platform' }, PLATFORM_NAMES[platform]),
    ),
    ...(owner === undefined ? [] : [membersOnly(owner, labels)]),
    tree('p', { class: 'nothing-yet' }, name === 'triage' ? labels.nothingHandedOver : labels.nothingSaid),
    tree('div', { class: 'threads' }),
  );
}

/** Shown while the visitor acts as somebody else. */
function membersOnly(owner: Persona, labels: Labels): Tree {
  return tree(
    'p',
    { class: 'members-only' },
    tree('span', {}, labels.membersOnly[owner]),
    ' ',
    tree('button', { type: 'button', class: 'act-as', 'data-act-as': owner }, labels.actAs[owner]),
  );
}

/** A message; what it says goes into the element with the class `body`. */
export function drawMessage({ author, atMs, under, post }: BoardMessage, labels: Labels, time: string): Tree {
  const isBot = author === 'hexfix';
  const name = isBot ? 'Hexfix' : labels.personas[author];
  const avatar = isBot ? mark() : labels.initials[author];
  return tree(
    'div',
    { class: under === undefined ? 'post' : 'post reply' },
    tree('span', { class: isBot ? 'avatar bot' : `avatar person ${author}`, 'aria-hidden': 'true' }, avatar),
    tree(
      'div',
      { class: 'post-main' },
      tree(
        'div',
        { class: 'byline' },
        tree('strong', {}, name),
        ...(isBot ? [tree('span', { class: 'badge' }, labels.app)] : []),
        tree('time', { class: 'time', datetime: new Date(atMs).toISOString() }, time),
      ),
      tree('div', { class: isBot ? 'body reply-body' : 'body', tabindex: '-1' }, ...postText(post, labels)),
      tree('div', { class: 'aside' }),
    ),
  );
}

function postText(post: BoardMessage['post'], labels: Labels): Child[] {
  if (post === undefined) return [];
  const mention = post.door === 'mention' ? [tree('span', { class: 'mention' }, labels.mention), ' '] : [];
  const file = post.file === undefined ? [] : [tree('div', { class: 'post-file' }, labels.attached(post.file))];
  return [tree('div', { class: 'post-text' }, ...mention, post.text), ...file];
}

/** The line between a post and the replies to it. */
export function drawDivider(platform: Platform, replies: number, labels: Labels): Tree {
  return tree('div', { class: 'divider' }, platform === 'slack' ? labels.replies(replies) : '');
}

function mark(): Tree {
  return tree('img', { src: '/playground/mark.svg', alt: '', width: '20', height: '20' });
}

/** What stands in place of a card: silence, or a problem. */
export function drawNotice(title: string, text: string): Tree {
  return tree('div', { class: 'notice' }, tree('strong', {}, title), tree('p', {}, text));
}
