/** One delivery of an event to the ticket system, tried once. When to try again is for whoever keeps the event. */

import type { WebhookEvent } from '../outbox/outgoing';
import { readAnswer, readNetworkError } from './failure';
import { createSigner } from './sign';

const TIMEOUT_MS = 10_000;

export interface WebhookOptions {
  /** The settings see to it that nobody can listen on the way there. */
  readonly url: string;
  /** The current secret first; a second one while secrets are rotated. */
  readonly secrets: readonly string[];
  readonly nowMs: () => number;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export interface Webhook {
  /** Resolves once the receiver has taken the event. Rejects with `WebhookFailure`. */
  deliver(event: WebhookEvent): Promise<void>;
}

/** Makes the webhook. Throws on secrets that cannot be read. */
export function createWebhook(options: WebhookOptions): Webhook {
  const { url, secrets, nowMs, fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = options;
  const sign = createSigner(secrets);

  return {
    async deliver({ id, type, atMs, body: data }) {
      const body = JSON.stringify({ type, timestamp: new Date(atMs).toISOString(), data });
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Hexfix',
        'idempotency-key': id,
        ...sign(id, nowMs(), body),
      };
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers,
        body,
      }).catch((error: unknown) => {
        throw readNetworkError(error);
      });
      // The status says it all. Left unread, a body would keep its connection; a broken one changes nothing.
      await response.body?.cancel().catch(() => undefined);
      if (!response.ok) throw readAnswer(response, nowMs());
    },
  };
}
