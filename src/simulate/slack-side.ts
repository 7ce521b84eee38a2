/**
 * Slack around a simulated request: its signature, and its Web API.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */

import { createHmac, randomBytes } from 'node:crypto';
import { SLACK } from './made-up';
import type { Call, PlayedAnswer } from './recorder';
import { ok, type Side } from './side';

/** Methods that change nothing that anybody sees. */
const LOOK_UPS = /^(?:auth\.|bots\.|conversations\.|files\.|team\.|users\.|chat\.getPermalink$)/;

export interface SlackSide extends Side {
  readonly signingSecret: string;
  readonly botToken: string;
}

/** `scopes` are those of the simulated app; `locale` is the language of everybody's client. */
export function createSlackSide(options: {
  readonly scopes: readonly string[];
  readonly locale: string;
  readonly nowMs: () => number;
}): SlackSide {
  const { scopes, locale, nowMs } = options;
  // Made for this run: nothing that is printed by mistake opens anything.
  const signingSecret = randomBytes(16).toString('hex');
  const botToken = `xoxb-${randomBytes(16).toString('hex')}`;
  const headers = { 'x-oauth-scopes': scopes.join(',') };
  let posted = 0;

  function nextTs(): string {
    posted += 1;
    return `1760000100.${String(posted).padStart(6, '0')}`;
  }

  const methods: Readonly<Record<string, (fields: Readonly<Record<string, unknown>>) => object>> = {
    'auth.test': () => ({ team_id: SLACK.team, user_id: SLACK.botUser, bot_id: SLACK.bot, url: SLACK.url }),
    'users.info': ({ user }) => ({ user: { id: user, real_name: SLACK.personName, locale, is_admin: true } }),
    'conversations.members': () => ({ members: [SLACK.person], response_metadata: { next_cursor: '' } }),
    'conversations.history': () => ({ messages: [], has_more: false }),
    'conversations.replies': () => ({ messages: [], has_more: false }),
    'chat.postMessage': ({ channel }) => ({ channel, ts: nextTs() }),
    'chat.update': ({ channel, ts }) => ({ channel, ts }),
    'chat.postEphemeral': () => ({ message_ts: nextTs() }),
    'chat.getPermalink': ({ channel, message_ts }) => ({ permalink: `${SLACK.url}archives/${channel}/p${message_ts}` }),
    'views.open': () => ({ view: { id: SLACK.view, hash: '1760000100.simulated' } }),
    'views.push': () => ({ view: { id: SLACK.view, hash: '1760000100.simulated' } }),
    'views.update': () => ({ view: { id: SLACK.view, hash: '1760000101.simulated' } }),
    'views.publish': () => ({ view: { id: SLACK.view, hash: '1760000100.simulated' } }),
  };

  function answer(call: Call): PlayedAnswer {
    const method = methodOf(call);
    // A response_url answers with a word, not with JSON.
    if (method === undefined) return ok('ok');
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
    return ok({ ok: true, ...run?.(fieldsOf(call)) }, headers);
  }

  return {
    path: '/slack/events',
    signingSecret,
    botToken,
    async sign(body) {
      const timestamp = String(Math.floor(nowMs() / 1000));
      const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
      return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
    },
    answer,
    isLookUp: (call) => call.method === 'GET' || LOOK_UPS.test(methodOf(call) ?? ''),
  };
}

function methodOf({ url }: Call): string | undefined {
  return /^https:\/\/slack\.com\/api\/([\w.]+)/.exec(url)?.[1];
}

function fieldsOf({ body }: Call): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
