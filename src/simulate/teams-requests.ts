/**
 * What Teams sends at each of its doors.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */

import { TEAMS } from './made-up';
import type { RecordedRequest, Recording } from './recording';

type Json = Readonly<Record<string, unknown>>;
type Sent = Pick<Recording, 'before' | 'request'>;

const POST_ID = '1760000000000';
const THREAD = `${TEAMS.channel};messageid=${POST_ID}`;
const AT = `<at>${TEAMS.bot.name}</at>`;

/** The doors of Teams, and what comes through each when somebody with a client in `locale` writes `text` there. */
export const TEAMS_DOORS: Readonly<Record<string, (text: string, locale: string) => Sent>> = {
  message: (text, locale) => ({ request: inChannel(locale, post(text)) }),
  mention: (text, locale) => ({ request: inChannel(locale, mention(text)) }),
  dm: (text, locale) => ({ request: inChat(locale, post(text)) }),
  extension: (text, locale) => ({ request: inChat(locale, invoke('composeExtension/query', query(text))) }),
  shortcut: (text, locale) => ({
    request: inChannel(locale, invoke('composeExtension/fetchTask', messageAction(text))),
  }),
  link: (url, locale) => ({ request: inChat(locale, invoke('composeExtension/queryLink', { url })) }),
  edit: (text, locale) => ({
    before: [inChannel(locale, mention('0x8007232B'))],
    request: inChannel(locale, { ...mention(text), type: 'messageUpdate' }, { eventType: 'editMessage' }),
  }),
  delete: (text, locale) => ({
    before: [inChannel(locale, mention(text))],
    request: inChannel(locale, { type: 'messageDelete', id: POST_ID }, { eventType: 'softDeleteMessage' }),
  }),
};

function activity(locale: string, parts: Json): RecordedRequest {
  const [language = '', country = ''] = locale.split('-');
  const clientInfo = { type: 'clientInfo', locale, country: country || language, platform: 'Windows' };
  const { entities = [], ...others } = parts;
  return {
    body: {
      ...{ type: 'message', id: POST_ID, timestamp: '2025-10-09T08:53:20.000Z', channelId: 'msteams', locale },
      ...{ serviceUrl: TEAMS.serviceUrl, from: TEAMS.person, recipient: TEAMS.bot },
      ...{ entities: [...(Array.isArray(entities) ? entities : []), clientInfo], ...others },
    },
  };
}

function inChat(locale: string, parts: Json): RecordedRequest {
  const conversation = { conversationType: 'personal', tenantId: TEAMS.tenant, id: TEAMS.chat };
  return activity(locale, { conversation, channelData: { tenant: { id: TEAMS.tenant } }, ...parts });
}

function inChannel(locale: string, parts: Json, about: Json = {}): RecordedRequest {
  const conversation = { isGroup: true, conversationType: 'channel', tenantId: TEAMS.tenant, id: THREAD };
  const place = {
    teamsChannelId: TEAMS.channel,
    teamsTeamId: TEAMS.team,
    channel: { id: TEAMS.channel },
    team: { id: TEAMS.team },
  };
  return activity(locale, {
    conversation,
    channelData: { ...place, tenant: { id: TEAMS.tenant }, ...about },
    ...parts,
  });
}

/** The formatted copy goes along with every post. */
function post(text: string): Json {
  const content = `<div><div>${escapeMarkup(text)}</div></div>`;
  return { text, textFormat: 'plain', attachments: [{ contentType: 'text/html', content }] };
}

function mention(text: string): Json {
  return { ...post(`${AT} ${text}`), entities: [{ type: 'mention', mentioned: TEAMS.bot, text: AT }] };
}

function invoke(name: string, value: Json): Json {
  return { type: 'invoke', name, value };
}

function query(text: string): Json {
  const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: text }];
  return { commandId: 'search', parameters, queryOptions: { skip: 0, count: 25 }, context: { theme: 'default' } };
}

function messageAction(text: string): Json {
  const { id, name: displayName } = TEAMS.person;
  const from = {
    device: null,
    conversation: null,
    user: { userIdentityType: 'aadUser', id, displayName },
    application: null,
  };
  const body = { contentType: 'html', content: `<div><div>${escapeMarkup(text)}</div></div>` };
  const messagePayload = {
    ...{
      id: POST_ID,
      replyToId: null,
      createdDateTime: '2025-10-09T08:53:20Z',
      lastModifiedDateTime: null,
      deleted: false,
    },
    ...{
      messageType: 'message',
      importance: 'normal',
      locale: 'en-us',
      from,
      body,
      attachments: [],
      mentions: [],
      reactions: [],
    },
  };
  return { commandId: 'explain', commandContext: 'message', messagePayload, context: { theme: 'default' } };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
