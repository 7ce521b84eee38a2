/**
 * The bot: what comes in, whether to speak, what to say. It never calls a platform: adapters hand it values and send
 * what it returns.
 */

import type { Reply } from './reply/reply';

export type Platform = 'teams' | 'slack' | 'playground' | 'terminal';

/** How something reached us. All but `message` address the bot, so they are always answered. */
export type Door = 'message' | 'mention' | 'dm' | 'command' | 'shortcut' | 'extension' | 'button';

/** A message on any platform. Ids are the platform's own, opaque to the bot. */
export interface Inbound {
  readonly platform: Platform;
  readonly door: Door;
  /** The organization: Teams tenant or Slack workspace. */
  readonly tenant: string;
  readonly conversation: string;
  /** The post's id within its conversation; the same for every event that tells of this post. */
  readonly message: string;
  readonly person: string;
  /** The text as the platform sent it, markup included; a mention of the bot itself is taken out. */
  readonly text: string;
  /** The platform's language tag for the person, if it sends one. */
  readonly platformLocale?: string;
}

/** A press on one of our buttons; the payload comes from the client and is not trusted. */
export interface Press {
  readonly platform: Platform;
  readonly tenant: string;
  readonly person: string;
  readonly payload: unknown;
  readonly platformLocale?: string;
}

/** What to send. With `replaces`, redraw that message of ours instead of posting a new one. */
export interface Answer {
  readonly reply: Reply;
  readonly replaces?: string;
}

export interface Bot {
  /**
   * The answer to a new post, or `undefined` when there is nothing to say or the post was answered before. After
   * sending, call `confirmSent`; when sending failed, `release`, so that a retry is not taken for a repetition.
   */
  onMessage(inbound: Inbound): Promise<Answer | undefined>;
  /** The answer to an edited post: only when the codes in it have changed to others. */
  onEdit(inbound: Inbound): Promise<Answer | undefined>;
  confirmSent(inbound: Inbound, sentId: string | undefined): Promise<void>;
  release(inbound: Inbound): Promise<void>;
  /** The view that a press leads to; it replaces the card. Anything but a payload of ours gets a fresh start. */
  onPress(press: Press): Promise<Reply>;
  /** What to say when the bot has been installed. `installer` is a display name, shown escaped. */
  onInstalled(where: { readonly platformLocale?: string; readonly installer?: string }): Reply;
}
