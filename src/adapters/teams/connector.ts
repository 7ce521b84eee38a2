/**
 * The three calls of the Bot Connector service that we make, each tried once. The SDK's own client repeats a call whose
 * answer was lost, which posts twice, and waits for ever; the platform's redelivery is our retry.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */

import { isAllowedServiceUrl, type ServiceUrlRules } from './service-url';

const TIMEOUT_MS = 10_000;

/** The part of the SDK's `ConnectorClient` that its adapter calls when it sends and updates. */
export interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: unknown): Promise<Sent>;
    replyToActivity(conversation: string, replyTo: string, activity: unknown): Promise<Sent>;
    updateActivity(conversation: string, activityId: string, activity: unknown): Promise<Sent>;
  };
}

/** The id is absent when the service does not tell it. */
export interface Sent {
  readonly id?: string;
}

/** The service said no, or something other than yes. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';

  constructor(readonly status: number) {
    super(`the connector service answered ${status}`);
  }
}

/**
 * Makes the connector for one service URL. `token` gives the bearer token, or `undefined` to send none. Calls reject
 * with `ConnectorError`, or with what `fetch` throws for a lost connection, a redirect or a timeout.
 */
export function createConnector(
  serviceUrl: string,
  rules: ServiceUrlRules,
  token: () => Promise<string | undefined>,
): Connector {
  if (!isAllowedServiceUrl(serviceUrl, rules)) throw new Error('the service URL is not on the list of allowed hosts');
  const base = `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;

  async function call(method: 'POST' | 'PUT', path: readonly string[], activity: unknown): Promise<Sent> {
    const bearer = await token();
    const response = await fetch(`${base}/${path.map(encodeURIComponent).join('/')}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (!response.ok) throw new ConnectorError(response.status);
    return readSent(text);
  }

  return {
    conversations: {
      sendToConversation: (conversation, activity) => call('POST', [conversation, 'activities'], activity),
      replyToActivity: (conversation, replyTo, activity) =>
        call('POST', [conversation, 'activities', replyTo], activity),
      updateActivity: (conversation, id, activity) => call('PUT', [conversation, 'activities', id], activity),
    },
  };
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
