/**
 * What Slack sends at each of its doors.
 * @see https://docs.slack.dev/apis/events-api/ and https://docs.slack.dev/interactivity/
 */

import { SLACK } from './made-up';
import type { RecordedRequest, Recording } from './recording';

type Json = Readonly<Record<string, unknown>>;
type Sent = Pick<Recording, 'before' | 'request'>;

const TS = '1760000000.000100';
const EDIT_TS = '1760000060.000100';
const RESPONSE_URL = `https://hooks.slack.com/commands/${SLACK.team}/1/simulated`;
const ALIKE = { team_id: SLACK.team, api_app_id: SLACK.app };

/** The doors of Slack, and what comes through each when somebody writes `text` there. */
export const SLACK_DOORS: Readonly<Record<string, (text: string) => Sent>> = {
  message: (text) => ({ request: event(message(text, 'channel')) }),
  mention: (text) => ({ request: event(mention(text)) }),
  dm: (text) => ({ request: event(message(text, 'im')) }),
  command: (text) => ({ request: { form: command(text) } }),
  shortcut: (text) => ({ request: interaction(messageAction(text)) }),
  ask: () => ({ request: interaction(shortcut()) }),
  home: () => ({
    request: event({ type: 'app_home_opened', user: SLACK.person, channel: SLACK.dm, tab: 'home', event_ts: TS }),
  }),
  assistant: () => ({ request: event(assistantThread()) }),
  link: (text) => ({ request: event(sharedLink(text)) }),
  edit: (text) => ({ before: [event(message('0x8007232B', 'channel'))], request: event(changed(text)) }),
  delete: (text) => ({ before: [event(message(text, 'channel'))], request: event(deleted(text)) }),
};

function event(told: Json): RecordedRequest {
  const envelope = {
    token: 'simulated',
    ...ALIKE,
    type: 'event_callback',
    event_id: 'Ev0000000001',
    event_time: 1_760_000_000,
  };
  const authorizations = [
    { enterprise_id: null, team_id: SLACK.team, user_id: SLACK.botUser, is_bot: true, is_enterprise_install: false },
  ];
  return { body: { ...envelope, event: told, authorizations, is_ext_shared_channel: false } };
}

function interaction(payload: Json): RecordedRequest {
  return { form: { payload: { token: 'simulated', api_app_id: SLACK.app, enterprise: null, ...payload } } };
}

/** Slack escapes what people type. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function post(text: string): Json {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  const blocks = [{ type: 'rich_text', block_id: 'b1', elements }];
  return { type: 'message', user: SLACK.person, text: escapeMarkup(text), ts: TS, team: SLACK.team, blocks };
}

function message(text: string, channelType: 'channel' | 'im'): Json {
  return {
    ...post(text),
    channel: channelType === 'im' ? SLACK.dm : SLACK.channel,
    channel_type: channelType,
    event_ts: TS,
  };
}

function mention(text: string): Json {
  const whole = `<@${SLACK.botUser}> ${escapeMarkup(text)}`;
  return { ...post(text), type: 'app_mention', text: whole, channel: SLACK.channel, event_ts: TS };
}

function changed(text: string): Json {
  const edited = { user: SLACK.person, ts: EDIT_TS };
  return {
    ...{ type: 'message', subtype: 'message_changed', channel: SLACK.channel, channel_type: 'channel' },
    ...{ message: { ...post(text), edited }, previous_message: post('0x8007232B') },
    ...{ hidden: true, ts: EDIT_TS, event_ts: EDIT_TS },
  };
}

function deleted(text: string): Json {
  return {
    ...{ type: 'message', subtype: 'message_deleted', channel: SLACK.channel, channel_type: 'channel' },
    ...{ previous_message: post(text), deleted_ts: TS, hidden: true, ts: EDIT_TS, event_ts: EDIT_TS },
  };
}

function command(text: string): Json {
  return {
    ...{ token: 'simulated', ...ALIKE, team_domain: 'example', channel_id: SLACK.channel, channel_name: 'it-help' },
    ...{ user_id: SLACK.person, user_name: 'ana', command: '/hexfix', text, is_enterprise_install: 'false' },
    ...{ response_url: RESPONSE_URL, trigger_id: '1.2.simulated' },
  };
}

function person(): Json {
  const user = { id: SLACK.person, username: 'ana', name: 'ana', team_id: SLACK.team };
  return {
    team: { id: SLACK.team, domain: 'example' },
    user,
    is_enterprise_install: false,
    trigger_id: '1.2.simulated',
  };
}

function messageAction(text: string): Json {
  return {
    ...{ type: 'message_action', callback_id: 'explain_error', action_ts: EDIT_TS, ...person() },
    ...{
      channel: { id: SLACK.channel, name: 'it-help' },
      message_ts: TS,
      message: post(text),
      response_url: RESPONSE_URL,
    },
  };
}

function shortcut(): Json {
  return { type: 'shortcut', callback_id: 'ask_hexfix', action_ts: EDIT_TS, ...person() };
}

function assistantThread(): Json {
  const context = { channel_id: SLACK.channel, team_id: SLACK.team, enterprise_id: null };
  const thread = { user_id: SLACK.person, context, channel_id: SLACK.dm, thread_ts: TS };
  return { type: 'assistant_thread_started', assistant_thread: thread, event_ts: TS };
}

function sharedLink(url: string): Json {
  const links = [{ url, domain: URL.parse(url)?.hostname ?? '' }];
  return {
    ...{ type: 'link_shared', channel: SLACK.channel, user: SLACK.person, is_bot_user_member: true, event_ts: TS },
    ...{ message_ts: TS, source: 'conversations_history', unfurl_id: `${SLACK.channel}.simulated`, links },
  };
}
