/**
 * Slack's Web API, as far as the bot needs it to answer posts and presses: fast, with Slack's tokens and limits, and with
 * a journal of everything that it takes.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */

import { SLACK } from './identities';
import { createJournal, type Journal } from './journal';
import { createRateRule } from './rate-rule';

export interface WorldAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface SlackWorld {
  readonly journal: Journal;
  /** Whether buttons are kept, for somebody to press. */
  keepsButtons: boolean;
  /** Words to one person alone, by the id that the press has handed out. */
  readonly asides: Map<string, number>;
  /** A call of a method, or of a `response_url` by its id. */
  answer(method: string, authorization: string | undefined, body: string): WorldAnswer;
}

type Args = Readonly<Record<string, string>>;

/** One message a second in each channel; short bursts are let through. */
const CHANNEL_RULE = { everyMs: 1_000, burst: 4 };

export function createSlackWorld(nowMs: () => number): SlackWorld {
  const journal = createJournal();
  const asides = new Map<string, number>();
  const channels = createRateRule(CHANNEL_RULE);
  const reactions = new Set<string>();
  let lastTs = 0;

  function nextTs(): string {
    lastTs += 1;
    return `1770000000.${String(lastTs).padStart(6, '0')}`;
  }

  function post({ channel = '', thread_ts, blocks, metadata }: Args): WorldAnswer {
    const waitMs = channels.check(channel, nowMs());
    if (waitMs > 0) return limited(waitMs);
    const ts = nextTs();
    journal.add({
      ...{ id: ts, place: slackPlace(channel, thread_ts), conversation: channel, atMs: performance.now() },
      ...{ key: keyOf(metadata), buttons: world.keepsButtons ? buttonsOf(blocks) : [], redraws: 0 },
    });
    return done({ channel, ts });
  }

  function limited(waitMs: number): WorldAnswer {
    journal.refuse('slack ratelimited');
    const headers = { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
    return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
  }

  function update({ channel, ts = '', blocks }: Args): WorldAnswer {
    const known = journal.byId(ts);
    if (known === undefined || known.conversation !== channel) return no('message_not_found');
    known.redraws += 1;
    if (world.keepsButtons) known.buttons = buttonsOf(blocks);
    return done({ channel, ts });
  }

  function replies({ channel = '', ts }: Args): WorldAnswer {
    const messages = journal.at(slackPlace(channel, ts)).map(({ id, key }) => ({
      ...{ type: 'message', ts: id, thread_ts: ts, bot_id: SLACK.bot, user: SLACK.botUser },
      ...(key === undefined ? {} : { metadata: { event_type: 'hexfix', event_payload: { key } } }),
    }));
    return done({ messages, has_more: false });
  }

  function react({ channel, timestamp, name }: Args, isOn: boolean): WorldAnswer {
    const mark = `${channel} ${timestamp} ${name}`;
    // Taking off what is not there is how a bot makes sure: no fault of its own.
    if (reactions.has(mark) === isOn) {
      return { status: 200, body: { ok: false, error: isOn ? 'already_reacted' : 'no_reaction' } };
    }
    if (isOn) reactions.add(mark);
    else reactions.delete(mark);
    return done({});
  }

  const methods: Readonly<Record<string, (args: Args) => WorldAnswer>> = {
    'auth.test': () => done({ team_id: SLACK.team, user_id: SLACK.botUser, bot_id: SLACK.bot }),
    'users.info': ({ user = '' }) => done({ user: { id: user, real_name: 'Ana Lima', locale: localeOf(user) } }),
    'chat.postMessage': post,
    'chat.update': update,
    'chat.getPermalink': () => done({ permalink: 'https://example.slack.com/archives/C0/p0' }),
    'conversations.replies': replies,
    'reactions.add': (args) => react(args, true),
    'reactions.remove': (args) => react(args, false),
  };

  function no(error: string): WorldAnswer {
    journal.refuse(`slack ${error}`);
    return { status: 200, body: { ok: false, error } };
  }

  const world: SlackWorld = {
    journal,
    keepsButtons: false,
    asides,
    answer(method, authorization, body) {
      if (method.startsWith('response/')) {
        asides.set(method.slice('response/'.length), (asides.get(method.slice('response/'.length)) ?? 0) + 1);
        return { status: 200, body: { ok: true } };
      }
      if (authorization !== `Bearer ${SLACK.botToken}`) return no('invalid_auth');
      const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
      return run === undefined ? no(`unknown_method ${method}`) : run(Object.fromEntries(new URLSearchParams(body)));
    },
  };
  return world;
}

/** The place of an answer: the thread of the post. */
export function slackPlace(channel: string, thread: string | undefined): string {
  return `${channel} ${thread ?? ''}`;
}

function done(body: object): WorldAnswer {
  return { status: 200, headers: { 'x-oauth-scopes': SCOPES }, body: { ok: true, ...body } };
}

const SCOPES = [
  ...['app_mentions:read', 'channels:history', 'groups:history', 'im:history', 'mpim:history', 'chat:write'],
  ...['users:read', 'reactions:write', 'channels:read', 'groups:read', 'commands'],
].join(',');

/** Every other person reads Chinese. */
function localeOf(user: string): string {
  return user.length % 2 === 0 ? 'en-US' : 'zh-CN';
}

function keyOf(metadata: string | undefined): string | undefined {
  return metadata === undefined ? undefined : JSON.parse(metadata).event_payload?.key;
}

function buttonsOf(blocks: string | undefined): readonly unknown[] {
  const all: { type: string; elements?: { value?: string }[] }[] = JSON.parse(blocks ?? '[]');
  return all.flatMap(({ type, elements = [] }) =>
    type === 'actions' ? elements.flatMap(({ value }) => (value === undefined ? [] : [value])) : [],
  );
}
