/** Posts and presses in Teams, in the shapes and with the tokens of the Bot Framework. */

import type { Random } from '../faults/random';
import { ORGANIZATIONS, TEAMS } from './identities';
import type { Posted } from './journal';
import type { Asks, Post, Telling } from './post';
import type { TeamsWorld } from './teams-world';

const PATH = '/api/messages';
const CHANNELS = 20_000;
const PEOPLE = 2_000;
const MENTION = '<at>Hexfix</at>';

export interface TeamsPosts {
  /** In a channel, with a mention of the bot if it asks for an answer, or in a chat with it. */
  post(text: string, asks: Asks): Post;
  /** Every call is another activity of the same press. */
  press(on: Posted, followUp: unknown, person: string): Telling;
}

type Json = Readonly<Record<string, unknown>>;

export function createTeamsPosts(
  random: Random,
  origin: string,
  world: Pick<TeamsWorld, 'authorization'>,
  organizations = ORGANIZATIONS,
): TeamsPosts {
  const serviceUrl = `${origin}/amer/`;
  let posts = 0;
  let lastId = 1_769_000_000_000;

  function tell(activity: Json): Telling {
    return {
      path: PATH,
      body: JSON.stringify(activity),
      headers: () => ({
        'content-type': 'application/json; charset=utf-8',
        authorization: world.authorization(serviceUrl),
      }),
    };
  }

  function nextId(): string {
    lastId += 1;
    return String(lastId);
  }

  function around(conversation: string, person: string): Json {
    const isChat = conversation.startsWith('a:');
    const tenantId = tenantOf(conversation);
    const kind = isChat ? { conversationType: 'personal' } : { conversationType: 'channel', isGroup: true };
    return {
      ...{ timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl, recipient: TEAMS.bot },
      from: { id: person, name: 'Ana Lima', aadObjectId: '00000000-0000-4000-8000-000000000001' },
      conversation: { tenantId, ...kind, id: conversation },
      channelData: { tenant: { id: tenantId } },
    };
  }

  function post(text: string, asks: Asks): Post {
    posts += 1;
    const id = nextId();
    const isAsked = asks !== 'nothing';
    const isChat = isAsked && random(5) === 0;
    const isMention = isAsked && !isChat;
    const number = posts % CHANNELS;
    const tenant = `-t${number % organizations}-`;
    const place = isChat ? `a:chat${tenant}${posts}` : `19:room${tenant}${number}@thread.tacv2;messageid=${id}`;
    const locale = random(2) === 0 ? 'en-US' : 'zh-CN';
    const client = { type: 'clientInfo', locale, country: 'US', platform: 'Windows' };
    const mention = { type: 'mention', text: MENTION, mentioned: TEAMS.bot };
    const written = isMention ? `${MENTION} ${text}` : text;
    const activity = {
      ...{ type: 'message', id, ...around(place, `29:person-${random(PEOPLE)}`), text: written, textFormat: 'plain' },
      locale,
      attachments: [{ contentType: 'text/html', content: `<div><div>${escapeMarkup(written)}</div></div>` }],
      entities: isMention ? [mention, client] : [client],
    };
    const telling = tell(activity);
    // A message keeps its id when Teams sends it again.
    return { platform: 'teams', place, isAsked, tellings: [telling], tellAnew: () => telling };
  }

  return {
    post,
    press: ({ id, conversation }, followUp, person) =>
      tell({
        ...{ type: 'invoke', name: 'adaptiveCard/action', id: nextId(), ...around(conversation, person) },
        ...{ replyToId: id, locale: 'en-US' },
        value: {
          action: { type: 'Action.Execute', title: 'Next', verb: 'follow-up', data: followUp },
          trigger: 'manual',
        },
      }),
  };
}

/** Conversations of these proofs bear the number of their organization. */
function tenantOf(conversation: string): string {
  const number = /-t(\d+)-/.exec(conversation)?.[1] ?? '0';
  return `9f4a2c1e-0000-4000-8000-${number.padStart(12, '0')}`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
