/**
 * Socket Mode: events over a connection that we open, for places that Slack cannot reach. Bolt's client speaks the
 * protocol; acknowledging and reconnecting are ours, because Bolt acknowledges before the work is done, and a reconnect
 * of its client that fails is a rejection that nobody handles.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { SocketModeReceiver, SocketModeReceiverOptions } from '@slack/bolt';
import { z } from 'zod';
import { errorFields } from '../../ops/error-fields';
import type { Logger } from '../../ops/logger';
import { classifyBody } from './body';
import { expectAccepted } from './credentials';
import type { Handover } from './handover';
import { reconnect } from './reconnect';

/** Bolt's receiver class, handed in because Bolt is loaded late. */
export type SocketModeReceiverClass = new (options: SocketModeReceiverOptions) => SocketModeReceiver;

const GOODBYE_MS = 2_000;

export interface SocketMode {
  /** Connects, and from then on stays connected. Rejects when the first connection fails. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const envelopeSchema = z.object({
  body: z.unknown(),
  ack: z.custom<(body?: object) => Promise<void>>((ack) => typeof ack === 'function'),
});

/** Makes a closed connection. */
export function createSocketMode(options: {
  readonly Receiver: SocketModeReceiverClass;
  readonly receiverOptions: SocketModeReceiverOptions;
  readonly handover: Handover;
  readonly logger: Logger;
  readonly pausesMs: readonly [number, ...number[]];
}): SocketMode {
  const { Receiver, receiverOptions, handover, logger, pausesMs } = options;
  const { client } = new Receiver({ ...receiverOptions, autoReconnectEnabled: false });
  const stopping = new AbortController();

  async function handle(envelope: unknown): Promise<void> {
    const { body, ack } = envelopeSchema.parse(envelope);
    const read = classifyBody(body);
    if (read.kind !== 'payload') {
      logger.warn({ kind: read.kind }, 'Slack sends something that Hexfix does not handle');
      return ack();
    }
    const receipt = await handover.deliver(read.payload);
    // What is not acknowledged comes again.
    if (receipt.kind === 'acknowledged') await ack(receipt.body);
  }

  async function connect(): Promise<void> {
    await expectAccepted('SLACK_APP_TOKEN', client.start());
    if (stopping.signal.aborted) return void client.disconnect();
    client.once('disconnected', () => {
      void reconnect(connect, { pausesMs, signal: stopping.signal, logger });
    });
  }

  client.on('slack_event', (envelope: unknown) => {
    handle(envelope).catch((error: unknown) => {
      logger.warn(errorFields(error), 'Slack could not be told that an event was handled, and will send it again');
    });
  });

  return {
    start: connect,

    async stop() {
      stopping.abort();
      // The client waits up to 30 s for a peer that does not say goodbye.
      await Promise.race([client.disconnect(), pause(GOODBYE_MS, undefined, { ref: false })]);
    },
  };
}
