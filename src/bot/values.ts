/** What goes in and out of the bot: the values that adapters make and send. */

import type { Decision } from '../cases/policy';
import type { Form } from '../reply/form';
import type { Reply } from '../reply/reply';

export type { Decision } from '../cases/policy';

/** Why the bot does not speak. */
export type SilenceReason = Extract<Decision, { speak: false }>['reason'];

export type Platform = 'teams' | 'slack' | 'playground' | 'terminal';

/**
 * How something reached us. All but `message` address the bot. `command`, `shortcut` and `extension` are answered to the
 * one person who used them, wherever that was.
 */
export type Door = 'message' | 'mention' | 'dm' | 'command' | 'shortcut' | 'extension' | 'button';

/** Who does something, and where. Ids are the platform's own, opaque to the bot. */
export interface Who {
  readonly platform: Platform;
  /** The organization: Teams tenant or Slack workspace. */
  readonly tenant: string;
  readonly conversation: string;
  /** The channel or group chat that has settings of its own; absent where one person talks to the bot. */
  readonly channel?: string;
  /** What the adapter needs to answer there later: opaque here, kept with the case. */
  readonly place: string;
  readonly person: string;
  /** The platform's language tag for the person, if it sends one. */
  readonly platformLocale?: string;
}

/** Why a platform gave no bytes of a file: too many of them, a right that the app lacks, a place where it hands out none. */
export type FileRefusal = 'too-large' | 'not-permitted' | 'not-handed-over' | 'not-loaded';

/** A file that came with a post. Its bytes stay where they are until somebody asks for them. */
export interface InboundFile {
  /** With its extension; absent where the platform does not tell. */
  readonly name?: string;
  /** Never rejects. */
  read(maxBytes: number): Promise<{ readonly bytes: Uint8Array } | { readonly refusal: FileRefusal }>;
}

/** A message on any platform. */
export interface Inbound extends Who {
  readonly door: Door;
  /** A bot wrote it, another one or ours: it is left alone at every door. */
  readonly isFromBot?: true;
  /** The post's id within its conversation; the same for every event that tells of this post. */
  readonly message: string;
  /** The thread that it stands in, where its conversation has several. */
  readonly thread?: string;
  /** The text as the platform sent it, markup included; a mention of the bot itself is taken out. */
  readonly text: string;
  /** All that came with it; which of them are read is the bot's choice. */
  readonly files?: readonly InboundFile[];
  /** The text of the post that opened the thread, asked for only where a mention says nothing itself. Never rejects. */
  readonly parent?: () => Promise<string | undefined>;
  /**
   * Finds `platformLocale` where events do not carry it: asked only for a post that is answered and does not tell its language.
   * Never rejects.
   */
  readonly findLocale?: () => Promise<string | undefined>;
  /** Its deletion was taken back: it counts as new, though it may have been answered before. */
  readonly isRestored?: true;
  /** Told whether the bot speaks, and why not, for doors that show it. */
  readonly onDecision?: (decision: Decision) => void;
}

/** A press on one of our buttons, from the verified request; only the payload comes from the client and is not trusted. */
export interface Press extends Who {
  /** Our message that bears the button, where the platform tells it. */
  readonly message?: string;
  readonly payload: unknown;
}

/** A form sent in; token and values come from the client and are not trusted. */
export interface Submission extends Who {
  readonly token: unknown;
  /** By field id. */
  readonly values: Readonly<Record<string, string>>;
}

/** What is said to a post. */
export interface Answer {
  readonly reply: Reply;
  /** The outbox sends it, now or after a crash. Without this it is for the adapter to show, as the answer to the request. */
  readonly queued?: true;
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

/** A page of a person's own, where a platform has one. */
export interface Home {
  readonly reply: Reply;
  /** The words around the field to search with. */
  readonly search: { readonly label: string; readonly hint: string };
}

/** An entry that fits a search. */
export interface SearchHit {
  readonly code: string;
  readonly title: string;
  /** A line below the title. */
  readonly text: string;
  /** The answer, without a case. */
  readonly reply: Reply;
}

/** What stands behind a link to one of our sources. */
export interface LinkPreview {
  readonly url: string;
  readonly reply: Reply;
}

/** A question that people can ask by a press. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** Somebody says whether an answer helped. */
export interface Feedback extends Who {
  /** Our message that it is about. */
  readonly message: string;
  readonly isHelpful: boolean;
}

export interface Bot {
  /**
   * The answer to a new post, or `undefined` when there is nothing to say or the post was answered before. Once this has
   * resolved, it is stored with all that follows from it, and the platform may forget the post; when it rejects, the same
   * post is welcome again.
   */
  onMessage(inbound: Inbound): Promise<Answer | undefined>;
  /**
   * Stays out of a message in a channel, at once and asking nobody, where its text alone tells that nothing follows from it.
   * False for what `onMessage` has to look at.
   */
  passesBy(inbound: Pick<Inbound, 'platform' | 'door' | 'text' | 'onDecision'>): boolean;
  /**
   * The answer to an edited post that has none yet. Where its codes have changed to others, the outbox brings the answer that
   * it has up to date.
   */
  onEdit(inbound: Inbound): Promise<Answer | undefined>;
  /** What a press leads to. Anything but a payload of ours gets a fresh start. */
  onPress(press: Press): Promise<PressAnswer>;
  /** What a form leads to that was opened by a press. */
  onSubmit(submission: Submission): Promise<SubmitAnswer>;
  /** A post was deleted: the answers to it that others see are taken away. */
  onDelete(post: Pick<Inbound, 'platform' | 'tenant' | 'conversation' | 'message'>): Promise<void>;
  /** What to say when the bot has been installed. `installer` is a display name, shown escaped. */
  onInstalled(where: Who & { readonly installer?: string }): Promise<Reply>;
  /**
   * The organization has removed the bot, at `atMs` as far as the platform tells, else now: everything of it goes, unless
   * it has installed the bot again since.
   */
  onUninstalled(where: Pick<Who, 'platform' | 'tenant'>, atMs?: number): Promise<void>;
  /** The card of a case as this person sees it, in their language; `undefined` where it is not theirs to see. */
  onRefresh(press: Press): Promise<Reply | undefined>;
  /** Counts it, once a person and answer, and thanks. */
  onFeedback(feedback: Feedback): Promise<Reply>;
  onHome(who: Who): Promise<Home>;
  /** A form to describe an error in; what is sent in is answered in the person's own chat with the bot. */
  askForm(who: Who, text?: string): Promise<Form>;
  /** The best entries for a code or words, at most ten. Opens no case. */
  search(who: Who, query: string): Promise<readonly SearchHit[]>;
  /** Previews of those links that are sources of ours, unless they were shown there a short while ago. */
  onLinks(who: Who, urls: readonly string[]): Promise<readonly LinkPreview[]>;
  /** At most four. */
  prompts(who: Who): Promise<readonly Prompt[]>;
}
