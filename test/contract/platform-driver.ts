/** A platform on loopback, as far as a person and the wire can tell: what every driver of a platform offers. */

import type { Mark } from '../../src/outbox/messenger';
import type { SettingsChange } from '../../src/store/ports';

/** A file as a person attaches it, and what its server does when it is asked for it. */
export interface PostedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `gone`: the server has it no more. `endless`: its bytes never end. `moved`: the server sends on to `elsewhere`. */
  readonly served?: 'gone' | 'endless' | 'moved';
  /** An address that is not the platform's: where the server sends on to, or else what the message itself names. */
  readonly elsewhere?: string;
}

/** What a person writes, and where. */
export interface Post {
  readonly text: string;
  /** `dm` is a one-to-one chat, `channel` a new post in a channel, `thread` a reply below somebody's post there. */
  readonly where: 'dm' | 'channel' | 'thread';
  /** The person @mentions the bot; the driver adds the platform's markup. */
  readonly mentionsBot?: boolean;
  /** Who wrote it; a person unless told. `self` is our own bot as the platform echoes it. */
  readonly author?: 'person' | 'another-bot' | 'self';
  readonly files?: readonly PostedFile[];
  /** The person's language as the platform reports it, for platforms that do. */
  readonly locale?: string;
}

/** What became of something sent to the adapter. */
export interface Delivery {
  /** The HTTP status that the platform got. */
  readonly status: number;
  /** The platform's id of the post. */
  readonly id: string;
  /** Where an answer to it belongs, in the driver's own spelling; equal for equal places. */
  readonly thread: string;
}

/** A button as a person sees it. The payload is our follow-up as the platform would hand it back, already parsed. */
export interface ShownButton {
  readonly label: string;
  readonly payload: unknown;
}

/** A message of the bot on the person's screen, after every redraw so far. */
export interface ShownMessage {
  readonly id: string;
  readonly thread: string;
  /** All words on it, card and fallback text, in one string. */
  readonly text: string;
  readonly buttons: readonly ShownButton[];
}

/** A form as a person sees it open. */
export interface ShownForm {
  readonly title: string;
  /** All words on it. */
  readonly text: string;
  readonly fields: readonly { readonly id: string; readonly label: string }[];
}

/** Where the help desk sits. */
export type Room = 'people' | 'triage';

/** A platform on loopback: the adapter under test on one side, people on the other. */
export interface PlatformDriver {
  /** Each resolves when the adapter has answered the request and done all work that follows from it. */
  post(post: Post): Promise<Delivery>;
  /** The platform sends the very same post again. */
  redeliver(delivery: Delivery): Promise<Delivery>;
  edit(delivery: Delivery, text: string): Promise<Delivery>;
  /**
   * A person presses a button of a message; the payload may be anything, as clients can send anything. `as` names
   * another one than the person who posts; `agent` works in the triage channel.
   */
  press(message: ShownMessage, payload: unknown, as?: string): Promise<Delivery>;
  /** What only this person sees: asides, and messages in their private chat with the bot. */
  asides(person?: string): readonly ShownMessage[];
  /** The form that is open on the screen. */
  form(): ShownForm | undefined;
  submit(values: Readonly<Record<string, string>>, as?: string): Promise<Delivery>;
  install(): Promise<Delivery>;
  /** A post whose proof of origin does not hold. */
  forge(post: Post): Promise<Delivery>;
  /** The bot's messages on the screen, oldest first; without the triage channel's unless asked for. */
  screen(room?: Room): readonly ShownMessage[];
  close(): Promise<void>;
}

/** A question by a door whose answer only the one who asks sees: a command, a shortcut, a message action. */
export interface PrivateQuestion {
  readonly text: string;
  readonly where: 'dm' | 'channel';
  /** Another one than the person who posts. */
  readonly as?: string;
}

/** What the doors beside posts and presses take; `marksOn` only where bots can mark posts. */
export interface DoorDriver extends PlatformDriver {
  ask(question: PrivateQuestion): Promise<Delivery>;
  /** Whoever wrote the post takes it away. */
  deletePost(delivery: Delivery): Promise<Delivery>;
  /** What the form of this level would store: for the organization, or for the channel that posts are written to. */
  set(level: 'tenant' | 'channel', change: SettingsChange): Promise<void>;
  /** The bot's marks on somebody's post. */
  marksOn?(delivery: Delivery): readonly Mark[];
}
