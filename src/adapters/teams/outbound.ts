/**
 * Sending to Teams through the Bot Framework SDK, the only file that loads it. The SDK gets activities that our gate has
 * verified, and our connector to send with; its turn context addresses what we send.
 */

import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { TeamsActivity } from './activity';
import type { Connect, Connector } from './connector';
import type { OutgoingMessage } from './message';

/** Both give the id of our message where the service tells it, and reject when it was not taken. */
export interface Outbound {
  /** Posts into the conversation of the activity, below it. */
  reply(activity: TeamsActivity, message: OutgoingMessage): Promise<string | undefined>;
  /** Replaces a message of ours in the conversation of the activity. */
  redraw(activity: TeamsActivity, messageId: string, message: OutgoingMessage): Promise<string | undefined>;
}

type Authentication = NonNullable<ConstructorParameters<typeof CloudAdapter>[0]>;
type Verified = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>;

/** Makes the way out. */
export function createOutbound({ appId, connect }: { readonly appId: string; readonly connect: Connect }): Outbound {
  const connectors: { create(serviceUrl: string): Promise<Connector> } = { create: async (url) => connect(url) };
  // The SDK's own authentication is left out: it would fetch keys and keep state by claims that nobody has verified.
  // Of this object the adapter calls only the maker of user tokens, once a turn; we use none.
  const noAuthentication = { createUserTokenClient: async () => undefined } as unknown as Authentication;
  const adapter = new CloudAdapter(noAuthentication);
  // Of the outcome of authentication, the adapter uses the maker of connectors; ours has the three calls it makes.
  const verified = { audience: appId, connectorFactory: connectors } as unknown as Verified;

  function inTurn<T>(activity: TeamsActivity, work: (context: TurnContext) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // Settled inside the turn: what leaves it is an error with the cause's words pasted in and its status lost.
      const logic = (context: TurnContext) => work(context).then(resolve, reject);
      // The SDK's type asks for parts that it never reads.
      adapter.processActivityDirect(verified, { ...activity } as unknown as Activity, logic).catch(reject);
    });
  }

  return {
    reply: (activity, message) =>
      inTurn(activity, async (context) => (await context.sendActivity(message))?.id || undefined),
    redraw: (activity, messageId, message) =>
      inTurn(activity, async (context) => (await context.updateActivity({ ...message, id: messageId }))?.id),
  };
}
