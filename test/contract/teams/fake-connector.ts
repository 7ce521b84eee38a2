/**
 * The connector service of Teams: conversations, their members, and the bot's messages in them. It refuses what the real
 * one refuses.
 */

import { BOT, chatOf, findAccount, membersOf, TENANT } from './people';
import { type Activity, isRecord, MAX_MESSAGE_BYTES, messageFault } from './rules';

/** A message of the bot as the connector holds it. */
export interface StoredMessage {
  readonly id: string;
  readonly conversation: string;
  readonly activity: Activity;
  /** It was sent to one person who had not written to the bot there. */
  readonly isPrivate: boolean;
  /** What it was before, the oldest first. */
  readonly earlier: readonly Activity[];
}

/**
 * An answer other than yes: a status, also of a gateway that does not know that the message has been taken, or no answer:
 * the connection `cut` once the message has been taken, `lost` before, or kept open.
 */
export type Failure =
  | number
  | { readonly status: number; readonly retryAfter?: string; readonly isTaken?: true }
  | 'cut'
  | 'lost'
  | 'hang';

export interface Call {
  readonly method: string;
  /** Behind `/v3/conversations`, decoded. */
  readonly path: readonly string[];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection ends, or stays open, instead of the answer. */
  readonly cut?: true;
  readonly hang?: true;
}

export interface FakeConnector {
  readonly messages: Map<string, StoredMessage>;
  /** Conversations that the bot is in. */
  readonly conversations: Set<string>;
  /** People, by id, who do not have the app. */
  readonly withoutApp: Set<string>;
  /** What the list of members tells of some people, by id, in the place of what it tells of everybody. */
  readonly entries: Map<string, Activity>;
  /** For the next sends, one each. */
  readonly failures: Failure[];
  /** For the next look-ups of members, one each. */
  readonly lookUpFailures: number[];
  /** For the next chats that are asked for, one each. */
  readonly chatFailures: number[];
  answer(call: Call): Answer;
}

