/** Posts and presses in Slack, in the shapes and with the signatures of its Events API. */

import { createHmac } from 'node:crypto';
import type { Random } from '../faults/random';
import { ORGANIZATIONS, SLACK } from './identities';
import type { Posted } from './journal';
import type { Asks, Post, Telling } from './post';
import { slackPlace } from './slack-world';

const PATH = '/slack/events';
/** So many channels that none of them sees more than a handful of posts in a run of minutes. */
const CHANNELS = 40_000;
const PEOPLE = 2_000;

export interface SlackPosts {
  /** In a channel; what asks for an answer also in a direct message, and what bears no code with a mention of the bot. */
  post(text: string, asks: Asks): Post;
  /** Somebody presses a button of a message; `aside` is what Slack hands out for an answer to them alone. */
  press(on: Posted, value: unknown, person: string, aside: string): Telling;
}

type Json = Readonly<Record<string, unknown>>;

export function createSlackPosts(random: Random, origin: string, organizations = ORGANIZATIONS): SlackPosts {
  let posts = 0;
  let events = 0;

  function envelope(event: Json, team: string): string {
    events += 1;
    const authorization = { enterprise_id: null, team_id: team, user_id: SLACK.botUser, is_bot: true };
    return JSON.stringify({
      ...{ token: 'unused', team_id: team, api_app_id: SLACK.app, event, type: 'event_callback' },
      ...{ event_id: `Ev${events.toString(36)}`, event_time: 1_770_000_000, is_ext_shared_channel: false },
      authorizations: [{ ...authorization, is_enterprise_install: false }],
    });
  }

  function post(text: string, asks: Asks): Post {
    posts += 1;
    const ts = `1769000000.${String(posts).padStart(7, '0')}`;
    const inDirect = asks !== 'nothing' && random(10) === 0;
    const isMention = asks === 'in words' ? !inDirect : asks === 'by code' && !inDirect && random(4) === 0;
    const channel = `${inDirect ? 'D' : 'C'}${String(posts % CHANNELS).padStart(9, '0')}`;
    const team = teamOf(channel, organizations);
    const written = (isMention ? `<@${SLACK.botUser}> ` : '') + escapeMarkup(text);
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
    const told = {
      ...{ user: personOf(random(PEOPLE)), text: written, ts, team, channel, event_ts: ts },
      blocks: [{ type: 'rich_text', block_id: 'b1', elements }],
    };
    const message = { type: 'message', channel_type: inDirect ? 'im' : 'channel', ...told };
    const mention = { type: 'app_mention', ...told };
    const tell = (event: Json) => signed(envelope(event, team), 'application/json');
    return {
      ...{ platform: 'slack', place: slackPlace(channel, ts), isAsked: asks !== 'nothing' },
      tellings: isMention ? [tell(message), tell(mention)] : [tell(message)],
      tellAnew: () => tell(isMention && random(2) === 0 ? mention : message),
    };
  }

  function press({ id, conversation, place }: Posted, value: unknown, person: string, aside: string): Telling {
    const thread = place.split(' ')[1];
    const team = { id: teamOf(conversation, organizations), domain: 'fleet' };
    const payload = {
      ...{ type: 'block_actions', api_app_id: SLACK.app, token: 'unused', trigger_id: `1.2.${aside}` },
      user: { id: person, username: 'ana', name: 'ana', team_id: team.id },
      container: { type: 'message', message_ts: id, channel_id: conversation, is_ephemeral: false, thread_ts: thread },
      ...{ team, enterprise: null, is_enterprise_install: false, channel: { id: conversation, name: 'it-help' } },
      response_url: `${origin}/api/response/${aside}`,
      actions: [{ action_id: 'go:next', block_id: 'b1', type: 'button', value, action_ts: '1770000001.000000' }],
    };
    return signed(
      new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      'application/x-www-form-urlencoded',
    );
  }

  return { post, press };
}

/** A channel belongs to one workspace. */
function teamOf(channel: string, organizations: number): string {
  return `T0FLEET${String(Number(channel.slice(1)) % organizations).padStart(3, '0')}`;
}

/** Ids of two lengths: in the fake, half of the people read Chinese. */
export function personOf(number: number): string {
  return `U${number % 2 === 0 ? '0' : '00'}${String(number).padStart(6, '0')}`;
}

function signed(body: string, contentType: string): Telling {
  return {
    path: PATH,
    body,
    headers() {
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const digest = createHmac('sha256', SLACK.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
      return {
        ...{ 'content-type': contentType, 'x-slack-request-timestamp': timestamp },
        'x-slack-signature': `v0=${digest}`,
      };
    },
  };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
