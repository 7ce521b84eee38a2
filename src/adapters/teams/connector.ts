/**
 * The calls of the Bot Connector service that we make, each tried once. The SDK's own client repeats a call whose answer
 * was lost, which posts twice, and waits for ever; the platform's redelivery and our outbox are our retries.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */

import { z } from 'zod';
import { callOut } from '../../ops/call-out';
import { isAllowedServiceUrl, type ServiceUrlRules } from './service-url';
import { writeActivity } from './write-activity';

const SEND_TIMEOUT_MS = 8_000;
/** For what comes before a send: together they stay within what the outbox allows a send. */
const PREPARE_TIMEOUT_MS = 2_500;

const told = z.string().min(1).optional().catch(undefined);
const memberSchema = z.object({
  id: z.string().min(1),
  name: told,
  aadObjectId: told,
  /** The same by an older name. */
  objectId: told,
  tenantId: told,
  /** `user`, `guest` or `anonymous`. */
  userRole: told,
  userPrincipalName: told,
});

/** Named as in the SDK's `ConnectorClient`, whose adapter calls the first three when it sends and updates. */
export interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: object): Promise<Sent>;
    replyToActivity(conversation: string, replyTo: string, activity: object): Promise<Sent>;
    updateActivity(conversation: string, activityId: string, activity: object): Promise<Sent>;
    /** Rejects with 404 for one that is gone. */
    deleteActivity(conversation: string, activityId: string): Promise<void>;
    /** Gives the chat between the bot and its one member, a new one only where there is none. */
    createConversation(parameters: object): Promise<Sent>;
    /** `person` is the person's id in Teams or in Microsoft Entra; rejects with 404 for who is no member. */
    getConversationMember(conversation: string, person: string): Promise<Member>;
  };
}

/** Makes the connector for a service URL; throws for one that is not allowed. */
export type Connect = (serviceUrl: string) => Connector;

/** Somebody in a conversation, by the id that activities bear. */
export type Member = z.infer<typeof memberSchema>;

/** The id is absent when the service does not tell it. */
export interface Sent {
  readonly id?: string;
}

/** The service said no, or something other than yes. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';

  constructor(
    readonly status: number,
    /** How long the service asks us to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(`the connector service answered ${status}`);
  }
}

/**
 * Makes the connector for one service URL. `token` gives the bearer token, or `undefined` to send none. Calls reject
 * with `ConnectorError`, or with what `callOut` throws for a lost connection or a timeout.
 */
export function createConnector(
  serviceUrl: string,
  rules: ServiceUrlRules,
  token: () => Promise<string | undefined>,
): Connector {
  if (!isAllowedServiceUrl(serviceUrl, rules)) throw new Error('the service URL is not on the list of allowed hosts');
  const base = `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: readonly string[],
    { body, timeoutMs = SEND_TIMEOUT_MS }: { readonly body?: object; readonly timeoutMs?: number },
  ): Promise<string> {
    const bearer = await token();
    const response = await callOut([base, ...path.map(encodeURIComponent)].join('/'), {
      method,
      // Not followed: a redirect is an answer that is no yes.
      redirect: 'manual',
      timeoutMs,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body: writeActivity(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ConnectorError(response.status, readRetryAfter(response.header('retry-after')));
    return text;
  }

  async function send(method: 'POST' | 'PUT', path: readonly string[], body: object): Promise<Sent> {
    return readSent(await call(method, path, { body }));
  }

  return {
    conversations: {
      sendToConversation: (conversation, activity) => send('POST', [conversation, 'activities'], activity),
      replyToActivity: (conversation, replyTo, activity) =>
        send('POST', [conversation, 'activities', replyTo], activity),
      updateActivity: (conversation, id, activity) => send('PUT', [conversation, 'activities', id], activity),
      deleteActivity: async (conversation, id) => {
        await call('DELETE', [conversation, 'activities', id], {});
      },
      createConversation: async (parameters) =>
        readSent(await call('POST', [], { body: parameters, timeoutMs: PREPARE_TIMEOUT_MS })),
      getConversationMember: async (conversation, person) => {
        const path = [conversation, 'members', person];
        return memberSchema.parse(JSON.parse(await call('GET', path, { timeoutMs: PREPARE_TIMEOUT_MS })));
      },
    },
  };
}

/** The header tells seconds or a date. */
function readRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

/** What was taken has been posted, so an answer that cannot be read must not look like a failure. */
function readSent(text: string): Sent {
  try {
    const body: unknown = JSON.parse(text);
    const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
    return typeof id === 'string' && id !== '' ? { id } : {};
  } catch {
    return {};
  }
}