/** `refuse` notes down what the bot did that Teams does not take. */
export function createFakeConnector(refuse: (status: number, violation: string) => Answer): FakeConnector {
  const messages = new Map<string, StoredMessage>();
  const conversations = new Set<string>();
  const withoutApp = new Set<string>();
  /** Chats that the bot has asked for, until it writes there. */
  const askedFor = new Set<string>();
  const entries = new Map<string, Activity>();
  const failures: Failure[] = [];
  const lookUpFailures: number[] = [];
  const chatFailures: number[] = [];
  let lastId = Date.UTC(2026, 10, 22);

  function answer(call: Call): Answer {
    const [conversation, part, id] = call.path;
    if (conversation === undefined) return createChat(call);
    if (!conversations.has(conversation) && !conversations.has(channelOf(conversation))) {
      // Whoever is not in a conversation may well ask who is; sending there blindly is a fault.
      if (part === 'members') return { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
      return refuse(404, `the conversation ${conversation} is not one of the bot's`);
    }
    if (part === 'members' && call.method === 'GET') return findMember(conversation, id ?? '');
    if (part === 'activities' && call.method === 'DELETE') return remove(conversation, id);
    if (part === 'activities' && call.method !== 'GET') return send(call, conversation, id);
    return refuse(404, `${call.method} ${call.path.join('/')} does not exist`);
  }

  function createChat({ method, body }: Call): Answer {
    const failure = chatFailures.shift();
    if (failure !== undefined) return failed(failure);
    const { bot, members, tenantId, isGroup } = JSON.parse(body || '{}');
    const [member, ...others] = Array.isArray(members) ? members : [];
    const account = findAccount(String(member?.id));
    const isWhole = method === 'POST' && bot?.id === BOT.id && tenantId === TENANT && isGroup === false;
    if (!isWhole || account === undefined || others.length > 0) return refuse(400, 'a chat was asked for wrongly');
    if (withoutApp.has(account.id)) return { status: 403, body: { error: { code: 'ForbiddenOperationException' } } };
    const conversation = chatOf(account);
    conversations.add(conversation);
    askedFor.add(conversation);
    return { status: 201, body: { id: conversation } };
  }

  function findMember(conversation: string, id: string): Answer {
    const failure = lookUpFailures.shift();
    if (failure !== undefined) return failed(failure);
    const account = membersOf(conversation).find((each) => each === findAccount(id));
    return account === undefined
      ? { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } }
      : { status: 200, body: { ...account, tenantId: TENANT, userRole: 'user', ...entries.get(account.id) } };
  }

  function send({ method, body }: Call, conversation: string, id: string | undefined): Answer {
    const failure = failures.shift();
    const isTaken = failure === undefined || failure === 'cut' || (typeof failure === 'object' && failure.isTaken);
    if (!isTaken) return failed(failure);
    if (Buffer.byteLength(body, 'utf16le') > MAX_MESSAGE_BYTES * 2 || Buffer.byteLength(body) > MAX_MESSAGE_BYTES) {
      return refuse(413, `a message has ${Buffer.byteLength(body)} bytes`);
    }
    const activity: Activity = JSON.parse(body);
    const fault = messageFault(activity) ?? addressFault(activity, conversation);
    if (fault !== undefined) return refuse(400, fault);
    const answer = method === 'PUT' ? replace(conversation, id, activity) : add(conversation, activity);
    return failure === undefined ? answer : failed(failure);
  }

  /** Only the bot's own messages are kept here, so no other can be changed. */
  function replace(conversation: string, id: string | undefined, activity: Activity): Answer {
    const known = messages.get(id ?? '');
    if (known === undefined || channelOf(known.conversation) !== channelOf(conversation)) {
      return refuse(404, `the message ${id} is not in ${conversation}`);
    }
    messages.set(known.id, { ...known, activity, earlier: [...known.earlier, known.activity] });
    return { status: 200, body: { id: known.id } };
  }

  function remove(conversation: string, id: string | undefined): Answer {
    const failure = failures.shift();
    if (failure !== undefined) return failed(failure);
    const known = messages.get(id ?? '');
    // It may have been taken away before: no fault of the bot's.
    if (known === undefined) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    if (channelOf(known.conversation) !== channelOf(conversation))
      return refuse(404, `${id} is not in ${conversation}`);
    messages.delete(known.id);
    return { status: 200, body: {} };
  }

  function add(conversation: string, activity: Activity): Answer {
    lastId += 1;
    const id = String(lastId);
    const isNewThread = conversation.endsWith('@thread.tacv2');
    const place = isNewThread ? `${conversation};messageid=${id}` : conversation;
    messages.set(id, { id, conversation: place, activity, isPrivate: askedFor.delete(conversation), earlier: [] });
    return { status: 201, body: { id } };
  }

  return { messages, conversations, withoutApp, entries, failures, lookUpFailures, chatFailures, answer };
}

function failed(failure: Failure): Answer {
  if (failure === 'hang') return { status: 0, body: undefined, hang: true };
  if (failure === 'cut' || failure === 'lost') return { status: 0, body: undefined, cut: true };
  const { status, retryAfter } = typeof failure === 'number' ? { status: failure } : failure;
  const body = { error: { code: 'ServiceError' } };
  return retryAfter === undefined ? { status, body } : { status, body, headers: { 'retry-after': retryAfter } };
}

/** The activity says itself where it goes, and must not say anything else than its address. */
function addressFault({ conversation }: Activity, addressed: string): string | undefined {
  const named = isRecord(conversation) ? conversation.id : undefined;
  return named === addressed ? undefined : `a message for ${addressed} names the conversation ${String(named)}`;
}

/** A channel, whichever thread of it is meant. */
function channelOf(conversation: string): string {
  return conversation.split(';')[0] ?? '';
}
