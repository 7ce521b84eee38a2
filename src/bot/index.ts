/**
 * The bot: what comes in, whether to speak, what to say. It never calls a platform: adapters hand it values and send
 * what it returns.
 */

import { createHash } from 'node:crypto';
import type { ErrorCode } from './code/error-code';
import type { Locale } from './i18n/locale';
import { negotiateLocale } from './i18n/negotiate';
import { type Intake, takeIn } from './intake';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import { parseFollowUp } from './reply/follow-up';
import type { Reply } from './reply/reply';
import type { Resolver } from './resolver/resolve';
import type { Store } from './store/ports';

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
  /** Remembers what was sent, so that an edit of the post redraws it. */
  confirmSent(inbound: Inbound, sentId: string | undefined): Promise<void>;
  release(inbound: Inbound): Promise<void>;
  /** The view that a press leads to; it replaces the card. Anything but a payload of ours gets a fresh start. */
  onPress(press: Press): Promise<Reply>;
  /** What to say when the bot has been installed. `installer` is a display name, shown escaped. */
  onInstalled(where: { readonly platformLocale?: string; readonly installer?: string }): Reply;
}

/** What the bot is made of. */
export interface BotParts {
  readonly knowledge: KnowledgeBase;
  readonly resolver: Resolver;
  readonly store: Store;
  readonly defaultLocale: Locale;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createBot({ knowledge, resolver, store, defaultLocale, now }: BotParts): Bot {
  async function onMessage(inbound: Inbound): Promise<Answer | undefined> {
    const intake = readMessage(inbound);
    if (!intake.verdict.speak) return undefined;
    const post = postKey(inbound);
    if (!(await store.claimDelivery(post, now()))) return undefined;
    try {
      return { reply: await replyTo(intake, inbound) };
    } catch (error) {
      await store.releaseDelivery(post);
      throw error;
    }
  }

  async function onEdit(inbound: Inbound): Promise<Answer | undefined> {
    const intake = readMessage(inbound);
    if (!intake.verdict.speak || intake.mentions.length === 0) return undefined;
    const earlier = await store.findAnswer(postKey(inbound));
    if (earlier === undefined) return onMessage(inbound);
    if (isSameSet(codesOf(intake), earlier.codes)) return undefined;
    const reply = await replyTo(intake, inbound);
    return earlier.sentId === undefined ? { reply } : { reply, replaces: earlier.sentId };
  }

  function readMessage(inbound: Inbound): Intake {
    return takeIn(inbound.text, inbound.door !== 'message', knowledge);
  }

  async function replyTo(intake: Intake, inbound: Inbound): Promise<Reply> {
    const locale = negotiateLocale({
      chosen: await store.findLocale(personKey(inbound)),
      text: intake.text,
      platform: inbound.platformLocale,
      fallback: defaultLocale,
    });
    const { mentions, activation } = intake;
    return mentions.length === 0 ? resolver.help(locale) : resolver.answer({ mentions, locale, activation });
  }

  return {
    onMessage,
    onEdit,

    async confirmSent(inbound, sentId) {
      const answer = { codes: codesOf(readMessage(inbound)), ...(sentId === undefined ? {} : { sentId }) };
      await store.saveAnswer(postKey(inbound), answer, now());
    },

    async release(inbound) {
      const post = postKey(inbound);
      // A redraw that failed leaves the first answer standing, and the post answered.
      if ((await store.findAnswer(post)) === undefined) await store.releaseDelivery(post);
    },

    async onPress(press) {
      const followUp = parseFollowUp(press.payload);
      if (followUp === undefined) {
        const chosen = await store.findLocale(personKey(press));
        return resolver.freshStart(
          negotiateLocale({ chosen, platform: press.platformLocale, fallback: defaultLocale }),
        );
      }
      if (followUp.choice === 'locale') await store.saveLocale(personKey(press), followUp.locale, now());
      return resolver.follow(followUp);
    },

    onInstalled({ platformLocale, installer }) {
      return resolver.welcome(negotiateLocale({ platform: platformLocale, fallback: defaultLocale }), installer);
    },
  };
}

function codesOf({ mentions }: Intake): readonly ErrorCode[] {
  return mentions.map(({ code }) => code);
}

function isSameSet(codes: readonly ErrorCode[], others: readonly ErrorCode[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}

/** One key for every event that tells of one post. Hashed: the store need not know where people talk. */
function postKey({ platform, tenant, conversation, message }: Inbound): string {
  return hash([platform, tenant, conversation, message]);
}

function personKey({ platform, tenant, person }: Inbound | Press): string {
  return hash([platform, tenant, person]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
