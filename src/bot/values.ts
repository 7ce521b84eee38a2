/** What goes in and out of the bot: the values that adapters make and send. */

import type { Form } from '../reply/form';
import type { Reply } from '../reply/reply';

export type Platform = 'teams' | 'slack' | 'playground' | 'terminal';

/** How something reached us. All but `message` address the bot, so they are always answered. */
export type Door = 'message' | 'mention' | 'dm' | 'command' | 'shortcut' | 'extension' | 'button';

/** Why a platform gave no bytes of a file: too many of them, a right that the app lacks, a place where it hands out none. */
export type FileRefusal = 'too-large' | 'not-permitted' | 'not-handed-over' | 'not-loaded';

/** A file that came with a post. Its bytes stay where they are until somebody asks for them. */
export interface InboundFile {
  /** With its extension; absent where the platform does not tell. */
  readonly name?: string;
  /** Never rejects. */
  read(maxBytes: number): Promise<{ readonly bytes: Uint8Array } | { readonly refusal: FileRefusal }>;
}

/** A message on any platform. Ids are the platform's own, opaque to the bot. */
export interface Inbound {
  readonly platform: Platform;
  readonly door: Door;
  /** The organization: Teams tenant or Slack workspace. */
  readonly tenant: string;
  readonly conversation: string;
  /** The post's id within its conversation; the same for every event that tells of this post. */
  readonly message: string;
  /** What the adapter needs to answer there later: opaque here, kept with the case. */
  readonly place: string;
  readonly person: string;
  /** The text as the platform sent it, markup included; a mention of the bot itself is taken out. */
  readonly text: string;
  /** All that came with it; which of them are read is the bot's choice. */
  readonly files?: readonly InboundFile[];
  /** The platform's language tag for the person, if it sends one. */
  readonly platformLocale?: string;
}

/** A press on one of our buttons; the payload comes from the client and is not trusted. */
export interface Press {
  readonly platform: Platform;
  readonly tenant: string;
  /** Where the card stands; from the verified request, not from the payload. */
  readonly conversation: string;
  readonly place: string;
  /** Our message that bears the button, where the platform tells it. */
  readonly message?: string;
  readonly person: string;
  readonly payload: unknown;
  readonly platformLocale?: string;
}

/** A form sent in; token and values come from the client and are not trusted. */
export interface Submission extends Omit<Press, 'payload' | 'message'> {
  readonly token: unknown;
  /** By field id. */
  readonly values: Readonly<Record<string, string>>;
}

/** What to send. With `replaces`, redraw that message of ours instead of posting a new one. */
export interface Answer {
  readonly reply: Reply;
  readonly replaces?: string;
}

/** What a press leads to; with nothing at all, everything stays as it is. */
export interface PressAnswer {
  /** What the card shows from now on, for everybody who sees it. */
  readonly card?: Reply;
  /**
   * The outbox brings the card up to date for everybody, now and after a crash: show `card` yourself only where the
   * platform wants it as the answer to the request.
   */
  readonly queued?: true;
  /** For the presser alone. */
  readonly aside?: Reply;
  /** A form to open over the card. */
  readonly form?: Form;
}

/** What a form sent in leads to. */
export interface SubmitAnswer extends Omit<PressAnswer, 'form'> {
  /** What to mend, by field id; the form stays open. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface Bot {
  /**
   * The answer to a new post, or `undefined` when there is nothing to say or the post was answered before. After
   * sending, call `confirmSent`; when sending failed, `release`, so that a retry is not taken for a repetition.
   */
  onMessage(inbound: Inbound): Promise<Answer | undefined>;
  /** The answer to an edited post: only when the codes in it have changed to others. */
  onEdit(inbound: Inbound): Promise<Answer | undefined>;
  /** Remembers what was sent, so that an edit of the post redraws it. */
  confirmSent(inbound: Inbound, sentId: string | undefined): Promise<void>;
  release(inbound: Inbound): Promise<void>;
  /** What a press leads to. Anything but a payload of ours gets a fresh start. */
  onPress(press: Press): Promise<PressAnswer>;
  /** What a form leads to that was opened by a press. */
  onSubmit(submission: Submission): Promise<SubmitAnswer>;
  /** What to say when the bot has been installed. `installer` is a display name, shown escaped. */
  onInstalled(where: { readonly platformLocale?: string; readonly installer?: string }): Reply;
}
