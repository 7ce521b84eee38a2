/** Sending when no request is at hand: what the outbox asks of Teams. */

import { type Messenger, type Posted, SendFailure, type Sending } from '../../outbox/messenger';
import type { Reply } from '../../reply/reply';
import type { IsAgent } from './agents';
import { type Connect, type Connector, ConnectorError, type Sent } from './connector';
import { within } from './deadline';
import { linkToMessage } from './link';
import { type OutgoingMessage, toMessage } from './message';
import { pacesOf } from './paces';
import type { People } from './people';
import { conversationAround, isShared, type Place, readPlace, writePlace } from './place';
import type { Roles } from './roles';
import { postFailure, repeatableFailure } from './send-failure';
import type { Triage } from './triage';
import type { Viewers } from './viewers';

/** Longer than this nobody waits for a token; the next try finds it. */
const TOKEN_PATIENCE_MS = 3_000;

/** Teams gives us a chat only with people who have the app, or whose organization has installed it for them. */
const NO_APP = 'app-not-installed';

type Conversations = Connector['conversations'];

/** Makes the messenger. `hasToken` asks for the token of a send and tells whether there is one. */
export function createMessenger(parts: {
  readonly connect: Connect;
  readonly hasToken: () => Promise<boolean>;
  readonly people: People;
  readonly triage: Triage;
  readonly isAgent: IsAgent;
  readonly roles: Roles;
  readonly viewers: Viewers;
  readonly listening: boolean;
}): Messenger {
  const { connect, hasToken, people, triage, isAgent, roles, viewers, listening } = parts;

  /** Where to send and with what. What is in the store may have been changed there, so it is checked like any input. */
  async function open(text: string): Promise<{ place: Place; conversations: Conversations }> {
    const place = readPlace(text);
    if (place === undefined) throw new SendFailure('refused', 'no-such-place');
    const { conversations } = allowed(place);
    if (!(await within(TOKEN_PATIENCE_MS, hasToken(), false))) throw new SendFailure('not-sent', 'no-token');
    return { place, conversations };
  }

  function allowed({ serviceUrl }: Place): Connector {
    try {
      return connect(serviceUrl);
    } catch {
      throw new SendFailure('refused', 'service-url-not-allowed');
    }
  }

  async function draw(reply: Reply, place: Place, asker?: string): Promise<OutgoingMessage> {
    return toMessage(await people.name(reply, place), viewers.at(place, reply, asker));
  }

  async function post(place: Place, conversations: Conversations, reply: Reply, sending: Sending): Promise<Posted> {
    const { bot, conversation, replyTo } = place;
    const drawn = await draw(reply, place, sending.asker);
    const activity = { ...drawn, from: { id: bot }, conversation: { id: conversation } };
    await sending.leave();
    const sent = await (replyTo === undefined
      ? conversations.sendToConversation(conversation, activity)
      : conversations.replyToActivity(conversation, replyTo, { ...activity, replyToId: replyTo })
    ).catch((error) => {
      throw postFailure(error);
    });
    return toPosted(place, sent);
  }

  /** The chat with one person; the service gives the same one every time, so that asking twice does no harm. */
  async function chatWith(person: string, near: Place, conversations: Conversations): Promise<Place> {
    const { serviceUrl, bot, tenant } = near;
    const members = [{ id: person }];
    const parameters = {
      bot: { id: bot },
      members,
      isGroup: false,
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    };
    const { id: conversation } = await conversations.createConversation(parameters).catch((error) => {
      if (error instanceof ConnectorError && error.status === 403) throw new SendFailure('refused', NO_APP);
      throw repeatableFailure(error);
    });
    if (conversation === undefined) throw new SendFailure('not-sent', 'no-chat');
    return { serviceUrl, conversation, bot, tenant };
  }

  return {
    async post(text, reply, sending) {
      const { place, conversations } = await open(text);
      return post(place, conversations, reply, sending);
    },

    async postPrivately(text, person, reply, sending) {
      const { place, conversations } = await open(text);
      return post(await chatWith(person, place, conversations), conversations, reply, sending);
    },

    async redraw(text, message, reply) {
      const { place, conversations } = await open(text);
      const { conversation, bot } = place;
      const activity = {
        ...(await draw(reply, place)),
        id: message,
        from: { id: bot },
        conversation: { id: conversation },
      };
      await conversations.updateActivity(conversation, message, activity).catch((error) => {
        throw repeatableFailure(error);
      });
    },

    async remove(text, message) {
      const { place, conversations } = await open(text);
      await conversations.deleteActivity(place.conversation, message).catch((error) => {
        if (error instanceof ConnectorError && error.status === 404) return;
        throw repeatableFailure(error);
      });
    },

    pacesOf,

    // Reading messages takes a permission of Microsoft Graph that we do not ask for.
    findPosted: async () => 'cannot-tell',

    triagePlace(text, route) {
      const near = readPlace(text);
      const desk = near && triage.placeFor(near, route?.teams);
      return desk && writePlace(desk);
    },

    digest: () => triage.own && { place: writePlace(triage.own), tenant: triage.own.tenant },

    async isAgent(text, person, route) {
      const near = readPlace(text);
      return near === undefined || isAgent(near, person, route?.teams);
    },

    async roleOf(text, person) {
      const near = readPlace(text);
      return near === undefined ? 'guest' : roles.roleOf(near, person);
    },

    canListen(text) {
      const near = readPlace(text);
      return listening && near !== undefined && isShared(near);
    },

    async linkTo(text, message) {
      const place = readPlace(text);
      return place && linkToMessage(place, message);
    },
  };
}

/** Where the message stands, as a press on it will tell. */
function toPosted({ replyTo: _below, ...place }: Place, { id }: Sent): Posted {
  // It is posted, but nobody can say which one it is: nothing to redraw, nothing to send again.
  if (id === undefined) throw new SendFailure('unknown', 'no-message-id');
  const conversation = conversationAround(place.conversation, id);
  return { conversation, place: writePlace({ ...place, conversation }), message: id };
}
