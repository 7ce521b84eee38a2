/** What the outbox sends to the page: the board takes it as a platform's server would. */

import { type Messenger, type Posted, SendFailure } from '../../outbox/messenger';
import type { Reply } from '../../reply/reply';
import type { Board } from './board';
import type { Boards } from './boards';
import { personaOf } from './personas';
import { conversationId, formatPlace, LOCAL_TENANT, type Place, parsePlace } from './place';
import { toView } from './views';

/** The page as a platform to send to. */
export function createMessenger(boards: Boards): Messenger {
  function send(place: Place, reply: Reply, key: string): Posted {
    const { conversation, thread } = place;
    const board = boards.open(place.session);
    if (thread !== undefined && board.find(thread) === undefined) throw new SendFailure('refused', 'thread_gone');
    const under = thread === undefined ? {} : { under: thread };
    const { id } = board.add(conversation, { author: 'hexfix', view: toView(reply), ...under }, key);
    return posted(place, id);
  }

  return {
    async post(place, reply, { key, leave }) {
      const at = placeOrRefuse(place);
      await leave();
      return send(at, reply, key);
    },

    async postPrivately(near, person, reply, { key, leave }) {
      const persona = personaOf(person);
      if (persona === undefined) throw new SendFailure('refused', 'no_such_person');
      const { session } = placeOrRefuse(near);
      await leave();
      return send({ session, conversation: `chat-${persona}` }, reply, key);
    },

    async redraw(place, message, reply) {
      const { session } = placeOrRefuse(place);
      const isDrawn = boards.find(session)?.change(message, { view: toView(reply) }) ?? false;
      if (!isDrawn) throw new SendFailure('refused', 'message_gone');
    },

    async findPosted(place, key) {
      const where = parsePlace(place);
      if (where === undefined) return 'absent';
      return findPosted(boards.find(where.session), where, key);
    },

    triagePlace: triageNear,

    digest() {
      const session = boards.latest();
      if (session === undefined) return undefined;
      return { place: formatPlace({ session, conversation: 'triage' }), tenant: LOCAL_TENANT };
    },

    async remove(place, message) {
      const { session } = placeOrRefuse(place);
      boards.find(session)?.remove(message);
    },

    async mark(place, message, mark) {
      const { session } = placeOrRefuse(place);
      boards.find(session)?.change(message, { mark });
    },

    isAgent: async (_near, person) => personaOf(person) === 'agent',

    // Whoever has the page open has it for themselves.
    roleOf: async () => 'admin',

    canListen: () => true,

    // The page has no https address, and shows everything side by side anyway.
    linkTo: async () => undefined,
  };
}

function findPosted(board: Board | undefined, { session }: Place, key: string): Posted | 'absent' {
  const found = board?.findByKey(key);
  if (found === undefined) return 'absent';
  const { conversation, message } = found;
  const thread = message.under === undefined ? {} : { thread: message.under };
  return posted({ session, conversation, ...thread }, message.id);
}

function triageNear(near: string): string | undefined {
  const place = parsePlace(near);
  return place && formatPlace({ session: place.session, conversation: 'triage' });
}

function posted(place: Place, message: string): Posted {
  return { conversation: conversationId(place), place: formatPlace(place), message };
}

function placeOrRefuse(text: string): Place {
  const place = parsePlace(text);
  if (place === undefined) throw new SendFailure('refused', 'no_such_place');
  return place;
}
